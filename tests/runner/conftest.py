"""The annotators must be importable by name in spawned processes."""

import os
import sys
from pathlib import Path

import pytest


@pytest.fixture
def annotators(monkeypatch):
    folder = str(Path(__file__).parent)
    monkeypatch.syspath_prepend(folder)
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([folder, os.environ.get("PYTHONPATH", "")]))
    import annotators  # noqa: PLC0415

    yield annotators
    sys.modules.pop("annotators", None)

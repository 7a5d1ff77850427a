"""Fixtures of all tests."""

import os
from pathlib import Path

import pytest

from pipeline.assembly import build_pipeline

CHECKOUT = Path(__file__).parents[1]


@pytest.fixture(scope="session")
def nlp():
    """The whole pipeline with its real models, loaded once."""
    return build_pipeline()


@pytest.fixture(scope="session")
def shared_gold() -> Path:
    """Folder of further gold: `SVODKA_GOLD`, else shared/gold beside the checkout."""
    folder = Path(os.environ.get("SVODKA_GOLD") or CHECKOUT.parent / "shared" / "gold")
    if not folder.is_dir():
        pytest.skip(f"no gold in {folder}: name its folder in SVODKA_GOLD")
    return folder

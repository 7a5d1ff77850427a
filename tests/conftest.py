"""Fixtures of all tests."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

from pipeline.assembly import build_pipeline

CHECKOUT = Path(__file__).parents[1]

# CI tries the same examples every time; elsewhere each run tries new ones.
settings.register_profile("ci", derandomize=True)
if os.environ.get("CI"):
    settings.load_profile("ci")


@pytest.fixture(scope="session")
def nlp():
    """The pipeline with its real models, loaded once; without the encoder, whose opinion is no rule's answer."""
    return build_pipeline(careful=False)


@pytest.fixture(scope="session")
def shared_gold() -> Path:
    """Folder of further gold: `SVODKA_GOLD`, else shared/gold beside the checkout."""
    folder = Path(os.environ.get("SVODKA_GOLD") or CHECKOUT.parent / "shared" / "gold")
    if not folder.is_dir():
        pytest.skip(f"no gold in {folder}: name its folder in SVODKA_GOLD")
    return folder

"""Where gold lies that is not part of this project."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def shared_gold() -> Path:
    """Folder of further gold: `SVODKA_GOLD`, else shared/gold beside the checkout."""
    folder = Path(os.environ.get("SVODKA_GOLD") or CHECKOUT.parent / "shared" / "gold")
    if not folder.is_dir():
        pytest.skip(f"no gold in {folder}: name its folder in SVODKA_GOLD")
    return folder

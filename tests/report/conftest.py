"""Runs written by hand, and a browser where there is one."""

import importlib.util
import os
import shutil
import sys
from pathlib import Path

import pytest

_FOLDER = Path(__file__).parent


def _stories():
    spec = importlib.util.spec_from_file_location("report_stories", _FOLDER / "stories.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules["report_stories"] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def stories():
    """The module `stories`."""
    return _stories()


@pytest.fixture(scope="session")
def browser():
    """Chromium without a window; `SVODKA_BROWSER` names its file, `SVODKA_NEEDS_BROWSER` makes its absence a failure."""
    names = ("chromium", "chromium-browser", "google-chrome", "chromium-headless-shell")
    found = os.environ.get("SVODKA_BROWSER") or next(filter(None, map(shutil.which, names)), None)
    if not found:
        if os.environ.get("SVODKA_NEEDS_BROWSER"):
            pytest.fail("SVODKA_NEEDS_BROWSER is set, but there is no Chromium")
        pytest.skip("NO BROWSER, SO THE REPORT WAS NOT LOOKED AT: install chromium or name one in SVODKA_BROWSER")
    from playwright.sync_api import sync_playwright  # noqa: PLC0415

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        yield chromium
        chromium.close()

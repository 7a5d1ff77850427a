"""Fixtures of all tests."""

import pytest

from pipeline.assembly import build_pipeline


@pytest.fixture(scope="session")
def nlp():
    """The whole pipeline with its real models, loaded once."""
    return build_pipeline()

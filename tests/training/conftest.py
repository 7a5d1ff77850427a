"""The tiny corpus on disk."""

import importlib.util
from pathlib import Path

import pytest

_SPEC = importlib.util.spec_from_file_location("tiny_corpus", Path(__file__).with_name("tiny_corpus.py"))
tiny_corpus = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(tiny_corpus)


@pytest.fixture
def write_brat():
    return tiny_corpus.write_brat


@pytest.fixture
def brat(tmp_path):
    return tiny_corpus.write_brat(tmp_path / "corpus")

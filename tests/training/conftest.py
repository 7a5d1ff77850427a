"""The tiny corpus and the invented news on disk, and a pretraining that takes seconds."""

import importlib.util
from pathlib import Path

import pytest

from pipeline.training.pretraining.settings import LEAST, PretrainingPaths, PretrainingSettings


def _load(name):
    spec = importlib.util.spec_from_file_location(name, Path(__file__).with_name(f"{name}.py"))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


tiny_corpus, invented_news = _load("tiny_corpus"), _load("invented_news")


@pytest.fixture
def write_brat():
    return tiny_corpus.write_brat


@pytest.fixture
def brat(tmp_path):
    return tiny_corpus.write_brat(tmp_path / "corpus")


@pytest.fixture
def write_news():
    return invented_news.write_news


@pytest.fixture
def news(tmp_path):
    return invented_news.write_news(tmp_path / "news")


@pytest.fixture
def articles():
    return invented_news.ARTICLES


@pytest.fixture
def pretraining_settings():
    """Thirty updates on the invented news; every word is known."""
    return PretrainingSettings(
        epochs=10, batch=4, warmup=3, dropout=0.0, least=dict.fromkeys(LEAST, 1), least_tag=2, report_every=5,
        checkpoint_every=10,
    )  # fmt: skip


@pytest.fixture
def pretrain(pretraining_settings):
    """Pretrain into a folder and return it."""
    pytest.importorskip("torch", reason="pretraining needs the extra `train`")
    from pipeline.training.pretraining.pretraining import pretrain_encoder  # noqa: PLC0415  (torch is an extra)

    def run(inputs, out, settings=pretraining_settings, *, resume=False):
        paths = PretrainingPaths(inputs=(str(inputs),), out=out)
        pretrain_encoder(paths, settings, resume=resume, report=lambda _: None)
        return out

    return run

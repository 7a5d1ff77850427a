"""A package that is installed but hidden is missing for those who ask meanwhile, and there again afterwards."""

import importlib
import subprocess
import sys

import pytest

from pipeline.hidden_modules import hidden_modules

MODULE = "colorsys"  # small, and nobody here imports it


def test_it_is_missing_meanwhile_and_there_afterwards(monkeypatch):
    monkeypatch.delitem(sys.modules, MODULE, raising=False)
    with hidden_modules(MODULE), pytest.raises(ModuleNotFoundError, match=f"'{MODULE}'"):
        importlib.import_module(MODULE)
    assert importlib.import_module(MODULE)


def test_what_is_imported_already_stays():
    with hidden_modules("json"):
        assert importlib.import_module("json") is sys.modules["json"]


def test_spacy_is_imported_without_its_commands():
    script = (
        "import sys\n"
        "from pipeline.hidden_modules import lean_spacy\n"
        "with lean_spacy():\n"
        "    import spacy\n"
        "assert 'weasel' not in sys.modules\n"
        "from spacy.cli.info import info\n"
        "assert callable(info)\n"
    )
    subprocess.run([sys.executable, "-c", script], check=True)


@pytest.mark.model
def test_an_article_is_shown_without_torch(tmp_path):
    article = tmp_path / "a.txt"
    article.write_text("Мэр Перми Иван Орлов посетил завод 3 мая 2023 года.", encoding="utf-8")
    script = (
        "import sys; from pipeline.cli.main import app; app(['show', sys.argv[1]], standalone_mode=False); "
        "assert 'spacy' in sys.modules; assert 'torch' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", script, article], check=True)

"""The only door to natasha, slovnet and pymorphy3.

natasha 1.6 and yargy import `pymorphy2`, which needs `pkg_resources` and so fails on Python 3.12 without an old
setuptools. Here, before natasha is imported, the module name is pointed at pymorphy3, its living successor with
the same interface.
"""

from __future__ import annotations

import importlib
import importlib.util
import sys
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from pipeline.errors import ResourceError

_KEPT = 1 << 14  # analysed forms, 1 kB each; a form costs 20 µs and is asked for by several components
_PYMORPHY_MODULES = ("", ".analyzer", ".units", ".units.base", ".tagset", ".shapes")


def alias_pymorphy2() -> None:
    """Let `import pymorphy2` give pymorphy3. Does nothing where it is done already."""
    for suffix in _PYMORPHY_MODULES:
        sys.modules[f"pymorphy2{suffix}"] = importlib.import_module(f"pymorphy3{suffix}")


@cache
def morph_analyzer() -> Any:
    """The shared pymorphy3 analyzer: `parse(word)` gives parses with `tag`, `normal_form`, `inflect`.

    All who ask for a form get the same list, so nobody may change it.
    """
    import pymorphy3  # noqa: PLC0415  (a second of work: only where words are analysed)

    analyzer = pymorphy3.MorphAnalyzer(lang="ru")
    analyzer.parse = lru_cache(maxsize=_KEPT)(analyzer.parse)
    return analyzer


@cache
def dictionary_version() -> str:
    """Of pymorphy3's program and of its dictionary."""
    import pymorphy3  # noqa: PLC0415

    meta = morph_analyzer().dictionary.meta
    return f"{pymorphy3.__version__} {meta['source_revision']} {meta['compiled_at']}"


def shape_of(word: str) -> str:
    """How a word is written, as slovnet's networks know it: `RU_Xx`, `PUNCT_«`, `NUM`."""
    return str(_word_shape()(word))


@cache
def _word_shape() -> Any:
    from slovnet.shape import word_shape  # noqa: PLC0415  (brings numpy, which a merge does without)

    return word_shape


@dataclass(frozen=True, slots=True, kw_only=True)
class SlovnetModels:
    """slovnet's three news networks over one shared Navec embedding: what `models/slovnet` was made from."""

    morph: Any
    syntax: Any
    ner: Any


def natasha_data(*parts: str) -> Path:
    """A file that natasha ships, found without importing natasha, which takes a third of a second.

    Raises:
        ResourceError: natasha is not installed.
    """
    package = importlib.util.find_spec("natasha")
    if package is None or not package.submodule_search_locations:
        raise ResourceError("natasha is not installed. Reinstall svodka: natasha is one of its dependencies.")
    return Path(package.submodule_search_locations[0], "data", *parts)


def vectors_file() -> Path:
    """The Navec embedding that natasha ships, 26 MB."""
    return natasha_data("emb", "navec_news_v1_1B_250K_300d_100q.tar")


@cache
def news_vectors() -> Any:
    """That embedding as slovnet's own networks need it; a run looks words up in `pipeline.language.vectors`."""
    from navec import Navec  # noqa: PLC0415  (only where slovnet's own networks are loaded)

    return Navec.load(vectors_file())


@cache
def slovnet_models() -> SlovnetModels:
    """Load the networks that natasha ships over the shared vectors: three times 2.5 MB of weights.

    A run does not: it has them as graphs, see `pipeline.language.neural`.
    """
    alias_pymorphy2()
    import natasha  # noqa: PLC0415  (must come after the alias)

    vectors = news_vectors()

    return SlovnetModels(
        morph=natasha.NewsMorphTagger(vectors),
        syntax=natasha.NewsSyntaxParser(vectors),
        ner=natasha.NewsNERTagger(vectors),
    )

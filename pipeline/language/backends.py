"""The only door to natasha, slovnet and pymorphy3.

natasha 1.6 and yargy import `pymorphy2`, which needs `pkg_resources` and so fails on Python 3.12 without an old
setuptools. Here, before natasha is imported, the module name is pointed at pymorphy3, its living successor with
the same interface.
"""

from __future__ import annotations

import importlib
import sys
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from slovnet.shape import word_shape

_KEPT = 1 << 15  # analysed forms, 1 kB each; a form costs 20 µs and is asked for by several components
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


def shape_of(word: str) -> str:
    """How a word is written, as slovnet's networks know it: `RU_Xx`, `PUNCT_«`, `NUM`."""
    return str(word_shape(word))


@dataclass(frozen=True, slots=True, kw_only=True)
class SlovnetModels:
    """slovnet's three news networks over one shared Navec embedding: what `models/slovnet` was made from."""

    morph: Any
    syntax: Any
    ner: Any


@cache
def news_vectors() -> Any:
    """Load the Navec embedding that natasha ships, 26 MB; slovnet's networks and the reader share it."""
    alias_pymorphy2()
    from natasha import NewsEmbedding  # noqa: PLC0415  (must come after the alias)

    return NewsEmbedding()


@cache
def slovnet_models() -> SlovnetModels:
    """Load the networks that natasha ships over the shared vectors: three times 2.5 MB of weights.

    A run does not: it has them as graphs, see `pipeline.language.neural`.
    """
    vectors = news_vectors()
    import natasha  # noqa: PLC0415  (must come after the alias, which loading the vectors has set)

    return SlovnetModels(
        morph=natasha.NewsMorphTagger(vectors),
        syntax=natasha.NewsSyntaxParser(vectors),
        ner=natasha.NewsNERTagger(vectors),
    )

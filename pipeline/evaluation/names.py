"""When two names count as one: folded, through the aliases of the gold article, a person also by a fuller name."""

from __future__ import annotations

import re

from pipeline.evaluation.gold import GoldArticle
from pipeline.records.annotations import family

_QUOTES = re.compile(r"[«»\"'“”„()]")
_DASHES = re.compile(r"[‐‑–—-]")
_BLANKS = re.compile(r"\s+")


def fold(name: str) -> str:
    """Fold case, ё, quotation marks, dashes and blanks: «Совет „Север“» and «совет север» are one."""
    folded = _QUOTES.sub(" ", name.casefold().replace("ё", "е"))
    return _BLANKS.sub(" ", _DASHES.sub("-", folded)).strip(" .,")


def coarse_type(kind: str) -> str:
    """Cities, countries and sites are locations in the gold; every other type is itself."""
    return family(kind.lower())


class NameIndex:
    """Looks up the canonical name of one gold article for any name or alias."""

    def __init__(self, article: GoldArticle) -> None:
        """Index names and aliases; a later entity wins where two share one."""
        self._canonical = {fold(x): e.name for e in article.entities for x in (e.name, *e.aliases)}
        self._people = [(set(fold(e.name).split()), e.name) for e in article.entities if e.type == "person"]

    def canonical(self, name: str) -> str | None:
        """Return the canonical name, or `None` where the article's gold knows nobody of this name.

        A person's fuller name is found too: «Тен Эдуард Олегович» is «Эдуард Тен» where only one person fits.
        """
        folded = fold(name)
        if folded in self._canonical:
            return self._canonical[folded]
        words = set(folded.split())
        fuller = [full for parts, full in self._people if len(parts) > 1 and parts < words]
        return fuller[0] if len(fuller) == 1 else None

    def canonical_or_folded(self, name: str) -> str:
        """Return the canonical name, else the folded name itself."""
        return self.canonical(name) or fold(name)

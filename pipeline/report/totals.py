"""Coverage summed over the articles of a report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from pipeline.report.choice import ListedArticle
from pipeline.report.coverage import SIGNS, Found, Sign

SHOWN_WORDS = 25
SHOWN_ARTICLES = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class SignTotal:
    """How many signs of one kind there are, how many a record took up, how many an event, and which are missed most."""

    sign: Sign
    total: int
    taken: int
    used: int
    missed: tuple[tuple[str, int], ...]

    @property
    def share(self) -> float:
        """Share taken up, 0 to 1; 1 where there is none."""
        return self.taken / self.total if self.total else 1.0


@dataclass(slots=True)
class CoverageTotals:
    """Takes the signs of one article after another."""

    texts: int = 0
    _all: Counter[Sign] = field(default_factory=Counter)
    _taken: Counter[Sign] = field(default_factory=Counter)
    _used: Counter[Sign] = field(default_factory=Counter)
    _missed: dict[Sign, Counter[str]] = field(default_factory=lambda: {sign: Counter() for sign in SIGNS})
    _articles: list[tuple[int, ListedArticle]] = field(default_factory=list)

    def add(self, article: ListedArticle, signs: Iterable[Found]) -> None:
        """Count the signs of an article whose text is there."""
        self.texts += 1
        missed = 0
        for each in signs:
            self._all[each.sign] += 1
            self._taken[each.sign] += each.taken
            self._used[each.sign] += each.used
            if not each.taken:
                missed += 1
                self._missed[each.sign][each.text] += 1
        if missed:
            self._articles.append((missed, article))

    def by_sign(self) -> list[SignTotal]:
        """One line a kind of sign."""
        return [
            SignTotal(
                sign=sign, total=self._all[sign], taken=self._taken[sign], used=self._used[sign],
                missed=tuple(sorted(self._missed[sign].items(), key=lambda item: (-item[1], item[0]))[:SHOWN_WORDS]),
            )
            for sign in SIGNS
        ]  # fmt: skip

    def least_covered(self) -> list[tuple[int, ListedArticle]]:
        """Articles with most signs that no record took up."""
        return sorted(self._articles, key=lambda each: (-each[0], each[1].number))[:SHOWN_ARTICLES]

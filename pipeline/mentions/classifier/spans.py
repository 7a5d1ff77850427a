"""The words that finders took for a name, kept or dropped by the selection, the reader's, and a word less of each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pipeline.mentions.candidates import Candidate, Words
from pipeline.mentions.reader.reading import Reading
from pipeline.records.annotations import PLACE_TYPES

PERSON, ORGANIZATION, LOCATION = "person", "organization", "location"
_NAMING = (PERSON, ORGANIZATION, *sorted(PLACE_TYPES))
_LIKELY = 0.15  # what the reader must give to some name for a span to be looked at at all


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposed:
    """A stretch of words that may name something.

    Attributes:
        first, last: its words, the last one exclusive.
        taken: what the selection took it for; `None` if for nothing.
        others: what else finders took just these words for.
    """

    first: int
    last: int
    taken: Candidate | None
    others: tuple[Candidate, ...]

    @property
    def span(self) -> tuple[int, int]:
        """Both ends as a pair."""
        return self.first, self.last


def coarse(kind: str) -> str:
    """Cities, countries and sites are locations here."""
    return LOCATION if kind in PLACE_TYPES else kind


def find_proposed(
    words: Words, selected: Sequence[Candidate], considered: Iterable[Candidate], reading: Reading
) -> list[Proposed]:
    """All of them in the order of the text, shorter ones first.

    Args:
        words: the article.
        selected: what the rules agreed on.
        considered: all that any finder proposed.
        reading: whose likely spans are looked at as well.
    """
    taken = {candidate.span: candidate for candidate in selected}
    others: dict[tuple[int, int], list[Candidate]] = {}
    for candidate in considered:
        others.setdefault(candidate.span, []).append(candidate)
    spans = {*taken, *others, *_shortened(words, taken), *_likely(words, reading)}
    return [
        Proposed(first=first, last=last, taken=taken.get((first, last)), others=tuple(others.get((first, last), ())))
        for first, last in sorted(spans)
    ]


def _shortened(words: Words, spans: Iterable[tuple[int, int]]) -> Iterable[tuple[int, int]]:
    """A name without its first or its last word: «Шо Зулайхо Назарова» behind «Лангари»."""
    for first, last in spans:
        if last - first > 1:
            shorter = ((first + 1, last), (first, last - 1))
            yield from (span for span in shorter if words.is_capital(span[0]))


def _likely(words: Words, reading: Reading) -> Iterable[tuple[int, int]]:
    """The reader's likely names that begin and end with words."""
    begins = {token.idx: number for number, token in enumerate(words.tokens)}
    ends = {token.idx + len(token): number + 1 for number, token in enumerate(words.tokens)}
    for start, end in reading.likely_spans(_NAMING, _LIKELY):
        if start in begins and end in ends:
            yield begins[start], ends[end]

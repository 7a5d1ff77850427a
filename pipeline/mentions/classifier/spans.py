"""The words that finders took for a name, kept or dropped by the selection, the reader's, and a word less of each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from pipeline.mentions.candidates import Candidate, Words
from pipeline.mentions.found import FoundNames
from pipeline.mentions.reader.reading import Reading
from pipeline.records.annotations import PLACE_TYPES

PERSON, ORGANIZATION, LOCATION = "person", "organization", "location"
_NAMING = (PERSON, ORGANIZATION, *sorted(PLACE_TYPES))
_NEXT = 3  # names behind one in the order of the text among which its neighbour stands, since they nest
_LIKELY = 0.15  # what the reader must give to some name for a span to be looked at at all


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposed:
    """A stretch of words that may name something.

    Attributes:
        first, last: its words, the last one exclusive.
        taken: what the selection took it for; `None` if for nothing.
        others: what else finders took just these words for.
        place_type: what they are as a place, by the reader.
    """

    first: int
    last: int
    taken: Candidate | None
    others: tuple[Candidate, ...]
    place_type: str = LOCATION

    @property
    def span(self) -> tuple[int, int]:
        """Both ends as a pair."""
        return self.first, self.last


def find_proposed(words: Words, found: FoundNames, reading: Reading) -> list[Proposed]:
    """All of them in the order of the text, shorter ones first; no abbreviation that the article gives to no body.

    Args:
        words: the article.
        found: what the rules agreed on, and all that any finder proposed.
        reading: whose likely spans are looked at as well.
    """
    taken = {candidate.span: candidate for candidate in found.selected}
    others: dict[tuple[int, int], list[Candidate]] = {}
    for candidate in found.considered:
        others.setdefault(candidate.span, []).append(candidate)
    spans = {*taken, *others, *_shortened(words, taken), *_joined(words, taken), *_likely(words, reading)}
    return [
        Proposed(
            first=span[0], last=span[1], taken=taken.get(span), others=tuple(others.get(span, ())),
            place_type=_place_type(words, span, reading),
        )
        for span in sorted(spans)
        if span in taken or words.text(span[0]) not in found.nameless
    ]  # fmt: skip


def _place_type(words: Words, span: tuple[int, int], reading: Reading) -> str:
    """The type of place to which the reader gives most."""
    shares = dict(zip(reading.types, reading.shares_of(*words.offsets(*span))[1:].tolist(), strict=True))
    return max(sorted(PLACE_TYPES & shares.keys()), key=lambda kind: shares[kind], default=LOCATION)


def _shortened(words: Words, spans: Iterable[tuple[int, int]]) -> Iterable[tuple[int, int]]:
    """A name without its first or its last word: «Шо Зулайхо Назарова» behind «Лангари»."""
    for first, last in spans:
        if last - first > 1:
            shorter = ((first + 1, last), (first, last - 1))
            yield from (span for span in shorter if words.is_capital(span[0]))


def _joined(words: Words, spans: Iterable[tuple[int, int]]) -> Iterable[tuple[int, int]]:
    """Two names side by side, or with a word between them: «Институт мерзлоты имени | Обручева»."""
    ordered = sorted(spans)
    for number, (first, last) in enumerate(ordered):
        for begin, end in ordered[number + 1 : number + 1 + _NEXT]:
            if last <= begin <= last + 1 and words.joined(first, end - 1):
                yield first, end


def _likely(words: Words, reading: Reading) -> Iterable[tuple[int, int]]:
    """The reader's likely names that begin and end with words."""
    begins = {token.idx: number for number, token in enumerate(words.tokens)}
    ends = {token.idx + len(token): number + 1 for number, token in enumerate(words.tokens)}
    for start, end in reading.likely_spans(_NAMING, _LIKELY):
        if start in begins and end in ends:
            yield begins[start], ends[end]

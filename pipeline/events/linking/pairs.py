"""Which names and dates may belong to a trigger: those of its sentence, and who is named in those around it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Span

from pipeline.events.arguments.reading import PLACES, DateSpan, MentionSpan, Reading
from pipeline.events.tellings import Telling
from pipeline.language.sentences import sentence_number, sentences

DATE = "date"
_NAMED = PLACES | {"person", "organization"}
_BACK, _DATES_BACK = 4, 1  # sentences before the trigger's: beyond them hardly anybody takes part unsaid


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A trigger and a span that may be its argument.

    Attributes:
        telling: place of the trigger among the tellings.
        span: the mention or the date.
        type: of the entity; `date` for a date.
        back: how many sentences before the trigger's the span stands; -1 for the sentence behind it.
    """

    telling: int
    span: MentionSpan | DateSpan
    type: str
    back: int

    @property
    def entity(self) -> str:
        """Key of the entity, empty for a date."""
        return self.span.mention.entity if isinstance(self.span, MentionSpan) else ""


def find_pairs(reading: Reading, tellings: Sequence[Telling]) -> list[Pair]:
    """Pair every trigger with the spans around it."""
    every = sentences(reading.doc)
    known: dict[int, list[tuple[MentionSpan | DateSpan, str]]] = {}
    pairs: list[Pair] = []
    for index, telling in enumerate(tellings):
        own = sentence_number(reading.doc[telling.candidate.head])
        met: set[str] = set()
        for back, sentence in _around(every, own):
            if sentence.start not in known:
                known[sentence.start] = list(_spans(reading, sentence))
            for span, kind in reversed(known[sentence.start]):
                if _counts(span, back, met):
                    pairs.append(Pair(telling=index, span=span, type=kind, back=back))
            met.update(span.mention.entity for span, _ in known[sentence.start] if isinstance(span, MentionSpan))
    return pairs


def _around(every: Sequence[Span], own: int) -> Iterator[tuple[int, Span]]:
    """The trigger's sentence, those before it, the nearest first, and the one behind it, each with its `back`."""
    yield from ((own - i, every[i]) for i in range(own, max(own - _BACK - 1, -1), -1))
    if own + 1 < len(every):
        yield -1, every[own + 1]


def _spans(reading: Reading, sentence: Span) -> Iterator[tuple[MentionSpan | DateSpan, str]]:
    seen: set[int] = set()
    for index in range(sentence.start, sentence.end):
        span = reading.covering.get(index) or reading.adjectives.get(index)
        if span is None or id(span) in seen or not span.mention.entity:
            continue
        seen.add(id(span))
        kind = reading.mention_type(span)
        if kind in _NAMED:
            yield span, kind
    yield from ((date, DATE) for date in reading.dates_between(sentence.start, sentence.end))


def _counts(span: MentionSpan | DateSpan, back: int, met: set[str]) -> bool:
    """Everything in the trigger's own sentence; before it whoever was not met since, and the dates next to it."""
    if isinstance(span, DateSpan):
        return 0 <= back <= _DATES_BACK
    return not back or span.mention.entity not in met

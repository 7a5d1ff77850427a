"""Which names and dates may belong to a trigger: those of its sentence, of those around it, and of the lead."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Span

from pipeline.events.arguments.reading import NAMED, DateSpan, MentionSpan, Reading
from pipeline.events.tellings import Telling
from pipeline.language.sentences import sentence_number, sentences
from pipeline.records.annotations import PLACE_TYPES

DATE = "date"
_BACK, _DATES_NEAR = 4, 1  # sentences before the trigger's: beyond them hardly anybody takes part unsaid
LEAD_SENTENCES = 3  # headline and dateline among them
LEAD = _BACK + 1  # `back` of what stands there and farther away
_Named = tuple[MentionSpan | DateSpan, str]  # with its type


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A trigger and a span that may be its argument.

    Attributes:
        telling: place of the trigger among the tellings.
        span: the mention or the date.
        type: of the entity; `date` for a date.
        back: how many sentences before the trigger's the span stands; -1 for the sentence behind it, `LEAD` for those
            that the article begins with, if they are farther away.
    """

    telling: int
    span: MentionSpan | DateSpan
    type: str
    back: int

    @property
    def entity(self) -> str:
        """Key of the entity, empty for a date."""
        return self.span.mention.entity if isinstance(self.span, MentionSpan) else ""

    @property
    def is_far(self) -> bool:
        """Whether the encoder alone is asked: names of the lead, days told long before."""
        return self.back == LEAD or (self.type == DATE and self.back > _DATES_NEAR)


def find_pairs(reading: Reading, tellings: Sequence[Telling], *, far: bool) -> list[Pair]:
    """Pair every trigger with the spans around it, and with those that are far only if so wished.

    Example: «[В среду] в [Твери] открылась выставка. … На церемонию прилетел министр» six sentences below.
    """
    every = sentences(reading.doc)
    known: dict[int, list[_Named]] = {}
    pairs: list[Pair] = []
    for index, telling in enumerate(tellings):
        own = sentence_number(reading.doc[telling.candidate.head])
        met: set[str] = set()
        for back, sentence in _around(every, own, far):
            if sentence.start not in known:
                known[sentence.start] = list(_spans(reading, sentence))
            spans = known[sentence.start]
            own_pairs = (
                Pair(telling=index, span=span, type=kind, back=back)
                for span, kind in reversed(spans) if _counts(span, kind, back, met)
            )  # fmt: skip
            pairs.extend(pair for pair in own_pairs if far or not pair.is_far)
            met.update(_identity(span) for span, kind in spans if far or kind != DATE)
    return pairs


def _around(every: Sequence[Span], own: int, far: bool) -> Iterator[tuple[int, Span]]:
    """The trigger's sentence, those before it, the nearest first, the lead, the one behind it, each with its `back`."""
    nearest = max(own - _BACK, 0)
    yield from ((own - i, every[i]) for i in range(own, nearest - 1, -1))
    if far:
        yield from ((LEAD, every[i]) for i in range(min(LEAD_SENTENCES, nearest) - 1, -1, -1))
    if own + 1 < len(every):
        yield -1, every[own + 1]


def _spans(reading: Reading, sentence: Span) -> Iterator[_Named]:
    seen: set[int] = set()
    for index in range(sentence.start, sentence.end):
        span = reading.covering.get(index) or reading.adjectives.get(index)
        if span is None or id(span) in seen or not span.mention.entity:
            continue
        seen.add(id(span))
        kind = reading.mention_type(span)
        if kind in NAMED:
            yield span, kind
    yield from ((date, DATE) for date in reading.dates_between(sentence.start, sentence.end))


def _counts(span: MentionSpan | DateSpan, kind: str, back: int, met: Collection[str]) -> bool:
    """Everything in the trigger's own sentence; of the others whoever and whatever day was not met since.

    Of the lead no places: those of unseen articles were rather wrong than right; what holds of them the slots know.
    """
    if (kind == DATE and back < 0) or (kind in PLACE_TYPES and back == LEAD):
        return False
    return not back or _identity(span) not in met


def _identity(span: MentionSpan | DateSpan) -> str:
    return span.mention.entity if isinstance(span, MentionSpan) else span.date.value

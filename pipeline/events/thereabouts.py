"""«[Там] его ждёт премьер», «осенью [здесь] арестовали судно»: the place that was named last."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from spacy.tokens import Token

from pipeline.events.arguments.clauses import clause_bounds
from pipeline.events.arguments.places import EventPlace, place_in
from pipeline.events.arguments.reading import MentionSpan, Reading
from pipeline.events.tellings import Telling
from pipeline.language.features import features

_ADVERBS = frozenset({"там", "туда", "здесь", "сюда", "тут"})
_WHERE = frozenset({"в", "во", "на", "под", "у", "около", "близ", "из"})
_REACH = 50  # tokens back
_COST = 1.0


def find_places_there(reading: Reading, tellings: Sequence[Telling]) -> list[Telling]:
    """Give a happening without a place, but with such an adverb beside it, the place named last.

    Example: «Он отбыл в Астану. Там его ждёт премьер: разговор коснётся цен», «Здесь в 2017 году арестовали судно».
    """
    placed: list[Telling] = []
    for telling in tellings:
        grounded = telling.place is None and telling.is_grounded  # an adverb alone makes no happening of a word
        span = _meant(reading, telling, placed) if grounded else None
        found = EventPlace(span=span, cost=_COST, rule="there") if span is not None else telling.place
        placed.append(replace(telling, place=found))
    return placed


def _meant(reading: Reading, telling: Telling, earlier: Sequence[Telling]) -> MentionSpan | None:
    """The last place before the adverb that something is located by, or that an earlier happening has."""
    adverb = _adverb(reading, reading.doc[telling.candidate.head])
    if adverb is None:
        return None
    near_by = takewhile(lambda t: adverb.i - t.candidate.head <= 2 * _REACH, reversed(earlier))
    told = (t.place.span for t in near_by if t.place is not None)
    near = [s for s in (*_located(reading, adverb.i), *told) if adverb.i - _REACH <= s.start < adverb.i]
    last = max(near, key=lambda span: span.start, default=None)
    return last if last is not None and last.mention.entity not in telling.actors else None


def _adverb(reading: Reading, trigger: Token) -> Token | None:
    """Not «[тут же] подал в отставку», «призвал выступить [там]»."""
    start, end = clause_bounds(reading, trigger)
    beside = (t for t in reading.doc[start:end] if t.lower_ in _ADVERBS and t.pos_ == "ADV" and not _at_once(t))
    return next((t for t in beside if t.head == trigger or "Inf" not in features(t.head, "VerbForm")), None)


def _at_once(adverb: Token) -> bool:
    return adverb.lower_ == "тут" and adverb.i + 1 < len(adverb.doc) and adverb.nbor(1).lower_ == "же"


def _located(reading: Reading, index: int) -> Iterator[MentionSpan]:
    for phrase in reading.phrases_between(max(0, index - _REACH), index):
        span = place_in(reading, phrase) if phrase.preposition in _WHERE else None
        if span is not None:
            yield span

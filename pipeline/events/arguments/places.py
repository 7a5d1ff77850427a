"""The place of an event: the most specific named place that hangs on its trigger or its verbs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.events.arguments.attachment import Anchor, attachment_cost, rivals
from pipeline.events.arguments.lexicon import argument_lexicon
from pipeline.events.arguments.phrases import Phrase
from pipeline.events.arguments.reading import MentionSpan, Reading
from pipeline.language.sentences import sentence_of
from pipeline.records.annotations import PLACE_TYPES

_WHERE = {
    "в": {"Loc", "Acc", ""}, "во": {"Loc", "Acc", ""}, "на": {"Loc", "Acc", ""}, "под": {"Ins", "Acc", ""},
    "у": {"Gen", ""}, "около": {"Gen", ""}, "близ": {"Gen", ""}, "возле": {"Gen", ""}, "над": {"Ins", ""},
    "вблизи": {"Gen", ""}, "от": {"Gen"}, "неподалёку": {"Gen"}, "неподалеку": {"Gen"}, "недалеко": {"Gen"},
    "за": {"Ins", ""}, "по": {"Dat", ""}, "через": {"Acc", ""},
}  # fmt: skip
_WHENCE = {"из": {"Gen", ""}, "с": {"Gen"}}
_COARSENESS = {"facility": 0, "location": 1, "district": 1, "city": 1, "state_or_province": 2, "country": 3}
_AT = frozenset({"в", "во", "на", "у", "около", "возле", "близ"})
_TOWNS = frozenset({"city", "district", "state_or_province", "location"})
_SAID_OF = frozenset({"accusation", "request", "threat", "sanction"})
_DESTINATION = frozenset({"visit"})
_SOURCES = frozenset({"launch", "visit", "retreat", "other"})


@dataclass(frozen=True, slots=True, kw_only=True)
class EventPlace:
    """A place given to an event; `cost` says how loosely it hangs, `rule` why it was chosen."""

    span: MentionSpan
    cost: float
    rule: str


def find_event_places(reading: Reading, anchors: Sequence[Anchor], types: Sequence[str]) -> list[EventPlace | None]:
    """Give each trigger its place, the most specific of those that hang on it about as firmly."""
    near = [[anchors[i] for i in positions] for positions in rivals(anchors)]
    return [_place(reading, *item) for item in zip(anchors, near, types, strict=True)]


def _place(reading: Reading, anchor: Anchor, rival: Sequence[Anchor], kind: str) -> EventPlace | None:
    """Of the places that hang on a trigger nearly as firmly as the firmest the finest."""
    found = list(_attached(reading, anchor, rival, kind))
    if not found:
        return None
    firmest = min(p.cost for p in found)
    level = [p for p in found if p.cost <= firmest + 0.45]
    return min(level, key=lambda p: (_COARSENESS.get(reading.mention_type(p.span), 2), p.cost))


def _attached(reading: Reading, anchor: Anchor, rival: Sequence[Anchor], kind: str) -> Iterator[EventPlace]:
    """The places of a sentence that something links to a trigger."""
    others = frozenset(a.token.i for a in rival if a.token.i != anchor.token.i)
    sentence = sentence_of(anchor.token)
    for phrase in reading.phrases_between(sentence.start, sentence.end):
        span, penalty = _located(reading, phrase, kind)
        if span is None and kind == "attack" and _is_struck(reading, phrase, anchor):
            span, penalty = place_in(reading, phrase), 0.1
        if span is None:
            continue
        cost = attachment_cost(reading, anchor, phrase.start, phrase.end, others)
        if cost is not None:
            yield EventPlace(span=span, cost=cost + penalty, rule=phrase.preposition or "object")


def _located(reading: Reading, phrase: Phrase, kind: str) -> tuple[MentionSpan | None, float]:
    """The place that a phrase locates something in, and the cost of reading it so."""
    place = place_in(reading, phrase)
    if place is None:
        return None, 0.0
    if phrase.preposition == "на" and phrase.case == "Acc" and kind in _SAID_OF:
        return None, 0.0  # «возложил ответственность на Иран»
    if phrase.case in _WHERE.get(phrase.preposition, set()):
        return place, _where_cost(phrase, kind)
    if phrase.case in _WHENCE.get(phrase.preposition, set()) and kind in _SOURCES:
        return place, 0.7
    if not phrase.preposition and kind == "visit" and phrase.case in {"Acc", "Nom", ""}:
        return place, 0.1
    return None, 0.0


def _is_struck(reading: Reading, phrase: Phrase, anchor: Anchor) -> bool:
    """What is shelled is where that is: «обстреляли [город Ош]», «обстрел [Оша]»."""
    below = reading.doc[phrase.head].head == anchor.token
    struck = {"Acc"} if anchor.token.pos_ == "VERB" else {"Gen"}
    place = place_in(reading, phrase)
    return (
        below and not phrase.preposition and phrase.case in struck
        and place is not None and reading.mention_type(place) not in {"country", "organization"}
    )  # fmt: skip


def _where_cost(phrase: Phrase, kind: str) -> float:
    toward = phrase.case == "Acc" and phrase.preposition in {"в", "во", "на"}
    if toward:
        return 0.0 if kind in _DESTINATION else 0.2
    return 0.4 if phrase.preposition in {"по", "за", "через", "от"} else 0.0


def place_in(reading: Reading, phrase: Phrase) -> MentionSpan | None:
    """The head itself, or the name that tells which: «в аэропорту [Намангана]», «на полигоне [«Эдельвейс»]»."""
    head = reading.covering.get(phrase.head)
    if head is not None:
        return head if _is_place(reading, head) else _town_of(reading, phrase, head)
    if reading.doc[phrase.head].lemma_ not in argument_lexicon().sites:
        return None
    return next((s for s in reading.spans(phrase.start, phrase.end) if _is_place(reading, s)), None)


def _town_of(reading: Reading, phrase: Phrase, body: MentionSpan) -> MentionSpan | None:
    """«скончался в больнице [Нальчика]», «в Басманном суде [Москвы]»: the town in the name of a body with a house."""
    housed = reading.doc[phrase.head].lemma_ in argument_lexicon().sites and phrase.preposition in _AT
    towns = [s for s in reading.places_within(body) if reading.mention_type(s) in _TOWNS] if housed else []
    return towns[-1] if towns else None


def _is_place(reading: Reading, span: MentionSpan) -> bool:
    return bool(span.mention.entity) and reading.mention_type(span) in PLACE_TYPES

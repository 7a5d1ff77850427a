"""Days that a clause takes from elsewhere: from what stands before «когда», by «тогда», from a verb it joins."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from spacy.tokens import Token

from pipeline.events.arguments.clauses import clause_bounds
from pipeline.events.arguments.dates import can_be_of
from pipeline.events.arguments.event_date import EventDate
from pipeline.events.arguments.reading import DateSpan, Reading
from pipeline.events.arguments.verb_forms import SUBJECTS, VERBAL, is_participle
from pipeline.events.tellings import Telling
from pipeline.language.features import features
from pipeline.language.sentences import sentence_number, sentence_of, sentences

_TAKEN = 1.0  # cost of a day that stands in another clause
_BACK = 1  # sentences before that of «тогда»


def settle_days(reading: Reading, tellings: Sequence[Telling]) -> list[Telling]:
    """Give tellings the day that their clause takes from elsewhere; what was moved has its new one."""
    return [t if t.status == "postponed" or t.candidate.own_type else _settled(reading, t) for t in tellings]


def _settled(reading: Reading, telling: Telling) -> Telling:
    trigger = reading.doc[telling.candidate.head]
    start, end = clause_bounds(reading, trigger)
    if reading.dates_between(start, end):
        return telling
    for name, rule in _RULES:
        span = rule(reading, trigger, telling)
        if span is not None and can_be_of(telling.status, span.date):
            return replace(telling, date=EventDate(date=span.date, cost=_TAKEN, rule=name))
    return telling


def _when(reading: Reading, trigger: Token, telling: Telling) -> DateSpan | None:
    """«Пост пустует с [января], когда посол скончался»: the day right before the clause."""
    start, _ = clause_bounds(reading, trigger)
    if reading.doc[start].lower_ != "когда":
        return None
    before = reading.dates_between(sentence_of(trigger).start, start)
    return before[-1] if before and start - before[-1].end <= 1 else None


def _then(reading: Reading, trigger: Token, telling: Telling) -> DateSpan | None:
    """«В [2022 году] начались поставки. Тогда же партия вышла на митинг»: the last day told before."""
    light = telling.candidate.light
    verb = trigger if light is None else reading.doc[light]
    start, end = clause_bounds(reading, verb)
    then = next((t for t in reading.doc[start:end] if t.lower_ == "тогда"), None)
    if then is None or verb.pos_ not in VERBAL or (then.i + 1 < end and then.nbor(1).lower_ == "как"):
        return None
    first = sentences(reading.doc)[max(0, sentence_number(trigger) - _BACK)].start
    told = reading.dates_between(first, then.i)
    return told[-1] if told else None


def _joined(reading: Reading, trigger: Token, telling: Telling) -> DateSpan | None:
    """«[Около девяти] он вошёл в здание, выстрелил и потребовал выкуп»: the day that leads the first of the verbs."""
    if telling.date is not None or trigger.pos_ not in VERBAL or is_participle(trigger):
        return None
    verb = trigger
    while verb.dep_ == "conj" and verb.head.i < verb.i and verb.head.pos_ in VERBAL and not _has_subject(verb):
        verb = verb.head
    if verb == trigger or features(verb, "Tense") != features(trigger, "Tense"):
        return None
    start, _ = clause_bounds(reading, verb)
    leading = reading.dates_between(start, verb.i)
    if not leading or any(t.text == "," for t in reading.doc[leading[-1].end : verb.i]):
        return None  # «Польша, в [июне] выславшая посла, назвала …»
    return leading[-1]


def _has_subject(verb: Token) -> bool:
    return any(child.dep_ in SUBJECTS for child in verb.children)


_RULES: tuple[tuple[str, Callable[[Reading, Token, Telling], DateSpan | None]], ...] = (
    ("when", _when), ("then", _then), ("joined", _joined),
)  # fmt: skip

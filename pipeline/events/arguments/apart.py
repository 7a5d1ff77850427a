"""Days that belong to another verb of the sentence, whatever else stands near them."""

from __future__ import annotations

from collections.abc import Collection

from spacy.tokens import Token

from pipeline.events.arguments.clauses import clause_bounds
from pipeline.events.arguments.reading import DateSpan, Reading
from pipeline.events.arguments.verb_forms import VERBAL, is_predicate
from pipeline.language.sentences import sentence_of

_JOINING = frozenset({"и", "а"})
_LEADING = frozenset({"ADP", "ADV", "PART"})
_RELATIVE = frozenset({"который", "чей"})


def is_of_another(reading: Reading, trigger: Token, own: Collection[Token], span: DateSpan) -> bool:
    """Whether a day of the trigger's sentence is told of something else than what the trigger names."""
    if sentence_of(reading.doc[span.start]) != sentence_of(trigger):
        return False
    return any(rule(reading, trigger, own, span) for rule in (_behind_semicolon, _leads_another, _in_relative))


def _behind_semicolon(reading: Reading, trigger: Token, own: Collection[Token], span: DateSpan) -> bool:
    """«Решено направить выплаты; [накануне] доставлена вода»."""
    return any(t.text == ";" for t in reading.doc[trigger.i : max(trigger.i, span.start)])


def _leads_another(reading: Reading, trigger: Token, own: Collection[Token], span: DateSpan) -> bool:
    """«Покидает команду и [до конца недели] подпишет контракт»: behind a conjunction, before a verb of its own."""
    index = span.start - 1
    while index > trigger.i and reading.doc[index].pos_ in _LEADING:
        index -= 1
    if index <= trigger.i or reading.doc[index].lower_ not in _JOINING:
        return False
    rest = reading.doc[span.end : sentence_of(trigger).end]
    verb = next((t for t in rest if is_predicate(t) or t.text in {";", ":"}), None)
    return verb is not None and is_predicate(verb) and verb not in own


def _in_relative(reading: Reading, trigger: Token, own: Collection[Token], span: DateSpan) -> bool:
    """«Министр, которому [вчера] выразили недоверие, вылетел»: a subordinate clause that the event is not told in."""
    if trigger.pos_ not in VERBAL:
        return False  # «стычке, с которой в [среду] всё началось»
    start, end = clause_bounds(reading, reading.doc[span.start])
    opener = next((t for t in reading.doc[start : start + 2] if t.pos_ != "ADP"), None)
    if opener is None or opener.lemma_ not in _RELATIVE:
        return False
    return not any(start <= t.i < end for t in (trigger, *own))

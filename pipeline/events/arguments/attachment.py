"""How firmly a circumstance (a date, a place) hangs on a trigger: word order, tree and clause weighed together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from pipeline.events.arguments.clauses import clause_bounds
from pipeline.events.arguments.predicates import own_predicates, spoken_of
from pipeline.events.arguments.reading import Reading
from pipeline.events.arguments.verb_forms import VERBAL, is_participle
from pipeline.events.arguments.word_order import cost_behind, cost_in_front
from pipeline.language.sentences import sentence_of

# Costs: 0 inside the trigger's phrase, below 1 on the trigger or its light verb, below 2 on another verb of it.
TREE = 0.2
CLAUSE = 0.45
OUTSIDE = 0.5
_RANK = 0.25
_STEP = 0.004


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """A trigger with the verbs that speak of its event, nearest first, each with its clause."""

    token: Token
    predicates: tuple[Token, ...]
    clauses: tuple[tuple[int, int], ...]


def anchor(reading: Reading, token: Token, light: int | None) -> Anchor:
    """Prepare a trigger for weighing circumstances against it."""
    predicates = tuple(own_predicates(token, light))
    clauses = tuple(clause_bounds(reading, p) for p in predicates)
    return Anchor(token=token, predicates=predicates, clauses=clauses)


def rivals(anchors: Sequence[Anchor]) -> list[list[int]]:
    """For each trigger the positions, in `anchors`, of the other triggers of its sentence."""
    sentences: dict[int, list[int]] = {}
    for position, each in enumerate(anchors):
        sentences.setdefault(sentence_of(each.token).start, []).append(position)
    return [
        [other for other in sentences[sentence_of(each.token).start] if other != position]
        for position, each in enumerate(anchors)
    ]


def attachment_cost(reading: Reading, trigger: Anchor, start: int, end: int, others: frozenset[int]) -> float | None:
    """Cost of hanging the tokens from `start` to `end` on a trigger, `None` where nothing links them.

    Args:
        reading: the article.
        trigger: the trigger with its verbs.
        start: first token of the circumstance.
        end: index behind its last token.
        others: tokens of the article's other triggers, which keep what hangs on them.
    """
    if sentence_of(reading.doc[start]) != sentence_of(trigger.token):
        return None
    if of_the_speech(reading, trigger.token, start, end):
        return None
    verb = _verb_before(reading, start)
    if verb is not None and verb not in trigger.predicates:
        return None
    tree = _by_tree(reading, trigger, start, end, others) if verb is None else TREE + _rank(trigger, verb)
    clause = _by_clause(reading, trigger, start, end, others)
    if tree is not None and clause is None and verb is None:
        tree += OUTSIDE
    near = [cost_in_front(reading, trigger.token, end), cost_behind(reading, trigger.token, start, others)]
    known = [cost for cost in (*near, tree, clause) if cost is not None]
    return min(known) + _STEP * min(abs(start - trigger.token.i), 50) if known else None


def of_the_speech(reading: Reading, trigger: Token, start: int, end: int) -> bool:
    """Whether it hangs on the verb that speaks of the event: «о референдуме говорил [7 октября]»."""
    token = next((t for t in reading.doc[start:end] if not start <= t.head.i < end), reading.doc[start])
    return token.head.pos_ in VERBAL and token.head == trigger.head and spoken_of(trigger, token.head)


def _verb_before(reading: Reading, start: int) -> Token | None:
    """The participle right in front of a circumstance, which keeps it: «[намеченному] на 5 мая»."""
    for token in reversed(reading.doc[sentence_of(reading.doc[start]).start : start]):
        if is_participle(token):
            return token
        if token.pos_ not in {"ADP", "ADV", "PART"}:
            return None
    return None


def _rank(trigger: Anchor, verb: Token) -> float:
    return _RANK * trigger.predicates.index(verb)


def _by_tree(reading: Reading, trigger: Anchor, start: int, end: int, others: frozenset[int]) -> float | None:
    """The first verb or trigger above the circumstance in the tree is one of the event's own."""
    token = reading.doc[start]
    for _ in range(12):
        if not start <= token.i < end:
            if token in trigger.predicates:
                return TREE + _rank(trigger, token)
            if token.pos_ in VERBAL or token.i in others:
                return None
        if token.head == token:
            return None
        token = token.head
    return None


def _elsewhere(trigger: Anchor, token: Token, start: int, end: int) -> bool:
    """Whether it hangs on a participle of something else: «[съезду], намеченному на 4 марта, и форуму»."""
    while token.head != token:
        if not start <= token.i < end and token.pos_ in VERBAL:
            return is_participle(token) and token not in trigger.predicates
        token = token.head
    return False


def _by_clause(reading: Reading, trigger: Anchor, start: int, end: int, others: frozenset[int]) -> float | None:
    """In the clause of one of the event's verbs, with no other event noun between that verb and it."""
    for rank, (predicate, (first, last)) in enumerate(zip(trigger.predicates, trigger.clauses, strict=True)):
        if not first <= start < last or _elsewhere(trigger, reading.doc[start], start, end):
            continue
        low, high = sorted((predicate.i, start))
        rivals = [i for i in range(low + 1, high) if i in others and reading.doc[i].pos_ not in VERBAL]
        if rank and predicate.i in others:
            rivals.append(predicate.i)
        return CLAUSE + _RANK * rank + 0.5 * len(rivals)
    return None

"""Tellings of one happening: headline and lead, «данное мероприятие», a noun that takes up its verb."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from spacy.tokens import Doc, Token

from pipeline.events.arguments.lexicon import argument_lexicon
from pipeline.events.arguments.reading import Reading
from pipeline.events.tellings import Telling

# Types whose events are words said: each saying is a happening of its own.
_SAYINGS = frozenset({"request", "support", "accusation", "rejection", "threat", "call", "concession"})
_KINDRED = ({"meeting", "session"}, {"accident", "disaster"}, {"attack", "conflict"}, {"deal", "agreement"})
_CONTRARY = ({"denied", "occurred"}, {"cancelled", "occurred"}, {"planned", "occurred"}, {"denied", "planned"})


class _Pair(NamedTuple):
    reading: Reading
    first: Telling
    second: Telling


def merge_tellings(reading: Reading, tellings: Sequence[Telling]) -> list[list[Telling]]:
    """Group tellings by happening, in the order of the text; each group leads with its first telling in the body.

    A telling joins the nearest earlier happening that nothing contradicts and that some rule takes for the same.
    """
    groups: list[list[Telling]] = []
    for telling in (t for t in tellings if not t.headline):
        home = next((g for g in reversed(groups) if _same(reading, g, telling)), None)
        if home is None:
            groups.append([telling])
        else:
            home.append(telling)
    for telling in (t for t in tellings if t.headline):
        _place_headline(reading, groups, telling)
    return sorted(groups, key=lambda g: g[0].candidate.start)


def _place_headline(reading: Reading, groups: list[list[Telling]], telling: Telling) -> None:
    """A headline sums up the body: it joins the first happening of its type that nothing contradicts."""
    for group in groups:
        if all(_compatible(_Pair(reading, t, telling)) for t in group):
            group.append(telling)
            return
    groups.append([telling])


def _same(reading: Reading, group: list[Telling], telling: Telling) -> bool:
    pairs = [_Pair(reading, t, telling) for t in group]
    return all(map(_compatible, pairs)) and any(rule(pair) for pair in pairs for rule in _RULES)


def _compatible(pair: _Pair) -> bool:
    first, second = pair.first, pair.second
    return (
        _types_agree(first, second)
        and _statuses_agree(first, second)
        and _dates_agree(first, second)
        and _places_agree(pair)
        and _actors_agree(first, second)
    )


def _types_agree(first: Telling, second: Telling) -> bool:
    types = {first.candidate.type, second.candidate.type}
    return len(types) == 1 or ((first.headline or second.headline) and types in _KINDRED)


def _statuses_agree(first: Telling, second: Telling) -> bool:
    """«встреча прошла» and «встречи не было» are not one; a bare noun («к заседанию») has no say."""
    return {first.status, second.status} not in _CONTRARY or first.cue is None or second.cue is None


def _dates_agree(first: Telling, second: Telling) -> bool:
    """Unknown, equal, or one within the other."""
    if first.date is None or second.date is None:
        return True
    ours, theirs = first.date.date, second.date.date
    if ours.earliest is None or theirs.earliest is None or ours.latest is None or theirs.latest is None:
        return ours.value == theirs.value
    inside = ours.earliest <= theirs.earliest and theirs.latest <= ours.latest
    return inside or (theirs.earliest <= ours.earliest and ours.latest <= theirs.latest)


def _places_agree(pair: _Pair) -> bool:
    """Unknown, the same, or of different size («Минск», «Беларусь»)."""
    if pair.first.place is None or pair.second.place is None:
        return True
    ours, theirs = pair.first.place.span, pair.second.place.span
    if ours.mention.entity == theirs.mention.entity:
        return True
    return pair.reading.mention_type(ours) != pair.reading.mention_type(theirs)


def _actors_agree(first: Telling, second: Telling) -> bool:
    return not first.actors or not second.actors or bool(first.actors & second.actors)


def _shared_actors(pair: _Pair) -> bool:
    """The same people on a day that both know, or a noun that takes up the verb."""
    first, second = pair.first, pair.second
    if not first.actors & second.actors or _contrast(pair.reading.doc[second.candidate.head]):
        return False
    if first.candidate.type in _SAYINGS:
        return first.actors == second.actors and _lemma(pair.reading.doc, first) == _lemma(pair.reading.doc, second)
    dated = first.date is not None and second.date is not None
    return dated or not second.date or first.actors == second.actors


def _same_day(pair: _Pair) -> bool:
    """One day, one type, and at least one of the two does not say who: «Вчера … прошёл митинг. … митинг 20 мая …»."""
    first, second = pair.first, pair.second
    if first.date is None or second.date is None or first.candidate.type in _SAYINGS:
        return False
    noun = pair.reading.doc[second.candidate.head].pos_ not in {"VERB", "AUX"}
    return noun and first.date.date.value == second.date.date.value and not (first.actors and second.actors)


def _takes_up(pair: _Pair) -> bool:
    """«данное мероприятие», «эта встреча», «в ходе беседы»: a noun that brings nothing of its own."""
    token = pair.reading.doc[pair.second.candidate.head]
    if token.pos_ in {"VERB", "AUX"} or _contrast(token) or pair.first.candidate.type in _SAYINGS:
        return False
    pointed = any(c.lemma_ in argument_lexicon().same_one for c in token.children if c.i < token.i)
    return pointed or (_is_bare(token) and not pair.second.actors and "Plur" not in token.morph.get("Number"))


def _is_bare(token: Token) -> bool:
    """No genitive and no name behind it, nothing but a plain adjective in front."""
    return not any(c.dep_ in {"nmod", "appos", "flat"} and c.i > token.i for c in token.children)


def _contrast(token: Token) -> bool:
    """«новый бой», «предыдущая авария», «второй тур», «ещё одна встреча»: another happening of the kind."""
    before = token.doc[max(token.i - 3, token.sent.start) : token.i]
    return any(t.lemma_ in argument_lexicon().other_one for t in before)


def _lemma(doc: Doc, telling: Telling) -> str:
    return doc[telling.candidate.head].lemma_


_RULES: tuple[Callable[[_Pair], bool], ...] = (_shared_actors, _same_day, _takes_up)

"""Tellings of one happening: headline and lead, «данное мероприятие», a noun that takes up its verb."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from spacy.tokens import Doc, Token

from pipeline.events.arguments.lexicon import argument_lexicon
from pipeline.events.arguments.reading import Reading
from pipeline.events.tellings import Telling
from pipeline.language.features import features
from pipeline.language.sentences import sentence_of

# Types whose events are words said: each saying is a happening of its own.
_SAYINGS = frozenset({"request", "support", "accusation", "rejection", "threat", "call", "concession"})
# Types whose happenings go by several nouns: «столкновение … Авария произошла в воскресенье».
_MANY_NAMES = frozenset({"accident", "disaster", "attack", "conflict", "meeting", "visit", "election", "outbreak"})
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
    """A headline sums up the body: it joins the first happening of its type and status that nothing contradicts.

    One of another status is taken where there is none: «В преддверии [сессии]» is not the session of last year.
    """
    fitting = [g for g in groups if all(_compatible(_Pair(reading, t, telling)) for t in g)]
    homes = [g for g in fitting if all(_actors_agree(_Pair(reading, t, telling)) for t in g)]
    home = min(homes, key=lambda g: all(t.status != telling.status for t in g), default=None)
    if home is not None:
        home.append(telling)
    elif not fitting or telling.date or telling.place:
        groups.append([telling])


def _same(reading: Reading, group: list[Telling], telling: Telling) -> bool:
    pairs = [_Pair(reading, t, telling) for t in group]
    if not all(map(_compatible, pairs)):
        return False
    if any(_takes_up(pair) for pair in pairs):
        return True
    return all(map(_actors_agree, pairs)) and any(rule(pair) for pair in pairs for rule in _RULES)


def _compatible(pair: _Pair) -> bool:
    first, second = pair.first, pair.second
    return (
        _types_agree(first, second)
        and _statuses_agree(first, second)
        and _dates_agree(first, second)
        and _places_agree(pair)
    )


def _types_agree(first: Telling, second: Telling) -> bool:
    types = {first.candidate.type, second.candidate.type}
    return len(types) == 1 or ((first.headline or second.headline) and types in _KINDRED)


def _statuses_agree(first: Telling, second: Telling) -> bool:
    """«встреча прошла» and «встречи не было» are not one; a bare noun («к заседанию») has no say."""
    if (first.status == "denied") != (second.status == "denied"):
        return False
    if first.cue is None or second.cue is None or "end" in {first.phase, second.phase}:
        return True
    return {first.status, second.status} not in _CONTRARY


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


def _actors_agree(pair: _Pair) -> bool:
    """Somebody unknown, somebody in common, or a body and the one that it belongs to."""
    ours, theirs = pair.first.actors, pair.second.actors
    return not ours or not theirs or bool(ours & theirs) or _kin(pair.reading, ours, theirs)


def _kin(reading: Reading, ours: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether one body belongs to the other: «сессия СКБ ОДКБ», «сессия нашей организации»."""
    return _parents(reading, ours) & theirs != set() or _parents(reading, theirs) & ours != set()


def _parents(reading: Reading, keys: frozenset[str]) -> set[str]:
    return {e.parent for key in keys if (e := reading.entities.get(key)) and e.parent}


def _of_the_same_body(pair: _Pair) -> bool:
    """An undated sitting of the parent body is the one of its organ told before."""
    first, second = pair.first, pair.second
    if second.date is not None or _contrast(pair.reading.doc[second.candidate.head]):
        return False
    return _kin(pair.reading, first.actors, second.actors)


def _names_victims(pair: _Pair) -> bool:
    """«Два человека погибли … [Водитель Иванов] и пассажирка [скончались] на месте»: counted first, named later."""
    first, second = pair.first, pair.second
    counted = first.candidate.type in {"death", "injury"} and not first.actors and bool(first.counts)
    return counted and second.date is None and second.place is None and bool(second.actors)


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
    if pointed or not _is_bare(token):
        return pointed
    several = "Plur" in features(token, "Number") and not token.lemma_.endswith(("ы", "и", "а"))
    again = _lemma(pair.reading.doc, pair.first) == _lemma(pair.reading.doc, pair.second)
    renamed = pair.second.candidate.type in _MANY_NAMES or (pair.second.date is None and pair.second.place is None)
    return not several and (again or renamed)


def _is_bare(token: Token) -> bool:
    """No genitive and no name behind it, nothing but a plain adjective in front."""
    following = token.nbor(1).text if token.i + 1 < sentence_of(token).end else ""
    return following != "«" and not any(c.dep_ in {"nmod", "appos", "flat"} and c.i > token.i for c in token.children)


def _contrast(token: Token) -> bool:
    """«новый бой», «предыдущая авария», «второй тур», «ещё одна встреча»: another happening of the kind."""
    before = token.doc[max(token.i - 3, sentence_of(token).start) : token.i]
    return any(t.lemma_ in argument_lexicon().other_one for t in before)


def _lemma(doc: Doc, telling: Telling) -> str:
    return doc[telling.candidate.head].lemma_


_RULES: tuple[Callable[[_Pair], bool], ...] = (_shared_actors, _same_day, _of_the_same_body, _names_victims)

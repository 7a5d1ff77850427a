"""Tellings of one happening: headline and lead, «данное мероприятие», a noun that takes up its verb."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pipeline.events.arguments.reading import Reading
from pipeline.events.compatibility import TellingPair, actors_agree, compatible
from pipeline.events.joining.model import same_type_pairs, shares
from pipeline.events.same_happening import RULES, takes_up
from pipeline.events.tellings import Telling

# Chosen on tests/news-marks/dev.csv and strict.csv, see the card: it parts more than it joins.
JOINED = 0.9  # from here on it joins what no rule takes for the same
PARTED = 0.4  # below it it parts what a rule takes for the same
_Shares = Mapping[tuple[int, int], float]  # of two tellings, by the places of their triggers


def merge_tellings(reading: Reading, tellings: Sequence[Telling]) -> list[list[Telling]]:
    """Group tellings by happening, in the order of the text; each group leads with its first telling in the body.

    A telling joins the nearest earlier happening that nothing contradicts and that some rule, or the network of
    `joining`, takes for the same.
    """
    body = [t for t in tellings if not t.headline]
    held = _held(reading, body)
    groups: list[list[Telling]] = []
    for telling in body:
        home = next((g for g in reversed(groups) if _same(reading, g, telling, held)), None)
        if home is None:
            groups.append([telling])
        else:
            home.append(telling)
    for telling in (t for t in tellings if t.headline):
        _place_headline(reading, groups, telling)
    return sorted(groups, key=lambda g: g[0].candidate.start)


def _held(reading: Reading, tellings: Sequence[Telling]) -> _Shares:
    """What the network holds of every two tellings of one type; those of a user's own types it does not know."""
    known = [telling for telling in tellings if not telling.candidate.own_type]
    places = same_type_pairs(known)
    pairs = [TellingPair(reading, known[i], known[j]) for i, j in places]
    return {_key(p.first, p.second): share for p, share in zip(pairs, shares(pairs, places), strict=True)}


def _key(first: Telling, second: Telling) -> tuple[int, int]:
    return first.candidate.head, second.candidate.head


def _place_headline(reading: Reading, groups: list[list[Telling]], telling: Telling) -> None:
    """A headline sums up the body: it joins the first happening of its type and status that nothing contradicts.

    One of another status is taken where there is none: «В преддверии [сессии]» is not the session of last year.
    """
    fitting = [g for g in groups if all(compatible(TellingPair(reading, t, telling)) for t in g)]
    homes = [g for g in fitting if all(actors_agree(TellingPair(reading, t, telling)) for t in g)]
    home = min(homes, key=lambda g: all(t.status != telling.status for t in g), default=None)
    if home is not None:
        home.append(telling)
    elif not fitting or telling.date or telling.place:
        groups.append([telling])


def _same(reading: Reading, group: list[Telling], telling: Telling, held: _Shares) -> bool:
    pairs = [TellingPair(reading, t, telling) for t in group]
    if not all(map(compatible, pairs)):
        return False
    likely = max((held.get(_key(t, telling), 1.0) for t in group), default=1.0)
    if likely < PARTED:
        return False
    if any(takes_up(pair) for pair in pairs):
        return True
    agree = all(map(actors_agree, pairs))
    if agree and any(rule(pair) for pair in pairs for rule in RULES):
        return True
    return likely >= JOINED and any(_key(t, telling) in held for t in group)

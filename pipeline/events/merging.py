"""Tellings of one happening: headline and lead, «данное мероприятие», a noun that takes up its verb."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.events.arguments.reading import Reading
from pipeline.events.compatibility import TellingPair, actors_agree, compatible
from pipeline.events.same_happening import RULES, takes_up
from pipeline.events.tellings import Telling


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
    fitting = [g for g in groups if all(compatible(TellingPair(reading, t, telling)) for t in g)]
    homes = [g for g in fitting if all(actors_agree(TellingPair(reading, t, telling)) for t in g)]
    home = min(homes, key=lambda g: all(t.status != telling.status for t in g), default=None)
    if home is not None:
        home.append(telling)
    elif not fitting or telling.date or telling.place:
        groups.append([telling])


def _same(reading: Reading, group: list[Telling], telling: Telling) -> bool:
    pairs = [TellingPair(reading, t, telling) for t in group]
    if not all(map(compatible, pairs)):
        return False
    if any(takes_up(pair) for pair in pairs):
        return True
    return all(map(actors_agree, pairs)) and any(rule(pair) for pair in pairs for rule in RULES)

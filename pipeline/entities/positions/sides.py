"""Whose player it is where a match report says no more than «защитник гостей», «наставница хозяек»."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.entities.spans import OPENING_MARKS, NamedSpans, fold
from pipeline.records.annotations import Position

_HOSTS = frozenset({"хозяин", "хозяйка"})
_GUESTS = frozenset({"гость", "гостья"})
_AWAY = ("гостях", "выезде", "чужом", "чужой", "гостевой", "выездной", "гостевом", "выездном")
_OPENING = 80  # tokens in which a report names the two teams and where they met


def body_of_side(named: NamedSpans, position: Position, others: Sequence[Position]) -> Position | None:
    """The team of the hosts or guests: a report names the hosts first, unless it says that they played away.

    Example: «Зубры» обыграли «Поморов». Вратарь гостей Иван Орлов …: of «Поморы».
    """
    span = named.span_of(position)
    if span is None or span.end >= len(named.doc):
        return None
    word = named.doc[span.end]
    side = fold(word.lemma_)
    teams = _two_teams(named) if side in _HOSTS | _GUESTS else []
    if len(teams) < 2:
        return None
    away = any(token.lower_ in _AWAY for token in named.doc[:_OPENING])
    return replace(position, organization=teams[int((side in _GUESTS) != away)])


def _two_teams(named: NamedSpans) -> list[str]:
    """The first two bodies with names in marks that the opening tells."""
    opening = [f for f in named.outermost() if f.first < _OPENING and not f.is_person and not f.is_place]
    quoted = [f.entity for f in opening if f.first and named.doc[f.first - 1].text in OPENING_MARKS]
    return list(dict.fromkeys(quoted))[:2]

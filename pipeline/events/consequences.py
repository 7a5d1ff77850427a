"""Circumstances that happenings share: the dead of an accident, what was signed after the talks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from pipeline.events.arguments.clauses import clause_bounds
from pipeline.events.arguments.reading import Reading
from pipeline.events.tellings import Telling

Happening = list[Telling]
Rule = Callable[[Reading, Telling, Telling], bool]

_CAUSES = frozenset({"accident", "attack", "disaster", "conflict", "protest", "competition"})
_EFFECTS = frozenset({"death", "injury"})
_OCCASIONS = frozenset({"после", "на", "в", "во", "при", "по", "за"})
_FAR = 1500  # characters within which happenings are told together at all
_REACH = 250  # characters from a cause to what it is told to have led to


def share_circumstances(reading: Reading, happenings: Sequence[Happening]) -> list[Happening]:
    """Give a happening without date or place those of the one that it is told with.

    Args:
        reading: the article.
        happenings: tellings by happening, in the order of the text.
    """
    return [_completed(reading, happening, happenings) for happening in happenings]


def _completed(reading: Reading, happening: Happening, happenings: Sequence[Happening]) -> Happening:
    dated, placed = any(t.date for t in happening), any(t.place for t in happening)
    if dated and placed:
        return happening
    for source in _sources(reading, happening, happenings):
        date = None if dated else next((replace(t.date, cost=1.5, rule="shared") for t in source if t.date), None)
        place = None if placed else next((replace(t.place, cost=1.5, rule="shared") for t in source if t.place), None)
        if date or place:
            first = replace(happening[0], date=happening[0].date or date, place=happening[0].place or place)
            return [first, *happening[1:]]
    return happening


def _sources(reading: Reading, happening: Happening, happenings: Sequence[Happening]) -> list[Happening]:
    """The happenings that some rule links to this one, nearest before it first."""
    own = happening[0]
    linked = [
        other
        for other in happenings
        for telling in other
        if other is not happening
        and abs(telling.candidate.start - own.candidate.start) < _FAR
        and any(rule(reading, own, telling) for rule in _RULES)
    ]
    return sorted(linked, key=lambda other: abs(other[0].candidate.start - own.candidate.start))


def _told_together(reading: Reading, own: Telling, other: Telling) -> bool:
    """Cause and effect in one sentence: «[Два человека погибли] при столкновении …»."""
    kinds = {own.candidate.type, other.candidate.type}
    effects = bool(kinds & _EFFECTS) and kinds <= _EFFECTS | _CAUSES
    return own.evidence == other.evidence and effects and own.status == other.status


def _aftermath(reading: Reading, own: Telling, other: Telling) -> bool:
    """«Перестрелка вспыхнула в понедельник. [Погиб сержант …]»: the effect in a sentence soon after, with no day."""
    if own.candidate.type not in _EFFECTS or other.candidate.type not in _CAUSES or own.status != other.status:
        return False
    behind = own.candidate.start - other.evidence[1]
    return 0 <= behind <= _REACH and not _has_date(reading, own)


def _where_clause(reading: Reading, own: Telling, other: Telling) -> bool:
    """«прибыл во вторник в Баткен, [где его принял] …»."""
    if own.evidence != other.evidence:
        return False
    start, _ = clause_bounds(reading, reading.doc[own.candidate.head])
    return reading.doc[start].lower_ in {"где", "куда", "откуда"} and other.candidate.start < reading.doc[start].idx


def _on_occasion(reading: Reading, own: Telling, other: Telling) -> bool:
    """«[После митинга] полиция задержала …», «[на заседании] он призвал …»: what was done there and then."""
    token, verb = reading.doc[other.candidate.head], reading.doc[own.candidate.head]
    phrase = reading.phrase_at.get(token.i)
    if own.evidence != other.evidence or phrase is None or phrase.preposition not in _OCCASIONS:
        return False
    if own.status != other.status:
        return False
    start, end = clause_bounds(reading, verb)
    return verb.pos_ in {"VERB", "AUX"} and start <= token.i < end


def _has_date(reading: Reading, telling: Telling) -> bool:
    return any(telling.evidence[0] <= d.date.start < telling.evidence[1] for d in reading.dates)


_RULES: tuple[Rule, ...] = (_told_together, _aftermath, _where_clause, _on_occasion)

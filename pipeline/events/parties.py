"""«Стороны подписали …», «собеседники обсудили …»: those who met are those who go on acting."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.events.arguments.lexicon import argument_lexicon
from pipeline.events.arguments.reading import Reading
from pipeline.events.arguments.slots import find_phrases
from pipeline.events.tellings import Telling
from pipeline.language.features import features
from pipeline.records.annotations import Argument

_GATHERINGS = frozenset({"meeting", "session", "call", "agreement", "visit", "conflict", "deal", "cooperation"})
_REACH = 600  # characters back to where the parties were named


def resolve_parties(reading: Reading, tellings: Sequence[Telling]) -> list[Telling]:
    """Give a telling whose subject is «стороны», «собеседники» or «они» those who met last before it.

    Args:
        reading: the article.
        tellings: in the order of the text.
    """
    resolved: list[Telling] = []
    for telling in tellings:
        parties = () if telling.fillers or not _by_parties(reading, telling) else _last_met(resolved, telling)
        resolved.append(replace(telling, fillers=parties) if parties else telling)
    return resolved


def _by_parties(reading: Reading, telling: Telling) -> bool:
    trigger = (reading.doc[telling.candidate.head], telling.candidate.light)
    heads = [reading.doc[phrase.head] for phrase in find_phrases(reading, trigger, "subject")]
    return any(h.lemma_ in argument_lexicon().parties and "Plur" in features(h, "Number") for h in heads)


def _last_met(earlier: Sequence[Telling], telling: Telling) -> tuple[Argument, ...]:
    for other in reversed(earlier):
        near = telling.candidate.start - other.candidate.start <= _REACH
        if near and other.candidate.type in _GATHERINGS and len(other.actors) > 1:
            return tuple(
                replace(a, source=f"parties/{a.source}", confidence=round(a.confidence * 0.8, 3)) for a in other.fillers
            )
    return ()

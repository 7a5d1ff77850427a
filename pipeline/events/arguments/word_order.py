"""Cost of hanging a date or place on a trigger by word order alone: in front of it, right behind its phrase."""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.events.arguments.reading import Reading
from pipeline.events.arguments.verb_forms import VERBAL

# On the scale of `attachment.py`.
BESIDE = 0.0
BEHIND = 0.3


def cost_in_front(reading: Reading, trigger: Token, end: int) -> float | None:
    """In front of a noun, in its phrase: «[майской (2021 года)] сессии», «[вчерашняя] встреча»."""
    if trigger.pos_ in VERBAL or end > trigger.i:
        return None
    between = reading.doc[end : trigger.i]
    inside = all(t.pos_ in {"ADJ", "DET", "NUM"} or t.text in {"(", ")", "«", "»", ","} or t.is_space for t in between)
    return BESIDE if inside else None


def cost_behind(reading: Reading, trigger: Token, start: int, others: frozenset[int]) -> float | None:
    """Right behind the trigger's phrase, before any verb or border: «встреча с послом [20 ноября]»."""
    between = reading.doc[trigger.i + 1 : start]
    if start <= trigger.i or any(t.i in others or _parts(reading, t) for t in between):
        return None
    return BEHIND


def _parts(reading: Reading, token: Token) -> bool:
    border = token.text in {",", ";", ":", "—", "–"} and token.i not in reading.covering
    return token.pos_ in VERBAL or border

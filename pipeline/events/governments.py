"""Places said for those who govern there: «в [Душанбе] упрёк отвергли» tells who refused, not where."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.events.arguments.reading import MentionSpan, Reading
from pipeline.events.arguments.subjects import find_subject
from pipeline.events.arguments.verb_forms import VERBAL
from pipeline.events.tellings import SAYINGS, Telling
from pipeline.language.features import features
from pipeline.records.annotations import Argument

_GOVERNED = frozenset({"city", "country", "state_or_province"})
_CONFIDENCE = 0.8


def find_governments(reading: Reading, tellings: Sequence[Telling]) -> list[Telling]:
    """Give a saying in the plural without a subject the city or state «in» which it is said as its speaker.

    Example: «В Азербайджане её визиты назвали провокацией и потребовали от Парижа объяснений».
    """
    return [_told_by_place(reading, telling) for telling in tellings]


def _told_by_place(reading: Reading, telling: Telling) -> Telling:
    if telling.place is None or not _names_no_speaker(reading, telling) or not _governed(reading, telling.place.span):
        return telling
    mention = telling.place.span.mention
    entity = reading.entities.get(mention.entity)
    speaker = Argument(
        role="agent", name=entity.name if entity else mention.text, start=mention.start, end=mention.end,
        text=mention.text, entity=mention.entity, source="frame/office/named_head",
        confidence=round(_CONFIDENCE * mention.confidence, 3),
    )  # fmt: skip
    fillers = (speaker, *(a for a in telling.fillers if not a.entity or a.entity != speaker.entity))
    return replace(telling, fillers=tuple(sorted(fillers, key=lambda a: (a.start, a.end))), place=None)


def _names_no_speaker(reading: Reading, telling: Telling) -> bool:
    """«Отвергли», «пригрозили закрыть», not «отвергаем»: a finite plural of saying or asking, by nobody named."""
    verb = reading.doc[telling.candidate.head]
    finite = verb.pos_ in VERBAL and "Fin" in features(verb, "VerbForm") and "Plur" in features(verb, "Number")
    told = finite and "1" not in features(verb, "Person")
    return telling.candidate.type in SAYINGS and told and not find_subject(reading, verb)


def _governed(reading: Reading, span: MentionSpan) -> bool:
    """«В [Баку]», not «в аэропорту [Баку]», «на [Кипре]»."""
    phrase = reading.phrase_at.get(span.start)
    heads = phrase is not None and phrase.preposition in {"в", "во"} and span.start <= phrase.head < span.end
    return heads and reading.mention_type(span) in _GOVERNED

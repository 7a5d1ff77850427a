"""Who a phrase speaks of: the person, not the employer; the body that acts through its people."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from pipeline.events.arguments.bodies import adjectival, apposition, named_head, proxy, staff
from pipeline.events.arguments.coordination import is_animate
from pipeline.events.arguments.persons import person, titled
from pipeline.events.arguments.phrases import Phrase
from pipeline.events.arguments.reading import MentionSpan, Reading
from pipeline.language.features import features


@dataclass(frozen=True, slots=True, kw_only=True)
class Referent:
    """An entity with the mention that brings it in, and the rule that let it stand for the phrase."""

    entity: str
    type: str
    span: MentionSpan
    rule: str


def denoted(reading: Reading, phrases: Sequence[Phrase]) -> list[Referent]:
    """Entities that a coordinated group of phrases speaks of, each once.

    «президенты России и Беларуси Владимир Путин и Александр Лукашенко»: where the group names people, the bodies
    and countries of their titles take no part.
    """
    pairs = [(phrase, referent) for phrase in phrases for referent in _phrase_referents(reading, phrase)]
    people = any(referent.type == "person" for _, referent in pairs)
    kept = [r for phrase, r in pairs if not (people and r.type != "person" and is_animate(reading, phrase))]
    return list({referent.entity: referent for referent in reversed(kept)}.values())[::-1]


def held(reading: Reading, phrases: Sequence[Phrase]) -> list[Referent]:
    """Bodies whose shares or parts a phrase speaks of: «5 % акций [«Зари»]», «сеть магазинов [«Полёт»]»."""
    spans = [s for p in phrases for s in reading.spans(p.start, p.end) if s.mention.entity and s.case in {"", "Gen"}]
    bodies = [s for s in spans if reading.mention_type(s) == "organization"]
    return [Referent(entity=s.mention.entity, type="organization", span=s, rule="held") for s in bodies[:1]]


def _phrase_referents(reading: Reading, phrase: Phrase) -> list[Referent]:
    """The first rule that finds somebody decides."""
    spans = [span for span in reading.spans(phrase.start, phrase.end) if span.mention.entity]
    for name, rule in DENOTING.items():
        found = rule(reading, phrase, spans)
        if found:
            return [Referent(entity=s.mention.entity, type=reading.mention_type(s), span=s, rule=name) for s in found]
    return []


# The ways in which a phrase names somebody, best first; their names stand in `source`.
DENOTING: dict[str, Callable[[Reading, Phrase, list[MentionSpan]], list[MentionSpan]]] = {
    "person": person,
    "titled": titled,
    "named_head": named_head,
    "apposition": apposition,
    "proxy": proxy,
    "staff": staff,
    "adjectival": adjectival,
}


def part_behind(reading: Reading, phrase: Phrase, trigger: int) -> Phrase | None:
    """What stands in a phrase behind the trigger that it names: «визит [генерального директора МАГАТЭ]»."""
    covered = reading.covering.get(trigger)
    start = covered.end if covered else trigger + 1
    heads = [
        i for i in range(start, phrase.end) if i in reading.covering or reading.doc[i].pos_ in {"NOUN", "PROPN", "X"}
    ]
    if not heads:
        return None
    span = reading.covering.get(heads[0])
    values = features(reading.doc[heads[0]], "Case")
    case = span.case if span else (values[0] if values else "")
    return replace(phrase, start=start, head=heads[0], case=case, preposition="")

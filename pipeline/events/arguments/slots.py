"""Slots of a trigger: the phrase that stands as subject, object, genitive or behind a preposition."""

from __future__ import annotations

from collections.abc import Callable

from pipeline.events.arguments.carriers import acts_in
from pipeline.events.arguments.company import find_company, find_matter
from pipeline.events.arguments.modifiers import modifiers
from pipeline.events.arguments.objects import Trigger, find_instrumental, find_object, find_recipient
from pipeline.events.arguments.owners import find_adjectival, find_genitive
from pipeline.events.arguments.phrases import Phrase
from pipeline.events.arguments.predicates import governor
from pipeline.events.arguments.prepositional import find_addressee, find_among, find_office, find_sender, prepositional
from pipeline.events.arguments.reading import Reading
from pipeline.events.arguments.subjects import find_subject
from pipeline.events.arguments.verb_forms import VERBAL, is_participle


def find_phrases(reading: Reading, trigger: Trigger, slot: str) -> list[Phrase]:
    """The phrases in a slot, best first.

    Args:
        reading: the article.
        trigger: token that names the event, index of its light verb.
        slot: a name of `NAMED_SLOTS`, or `preposition:case` such as `с:ins`.
    """
    rule = NAMED_SLOTS.get(slot)
    if rule is not None:
        return rule(reading, trigger)
    preposition, _, case = slot.partition(":")
    return prepositional(reading, trigger, preposition, case.capitalize())


def _subject(reading: Reading, trigger: Trigger) -> list[Phrase]:
    """Who acts: «[Иван Орлов] посетил», «[Иван Орлов] провёл встречу», «на заседании [Иван Орлов] доложил»."""
    token, light = trigger
    if token.pos_ in VERBAL:
        return [] if find_office(reading, trigger) else find_subject(reading, token)
    carriers = [reading.doc[light]] if light is not None else []
    verbs = [verb for verb in (*carriers, *modifiers(token)) if not is_participle(verb)]
    above = governor(token)
    if above is not None and acts_in(reading, token, above):
        verbs.append(above)
    verbs = list(dict.fromkeys(verbs))
    found = [p for verb in verbs for p in find_subject(reading, verb)]
    return [p for p in found if not p.start <= token.i < p.end]


NAMED_SLOTS: dict[str, Callable[[Reading, Trigger], list[Phrase]]] = {
    "subject": _subject,
    "object": find_object,
    "recipient": find_recipient,
    "instrumental": find_instrumental,
    "genitive": find_genitive,
    "adjectival": find_adjectival,
    "among": find_among,
    "office": find_office,
    "sender": find_sender,
    "addressee": find_addressee,
    "company": find_company,
    "matter": find_matter,
}

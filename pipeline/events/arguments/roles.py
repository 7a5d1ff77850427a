"""Fillers of the roles of an event: its ontology type says in which slots they stand and what they may be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from pipeline.events.arguments.company import find_companions, find_leaders
from pipeline.events.arguments.coordination import coordinated
from pipeline.events.arguments.denotation import Referent, denoted, held
from pipeline.events.arguments.reading import Reading
from pipeline.events.arguments.reporters import only_reports
from pipeline.events.arguments.slots import find_phrases
from pipeline.events.arguments.unsaid import unsaid_subject
from pipeline.events.arguments.verb_forms import VERBAL
from pipeline.events.ontology import Role
from pipeline.language.features import features
from pipeline.records.annotations import Argument

DEFAULT_TYPES = ("person", "organization", "country")
# Where the filler is the subject of another sentence or a looser slot, it is believed less.
_TOPIC = "topic"
_ADDRESSED = frozenset({"recipient", "object", "addressee", "к:dat", "против:gen"})
_SLOT_CONFIDENCE = {"subject": 0.9, "genitive": 0.85, "object": 0.85, "instrumental": 0.8}


def find_role_fillers(reading: Reading, token: Token, light: int | None, roles: Sequence[Role]) -> tuple[Argument, ...]:
    """Find who fills the roles of a trigger, each entity once, in the first role and slot that takes it.

    Args:
        reading: the article.
        token: the trigger's head.
        light: index of its light verb, if any.
        roles: roles of the event's type, best slots first.
    """
    found: dict[str, Argument] = {}
    for role in roles:
        for slot in role.slots:
            if slot == "subject" and role.name == "agent" and _is_acted_on(token, roles):
                continue
            for referent in _slot_referents(reading, token, light, slot, role):
                if referent.type in (role.types or DEFAULT_TYPES) or _acts_as_capital(token, role, slot, referent):
                    found.setdefault(referent.entity, _argument(reading, role, slot, referent))
    return tuple(sorted(found.values(), key=lambda a: (a.start, a.end)))


def _is_acted_on(token: Token, roles: Sequence[Role]) -> bool:
    """«Сергей Орлов, [отравленный] в мае»: whom a passive is said of does not act, where the type says who else may."""
    passive = token.pos_ in VERBAL and "Pass" in features(token, "Voice")
    return passive and any("object" in role.slots for role in roles if role.name != "agent")


def _acts_as_capital(token: Token, role: Role, slot: str, referent: Referent) -> bool:
    """«[Киев] обвинил соседей», «[Анкара] ввела войска»: a capital is said for its government where it acts."""
    capital = referent.type == "city" and referent.rule == "named_head"
    active = role.name == "agent" or (role.name == "participant" and token.pos_ in VERBAL)
    addressed = role.name == "recipient" and slot in _ADDRESSED  # «предложил [Киеву] отказаться»
    return capital and not role.types and ((slot == "subject" and active) or addressed)


def _slot_referents(reading: Reading, token: Token, light: int | None, slot: str, role: Role) -> Iterator[Referent]:
    own = (token.i,) if light is None else (token.i, light)
    phrases = find_phrases(reading, (token, light), slot)
    if slot == "subject" and not phrases:
        yield from unsaid_subject(reading, token if light is None else reading.doc[light])
    for phrase in phrases:
        if slot == "subject" and only_reports(reading, phrase, own):
            continue
        members = coordinated(reading, phrase)
        members += [leader for member in members for leader in find_leaders(reading, member)]
        if slot == "subject":
            members += find_companions(reading, token if light is None else reading.doc[light])
        referents = denoted(reading, members) or (held(reading, members) if role.name == _TOPIC else [])
        yield from referents
        if referents and slot in {"subject", "object", "recipient", "instrumental"}:
            return


def _argument(reading: Reading, role: Role, slot: str, referent: Referent) -> Argument:
    mention = referent.span.mention
    entity = reading.entities.get(referent.entity)
    return Argument(
        role=role.name, name=entity.name if entity else mention.text, start=mention.start, end=mention.end,
        text=mention.text, entity=referent.entity, source=f"frame/{slot}/{referent.rule}",
        confidence=round(_SLOT_CONFIDENCE.get(slot, 0.8) * mention.confidence, 3),
    )  # fmt: skip

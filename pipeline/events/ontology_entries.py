"""One event type as a lexicon file writes it: its triggers with their conditions, and its roles."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from pipeline.events.lexicon import LexiconNode
from pipeline.events.ontology import SLOTS, EventType, ObjectKind, Role, TriggerClass, TriggerEntry
from pipeline.events.phrases import Phrase, read_phrase, read_trigger
from pipeline.records.tables.events import ROLES
from pipeline.records.tables.mentions import MENTION_TYPES

_TYPE_KEYS = ("plover", "ace", "label", "nouns", "verbs", "roles")
_ENTRY_KEYS = ("words", "with", "unless", "subject", "object", "agentless", "weak", "roles", "confidence")
_ROLE_KEYS = ("slots", "types")
_HUMAN = "human"
_PREPOSITIONAL = re.compile(r"[а-яё -]+:(?:gen|dat|acc|ins|loc)")


def read_event_type(name: str, node: LexiconNode, *, label: str = "") -> EventType:
    """Read a type.

    Args:
        name: its id.
        node: what the file says of it.
        label: its Russian name where the file gives none.

    Raises:
        ResourceError: unknown key, missing label, wrong value; the message names file and line.
    """
    fields = node.fields(_TYPE_KEYS)
    if "label" not in fields and not label:
        node.fail(f"type {name!r} has no label")
    triggers = [*_entries(name, "noun", fields.get("nouns")), *_entries(name, "verb", fields.get("verbs"))]
    return EventType(
        id=name,
        label=fields["label"].text() if "label" in fields else label,
        plover=fields["plover"].text() if "plover" in fields else "",
        ace=fields["ace"].text() if "ace" in fields else "",
        triggers=tuple(triggers),
        roles=_roles(fields.get("roles")),
    )


def _entries(event_type: str, word_class: TriggerClass, node: LexiconNode | None) -> Iterator[TriggerEntry]:
    for item in node.items() if node else ():
        if not item.is_mapping():
            for word in item.words():
                yield TriggerEntry(type=event_type, key=word, phrase=read_trigger(word), word_class=word_class)
            continue
        fields = item.fields(_ENTRY_KEYS)
        if "words" not in fields:
            item.fail("an entry without words")
        for word in fields["words"].words():
            yield _conditional_entry(event_type, word, word_class, fields)


def _conditional_entry(
    event_type: str, word: str, word_class: TriggerClass, fields: Mapping[str, LexiconNode]
) -> TriggerEntry:
    return TriggerEntry(
        type=event_type,
        key=word,
        phrase=read_trigger(word),
        word_class=word_class,
        companions=_phrases(fields.get("with")),
        excluded=_phrases(fields.get("unless")),
        human_subject=_human(fields.get("subject")),
        object=_object(fields.get("object")),
        agentless=fields["agentless"].flag() if "agentless" in fields else False,
        weak=fields["weak"].flag() if "weak" in fields else False,
        roles=_roles(fields.get("roles")),
        confidence=fields["confidence"].share() if "confidence" in fields else 0.9,
    )


def _phrases(node: LexiconNode | None) -> tuple[Phrase, ...]:
    return tuple(read_phrase(text) for text in node.words()) if node else ()


def _human(node: LexiconNode | None) -> bool:
    if node is None:
        return False
    if node.text() != _HUMAN:
        node.fail(f"expected {_HUMAN}, not {node.text()!r}")
    return True


def _object(node: LexiconNode | None) -> ObjectKind:
    if node is not None and node.text() == "place":
        return "place"
    return "human" if _human(node) else ""


def _roles(node: LexiconNode | None) -> tuple[Role, ...]:
    found: list[Role] = []
    for name, value in node.fields(ROLES).items() if node else ():
        fields = value.fields(_ROLE_KEYS)
        if "slots" not in fields:
            value.fail(f"role {name!r} has no slots")
        found.append(Role(name=name, slots=_slots(fields["slots"]), types=_mention_types(fields.get("types"))))
    return tuple(found)


def _slots(node: LexiconNode) -> tuple[str, ...]:
    slots = node.words()
    for slot in slots:
        if slot not in SLOTS and not _PREPOSITIONAL.fullmatch(slot):
            node.fail(f"unknown slot {slot!r}, known are {', '.join(SLOTS)} and «с:ins» for a preposition and case")
    return slots


def _mention_types(node: LexiconNode | None) -> tuple[str, ...]:
    types = node.words() if node else ()
    for kind in types:
        if node and kind not in MENTION_TYPES:
            node.fail(f"unknown type of mention {kind!r}, known are {', '.join(MENTION_TYPES)}")
    return types

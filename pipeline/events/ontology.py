"""The event types as data: triggers, their conditions and roles, of `models/ontology.yaml` and of the user's files."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Literal

from pipeline.events.arguments.slots import NAMED_SLOTS
from pipeline.events.lexicon import LexiconNode, parse_lexicon, read_lexicon
from pipeline.events.phrases import Phrase, fold, read_phrase, read_trigger
from pipeline.kept import kept
from pipeline.language.backends import dictionary_version
from pipeline.records.tables.events import ROLES
from pipeline.records.tables.mentions import MENTION_TYPES
from pipeline.resources import models_dir
from pipeline.user_files import UserFile

TriggerClass = Literal["noun", "verb"]
ObjectKind = Literal["", "human", "place"]
_TYPE_KEYS = ("plover", "ace", "label", "nouns", "verbs", "roles")
_ENTRY_KEYS = ("words", "with", "unless", "subject", "object", "agentless", "weak", "roles", "confidence")
_ROLE_KEYS = ("slots", "types")
_SECTIONS = ("classes", "light_verbs", "group_nouns", "body_nouns", "types")
_HUMAN = "human"
_PREPOSITIONAL = re.compile(r"[а-яё -]+:(?:gen|dat|acc|ins|loc)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """A role of an event type: where its filler stands and what it may be.

    Attributes:
        slots: `subject`, `object`, `genitive`, `instrumental`, or `preposition:case` such as `с:ins`, best first.
        types: mention types that may fill it, empty for any.
    """

    name: str
    slots: tuple[str, ...]
    types: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TriggerEntry:
    """A word or phrase that names events of a type, with the conditions under which it does.

    Attributes:
        key: the phrase as the file writes it; with the type it is the `source` of what it finds.
        phrase: words that stand side by side.
        word_class: noun or verb; participles belong to their verb.
        companions: phrases of which one must belong to the trigger («возбудить» + «уголовное дело»).
        excluded: phrases of which none may belong to it («принять» + «участие»).
        human_subject: the subject, where there is one, is a person or a group of persons.
        object: `human`: it acts on a person or a group of persons, `place`: on a named place; either satisfies
            `companions` too.
        agentless: only a short passive that names nobody who did it («убиты двое», not «убит грабителями»).
        weak: counts only where a name, a date, a number or a light verb makes it a particular happening.
        roles: roles of its own in place of those of its type («покупка [завода]» is no buyer).
        own: from a file of the user's, so that it goes before a shipped entry of as many words.
    """

    type: str
    key: str
    phrase: Phrase
    word_class: TriggerClass
    companions: tuple[Phrase, ...] = ()
    excluded: tuple[Phrase, ...] = ()
    human_subject: bool = False
    object: ObjectKind = ""
    agentless: bool = False
    weak: bool = False
    roles: tuple[Role, ...] = ()
    own: bool = False
    confidence: float = 0.9

    @property
    def is_conditional(self) -> bool:
        """Whether its context, not the word alone, tells the type."""
        return bool(self.companions or self.object or self.agentless)

    @property
    def source(self) -> str:
        """The entry as the `source` of what it finds: `ontology/meeting/встреча`."""
        return f"ontology/{self.type}/{self.key}"


@dataclass(frozen=True, slots=True, kw_only=True)
class EventType:
    """A type of happening with its codes in PLOVER and ACE, its Russian label, triggers and roles.

    `own` marks a type that only a file of the user's has.
    """

    id: str
    label: str
    plover: str = ""
    ace: str = ""
    triggers: tuple[TriggerEntry, ...] = ()
    roles: tuple[Role, ...] = ()
    own: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Ontology:
    """All event types, the verbs that only carry an event noun, and an index of triggers by their first lemma."""

    types: Mapping[str, EventType]
    light_verbs: frozenset[str]
    group_nouns: frozenset[str]
    body_nouns: frozenset[str]
    index: Mapping[str, tuple[TriggerEntry, ...]]


@cache
def default_ontology() -> Ontology:
    """The ontology that ships with svodka."""
    path = models_dir() / "ontology.yaml"
    source = dictionary_version().encode() + path.read_bytes()
    return kept("ontology", source, lambda: load_ontology(path))


def load_ontology(path: Path) -> Ontology:
    """Read an ontology file.

    Raises:
        ResourceError: unknown key, missing label, wrong value; the message names file and line.
    """
    top = read_lexicon(path).fields(_SECTIONS)
    nodes = top["types"].fields() if "types" in top else {}
    types = {name: _event_type(name, node) for name, node in nodes.items()}
    return Ontology(
        types=types,
        light_verbs=_folded(top.get("light_verbs")),
        group_nouns=_folded(top.get("group_nouns")),
        body_nouns=_folded(top.get("body_nouns")),
        index=_index(types),
    )


def extend_ontology(ontology: Ontology, files: Sequence[UserFile]) -> Ontology:
    """Add types, triggers, roles and words of the user's own files, in their order.

    A type that is known keeps what the file does not say: its triggers stay behind the new ones, a role is replaced.

    Raises:
        ResourceError: a file cannot be read, or says what the shipped one may not say; the message names file and line.
    """
    for file in files:
        top = parse_lexicon(file.read_text(), file.path).fields(_SECTIONS)
        nodes = top["types"].fields() if "types" in top else {}
        added = {name: _own_type(ontology.types.get(name), name, node) for name, node in nodes.items()}
        types = {**ontology.types, **added}
        ontology = Ontology(
            types=types,
            light_verbs=ontology.light_verbs | _folded(top.get("light_verbs")),
            group_nouns=ontology.group_nouns | _folded(top.get("group_nouns")),
            body_nouns=ontology.body_nouns | _folded(top.get("body_nouns")),
            index=_index(types),
        )
    return ontology


def _own_type(known: EventType | None, name: str, node: LexiconNode) -> EventType:
    """The type as a user's file leaves it."""
    if known is None and not re.fullmatch(r"[a-z][a-z0-9-]*", name):
        node.fail(f"type {name!r}: write its id in small Latin letters, digits and hyphens")
    told = _event_type(name, node, label=known.label if known else "")
    triggers = tuple(replace(entry, own=True) for entry in told.triggers)
    if known is None:
        return replace(told, triggers=triggers, own=True)
    renewed = {role.name for role in told.roles}
    return EventType(
        id=name, label=told.label, plover=told.plover or known.plover, ace=told.ace or known.ace,
        triggers=(*triggers, *known.triggers), own=known.own,
        roles=(*told.roles, *(role for role in known.roles if role.name not in renewed)),
    )  # fmt: skip


def _folded(node: LexiconNode | None) -> frozenset[str]:
    return frozenset(fold(word) for word in node.words()) if node else frozenset()


def _event_type(name: str, node: LexiconNode, *, label: str = "") -> EventType:
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
        if slot not in NAMED_SLOTS and not _PREPOSITIONAL.fullmatch(slot):
            node.fail(
                f"unknown slot {slot!r}, known are {', '.join(NAMED_SLOTS)} and «с:ins» for a preposition and case"
            )
    return slots


def _mention_types(node: LexiconNode | None) -> tuple[str, ...]:
    types = node.words() if node else ()
    for kind in types:
        if node and kind not in MENTION_TYPES:
            node.fail(f"unknown type of mention {kind!r}, known are {', '.join(MENTION_TYPES)}")
    return types


def _index(types: Mapping[str, EventType]) -> dict[str, tuple[TriggerEntry, ...]]:
    """Longest phrases first, then the user's, then those whose context tells the type, then the order of the file."""
    lists: dict[str, list[TriggerEntry]] = {}
    for event_type in types.values():
        for entry in event_type.triggers:
            for lemma in sorted(entry.phrase[0].lemmas | entry.phrase[0].plurals):
                lists.setdefault(lemma, []).append(entry)
    ranked = {key: sorted(found, key=_precedence) for key, found in lists.items()}
    return {key: tuple(found) for key, found in ranked.items()}


def _precedence(entry: TriggerEntry) -> tuple[int, bool, bool]:
    return -len(entry.phrase), not entry.own, not entry.is_conditional

"""The event types as data: triggers, their conditions and roles, read from `models/ontology.yaml`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from pipeline.events.lexicon import LexiconNode, read_lexicon
from pipeline.events.phrases import Phrase, fold, read_phrase, read_trigger
from pipeline.resources import models_dir

TriggerClass = Literal["noun", "verb"]
_TYPE_KEYS = ("plover", "ace", "label", "nouns", "verbs", "roles")
_ENTRY_KEYS = ("words", "with", "unless", "subject", "object", "agentless", "weak", "roles", "confidence")
_ROLE_KEYS = ("slots", "types")
_HUMAN = "human"


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
        human_object: the object is a person or a group of persons; satisfies `companions` too.
        agentless: only a short passive that names nobody who did it («убиты двое», not «убит грабителями»).
        weak: counts only where a name, a date, a number or a light verb makes it a particular happening.
        roles: roles of its own in place of those of its type («покупка [завода]» is no buyer).
    """

    type: str
    key: str
    phrase: Phrase
    word_class: TriggerClass
    companions: tuple[Phrase, ...] = ()
    excluded: tuple[Phrase, ...] = ()
    human_subject: bool = False
    human_object: bool = False
    agentless: bool = False
    weak: bool = False
    roles: tuple[Role, ...] = ()
    confidence: float = 0.9

    @property
    def is_conditional(self) -> bool:
        """Whether its context, not the word alone, tells the type."""
        return bool(self.companions or self.human_object or self.agentless)

    @property
    def source(self) -> str:
        """The entry as the `source` of what it finds: `ontology/meeting/встреча`."""
        return f"ontology/{self.type}/{self.key}"


@dataclass(frozen=True, slots=True, kw_only=True)
class EventType:
    """A type of happening with its codes in PLOVER and ACE, its Russian label, triggers and roles."""

    id: str
    label: str
    plover: str = ""
    ace: str = ""
    triggers: tuple[TriggerEntry, ...] = ()
    roles: tuple[Role, ...] = ()


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
    return load_ontology(models_dir() / "ontology.yaml")


def load_ontology(path: Path) -> Ontology:
    """Read an ontology file.

    Raises:
        ResourceError: unknown key, missing label, wrong value; the message names file and line.
    """
    top = read_lexicon(path).fields(("light_verbs", "group_nouns", "body_nouns", "types"))
    nodes = top["types"].fields() if "types" in top else {}
    types = {name: _event_type(name, node) for name, node in nodes.items()}
    return Ontology(
        types=types,
        light_verbs=_folded(top.get("light_verbs")),
        group_nouns=_folded(top.get("group_nouns")),
        body_nouns=_folded(top.get("body_nouns")),
        index=_index(types),
    )


def _folded(node: LexiconNode | None) -> frozenset[str]:
    return frozenset(fold(word) for word in node.words()) if node else frozenset()


def _event_type(name: str, node: LexiconNode) -> EventType:
    fields = node.fields(_TYPE_KEYS)
    if "label" not in fields:
        node.fail(f"type {name!r} has no label")
    triggers = [*_entries(name, "noun", fields.get("nouns")), *_entries(name, "verb", fields.get("verbs"))]
    return EventType(
        id=name,
        label=fields["label"].text(),
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
        human_object=_human(fields.get("object")),
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


def _roles(node: LexiconNode | None) -> tuple[Role, ...]:
    found: list[Role] = []
    for name, value in node.fields().items() if node else ():
        fields = value.fields(_ROLE_KEYS)
        if "slots" not in fields:
            value.fail(f"role {name!r} has no slots")
        types = fields["types"].words() if "types" in fields else ()
        found.append(Role(name=name, slots=fields["slots"].words(), types=types))
    return tuple(found)


def _index(types: Mapping[str, EventType]) -> dict[str, tuple[TriggerEntry, ...]]:
    """Longest phrases first, then those whose context tells the type, then the order of the file."""
    lists: dict[str, list[TriggerEntry]] = {}
    for event_type in types.values():
        for entry in event_type.triggers:
            for lemma in sorted(entry.phrase[0].lemmas | entry.phrase[0].plurals):
                lists.setdefault(lemma, []).append(entry)
    ranked = {key: sorted(found, key=lambda e: (-len(e.phrase), not e.is_conditional)) for key, found in lists.items()}
    return {key: tuple(found) for key, found in ranked.items()}

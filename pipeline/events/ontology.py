"""The event types as records: triggers with their conditions, roles, codes, and an index of the triggers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from pipeline.events.phrases import Phrase

TriggerClass = Literal["noun", "verb"]
ObjectKind = Literal["", "human", "place"]
SlotName = Literal[
    "subject", "object", "recipient", "instrumental", "genitive", "adjectival", "among", "office", "sender",
    "addressee", "company", "matter",
]  # fmt: skip
SLOTS: tuple[SlotName, ...] = get_args(SlotName)  # `pipeline.events.arguments.slots` has the rule of each


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """A role of an event type: where its filler stands and what it may be.

    Attributes:
        slots: some of `SLOTS`, or `preposition:case` such as `с:ins`, best first.
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

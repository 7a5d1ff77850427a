"""The ontology of `models/ontology.yaml`, and what the files of a user add to it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

from pipeline.events.lexicon import LexiconNode, parse_lexicon, read_lexicon
from pipeline.events.ontology import EventType, Ontology, TriggerEntry
from pipeline.events.ontology_entries import read_event_type
from pipeline.events.phrases import fold
from pipeline.kept import kept
from pipeline.language.backends import dictionary_version
from pipeline.resources import models_dir
from pipeline.user_files import UserFile

_SECTIONS = ("classes", "light_verbs", "group_nouns", "body_nouns", "types")


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
    types = {name: read_event_type(name, node) for name, node in nodes.items()}
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
    told = read_event_type(name, node, label=known.label if known else "")
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

"""Identity of names that only the reader has found: nested ones («Эхо Москвы») and adjectives («московский суд»).

The rules of identity run before the reader, for events are read on what they find; so this is their last word. Such a
name is taken for something only where nothing else can be meant: an entity of the article that is named in the same
form or by that surname alone, else the one entry of the gazetteer with that name or adjective. All else is left open.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import TypeVar

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.entities.known import find_entry, known_entity
from pipeline.language.inflection import declined_forms
from pipeline.language.lemmas import lemma
from pipeline.mentions.adjectives import entries_by_adjective
from pipeline.mentions.compiled_names import split_words
from pipeline.mentions.gazetteer import Gazetteer, fold
from pipeline.mentions.gazetteer_entry import GazetteerEntry
from pipeline.mentions.gazetteer_in_use import load_gazetteer
from pipeline.mentions.matching import name_index
from pipeline.records.annotations import PLACE_TYPES, Entity, Mention, family

Form = TypeVar("Form")
_IDENTIFIED = PLACE_TYPES | {"person", "organization"}
_NAMING = frozenset({"name", "abbreviation"})
_STEMS = ("ско", "цко")  # «российско-украинский»


@Language.factory(
    "svodka_reader_names", assigns=["doc._.mentions", "doc._.entities"], requires=["doc._.mentions", "doc._.entities"]
)
def create_reader_names(nlp: Language, name: str) -> ReaderNames:
    """Factory of the component."""
    return ReaderNames()


class ReaderNames:
    """Fills `entity` of the reader's own names and adds the entities of the gazetteer that they bring in."""

    def __call__(self, doc: Doc) -> Doc:
        """Identify the names of one article."""
        doc._.mentions, doc._.entities = identify(doc._.mentions, doc._.entities)
        return doc


def identify(mentions: Sequence[Mention], entities: Sequence[Entity]) -> tuple[tuple[Mention, ...], tuple[Entity, ...]]:
    """Give entities to mentions that have none, nor come from a rule that left them without on purpose."""
    known = {entity.key: entity for entity in entities}
    named, surnames = _by_form(mentions), _by_surname(entities)
    filled = [_identified(m, named, surnames, known) if _is_open(m) else m for m in mentions]
    brought = dict.fromkeys(m.entity for m in filled if m.entity and m.entity not in known)
    added = [known_entity(entry) for key in brought if (entry := find_entry(key))]
    return tuple(filled), (*entities, *added)


def _is_open(mention: Mention) -> bool:
    return mention.type in _IDENTIFIED and not mention.entity and mention.kind in {"", "nominal"}


def _identified(
    mention: Mention, named: Mapping[tuple[str, str], str], surnames: Mapping[str, str], known: Mapping[str, Entity]
) -> Mention:
    """The mention with its entity; as an adjective if it is one."""
    word, kind = fold(mention.text), family(mention.type)
    if mention.kind != "nominal":
        key = named.get((word, kind), "") or (surnames.get(word, "") if kind == "person" else "")
        if key:
            return replace(mention, entity=key, name=known[key].name)
        entry = _entry_named(mention)
        if entry is not None:
            return replace(mention, entity=entry.key, name=entry.name, gazetteer=entry.key)
    entry = _entry_of_adjective(mention) if mention.type in PLACE_TYPES else None
    if entry is None:
        return mention
    return replace(mention, kind="adjective", entity=entry.key, name=entry.name, gazetteer=entry.key)


def _by_form(mentions: Iterable[Mention]) -> dict[tuple[str, str], str]:
    """Form and family to the one entity that is named so in this article: by the words, and by its nominative."""
    naming = [m for m in mentions if m.entity and m.kind in _NAMING]
    return _only(((fold(form), family(m.type)), m.entity) for m in naming for form in (m.text, m.name) if form)


def _by_surname(entities: Iterable[Entity]) -> dict[str, str]:
    """Forms of surnames to the one person of the article who bears it."""
    people = [entity for entity in entities if entity.type == "person" and entity.last_name]
    return _only((form, person.key) for person in people for form in declined_forms(person.last_name))


def _only(pairs: Iterable[tuple[Form, str]]) -> dict[Form, str]:
    """Keep the forms of one entity alone."""
    found: dict[Form, set[str]] = defaultdict(set)
    for form, key in pairs:
        found[form].add(key)
    return {form: next(iter(keys)) for form, keys in found.items() if len(keys) == 1}


def _entry_named(mention: Mention) -> GazetteerEntry | None:
    """The one entry of the gazetteer that bears the whole name, in any case, or as its English name («London»)."""
    words = split_words(mention.text)
    matches = [m for m in name_index().find(words) if m.first == 0 and m.last == len(words)]
    bearers = [*(e for m in matches for e in m.entries), *_by_english_name(load_gazetteer()).get(mention.text, ())]
    entries = {e.key: e for e in bearers if family(e.type) == family(mention.type)}
    one = next(iter(entries.values())) if len(entries) == 1 else None
    return None if one is None or one.is_of_any_state else one


@cache
def _by_english_name(gazetteer: Gazetteer) -> Mapping[str, tuple[GazetteerEntry, ...]]:
    found: dict[str, list[GazetteerEntry]] = defaultdict(list)
    for entry in gazetteer.entries.values():
        found[entry.name_en].append(entry)
    return {name: tuple(entries) for name, entries in found.items() if name}


def _entry_of_adjective(mention: Mention) -> GazetteerEntry | None:
    """The one place of the reader's type that an adjective names: «московский» names a city here, a region there."""
    entries = [e for word in _adjectives_in(mention.text) for e in entries_by_adjective(load_gazetteer()).get(word, ())]
    same = [entry for entry in entries if entry.type == mention.type]
    return same[0] if len(same) == 1 else None


def _adjectives_in(text: str) -> Iterator[str]:
    word = fold(text)
    if word.endswith(_STEMS):
        yield f"{word[:-1]}ий"
    elif word.isalpha() or "-" in word:
        yield fold(lemma(word, "ADJ", ""))

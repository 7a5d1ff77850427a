"""The entity of what an article names: of a person, of a thing of the gazetteer, of a thing that it does not know."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.entities.known import find_entry, is_regional, known_entity, known_names
from pipeline.entities.people.display import full_name, name_parts, written_as
from pipeline.entities.people.person import Person
from pipeline.entities.phrases.display import fullest_name
from pipeline.entities.phrases.folding import fold, is_latin
from pipeline.entities.phrases.named import Named
from pipeline.entities.transliteration import transliterate
from pipeline.records.annotations import Entity, Mention


def person_entity(person: Person, mentions: Sequence[Mention]) -> Entity:
    """The entity of a person; its key is the place of the first mention."""
    first = mentions[min(person.mentions)]
    parts = name_parts(person)
    texts = [mentions[i].text for i in person.mentions]
    names = [written_as(parts, text) for text in texts]
    return Entity(
        key=f"e-{first.start}-{first.end}", type="person", name=full_name(person), first_name=parts.first,
        patronymic=parts.patronymic, last_name=parts.last,
        name_en=_latin(texts) or transliterate(full_name(person)), aliases=_others(full_name(person), names),
    )  # fmt: skip


def named_entity(thing: Named, mentions: Sequence[Mention]) -> Entity:
    """The entity of a body or place: that of its entry, else one under the fullest name of the article."""
    entry = find_entry(thing.gazetteer)
    first = mentions[min(thing.mentions)]
    if entry is not None and not entry.is_of_any_state:
        known = known_entity(entry, thing.aliases)
        return _as_written(known, thing) if is_regional(entry) else known
    name = _capitalised(fullest_name(thing, {fold(other) for other in entry.names} if entry else ()))
    return Entity(
        key=f"e-{first.start}-{first.end}", type=first.type, name=name,
        name_en=_latin([thing.name, *thing.aliases]) or transliterate(name),
        abbreviation=thing.abbreviation, aliases=_others(name, [thing.name, *thing.aliases]),
    )  # fmt: skip


def _as_written(known: Entity, thing: Named) -> Entity:
    """A region's body keeps the article's form of its name: «МВД по КБР», «Минздрав Башкортостана» spelt out."""
    template = find_entry(thing.gazetteer.partition(".")[0])
    if template is None:
        return known
    short = {fold(name) for name in known_names(template)}
    name = _capitalised(fullest_name(replace(thing, formal=template.name), short))
    return replace(known, name=name, aliases=_others(name, [known.name, *known.aliases]))


def _latin(names: Sequence[str]) -> str:
    """The longest name that the article itself gives in Latin letters, of more than one word."""
    latin = [name for name in names if is_latin(name) and " " in name]
    return max(latin, key=len, default="")


def _capitalised(name: str) -> str:
    return name[:1].upper() + name[1:]


def _others(name: str, names: Sequence[str]) -> tuple[str, ...]:
    """The names beside the one that is shown, each once; «мэрия» is no other name of the «Мэрия»."""
    return tuple(dict.fromkeys(other for other in map(_capitalised, names) if other != name))

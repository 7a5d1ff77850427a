"""One post in the plural for several people: «министры Иван Орлов и Анна Ли», «главы МИД России и Китая …»."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from pipeline.entities.positions.phrases import PostPhrase
from pipeline.entities.spans import Named, NamedSpans
from pipeline.language.features import features

_JOINS = frozenset({",", "и", "а", "также"})


def share_post(named: NamedSpans, person: Named, phrase: PostPhrase) -> Iterator[tuple[Named, PostPhrase]]:
    """Yield the holder of a post; of one in the plural all that are listed, each with the body in the same place.

    Example: «главы МИД России и Китая Иван Орлов и Ван Ли» gives Russia's to the first and China's to the second.
    """
    if "Plur" not in features(named.doc[phrase.head], "Number"):
        yield person, phrase
        return
    holders = list(_listed(named, person))
    bodies = _bodies(named, phrase, person)
    if len(bodies) < 2:  # one body for all
        bodies = [phrase.body] * len(holders)
    elif len(bodies) != len(holders) or len({named.entities[key].type for key in bodies}) > 1:
        bodies = [phrase.body] + [""] * (len(holders) - 1)  # «главы МИД России и Армении»: whose is the second?
    for holder, body in zip(holders, bodies, strict=True):
        yield holder, replace(phrase, body=body)


def _listed(named: NamedSpans, person: Named) -> Iterator[Named]:
    """A name and those that commas and «и» join to it."""
    found: Named | None = person
    while found is not None and found.is_person:
        yield found
        index = found.last + 1
        while index < len(named.doc) and named.doc[index].lower_ in _JOINS:
            index += 1
        found = named.at(index) if found.last + 1 < index < len(named.doc) else None


def _bodies(named: NamedSpans, phrase: PostPhrase, person: Named) -> list[str]:
    """Keys of the bodies that commas and «и» join between the post and the first name."""
    found, index = [], phrase.last + 1
    while index < person.first:
        mention = named.at(index)
        if mention is not None and not mention.is_person:
            found.append(mention.entity)
            index = mention.last
        elif named.doc[index].lower_ not in _JOINS:
            return []
        index += 1
    return found

"""One post in the plural for several people: «министры Иван Орлов и Анна Ли», «главы МИД России и Китая …»."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from pipeline.entities.positions.phrases import PostPhrase
from pipeline.entities.spans import Named, NamedSpans
from pipeline.language.features import features
from pipeline.language.sentences import sentence_of

_JOINS = frozenset({",", "и", "а", "также"})
_CLOSING = frozenset({",", ")", ".", "—", "–", ";", ":"})


def share_post(named: NamedSpans, person: Named, phrase: PostPhrase) -> Iterator[tuple[Named, PostPhrase]]:
    """Yield the holder of a post; of one in the plural all that are listed, each with the body in the same place.

    Example: «главы МИД России и Китая Иван Орлов и Ван Ли» gives Russia's to the first and China's to the second.
    """
    if "Plur" not in features(named.doc[phrase.head], "Number"):
        yield person, phrase
        return
    yield from _shared(named, phrase, list(_listed(named, person)), _bodies(named, phrase, person.first))


def share_behind(named: NamedSpans, last: Named, phrase: PostPhrase) -> Iterator[tuple[Named, PostPhrase]]:
    """The same of a post behind the names: «Иван Орлов и Ван Ли, послы России и Китая, …»."""
    if "Plur" not in features(named.doc[phrase.head], "Number"):
        yield last, phrase
        return
    holders = list(_listed_before(named, last))
    if len(holders) > 1 and _closes(named, phrase, last):
        end = min(len(named.doc), sentence_of(named.doc[phrase.head]).end)
        yield from _shared(named, phrase, holders, _bodies(named, phrase, end, open_end=True))


def _closes(named: NamedSpans, phrase: PostPhrase, last: Named) -> bool:
    """«Зотов и Ли, послы Франции и Чада, …», not «подошли Зотов и Ли, журналисты окружили их», nor a list of all."""
    doc = named.doc
    end = min(sentence_of(doc[phrase.head]).end, len(doc) - 1)
    rest = (i for i in range(phrase.last + 1, end) if named.at(i) is None)
    behind = next((i for i in rest if doc[i].lower_ not in _JOINS or named.at(i + 1) is None), None)
    joined = last.first > 0 and doc[last.first - 1].lower_ == "и"
    return joined and (behind is None or doc[behind].text in _CLOSING)


def _shared(
    named: NamedSpans, phrase: PostPhrase, holders: list[Named], bodies: list[str]
) -> Iterator[tuple[Named, PostPhrase]]:
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


def _listed_before(named: NamedSpans, last: Named) -> Iterator[Named]:
    """The names that commas and «и» join up to one, the first of them first."""
    found, index = [last], last.first - 1
    while index > 0 and named.doc[index].lower_ in _JOINS:
        before = named.at(index - 1)
        if before is None or not before.is_person:
            break
        found.append(before)
        index = before.first - 1
    yield from reversed(found)


def _bodies(named: NamedSpans, phrase: PostPhrase, end: int, *, open_end: bool = False) -> list[str]:
    """Keys of the bodies that commas and «и» join between the post and a token; other words only behind an open end."""
    found, index = [], phrase.last + 1
    while index < end:
        mention = named.at(index)
        if mention is not None and not mention.is_person:
            found.append(mention.entity)
            index = mention.last
        elif named.doc[index].lower_ not in _JOINS:
            return found if open_end else []
        index += 1
    return found

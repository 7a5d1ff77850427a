"""Initials on either side of a surname: «А. В. Анохин», «Махкамов К. М.»."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from pipeline.mentions.candidates import Candidate, Words


def take_initials(words: Words, person: Candidate) -> Candidate | None:
    """Initials on either side belong to the name: «А. В. Анохин», «Махкамов К. М.»."""
    first, last = person.first, person.last
    while words.joined(first - 2, first) and words.text(first - 1) == "." and _is_initial(words, first - 2):
        first -= 2
    if last - first == 1:
        while words.joined(first, last + 1) and _is_initial(words, last) and words.text(last + 1) == ".":
            last += 2
    return replace(person, first=first, last=last)


def split_after_place(words: Words, person: Candidate) -> Candidate | None:
    """«в Комрате | Л. Дьякону»: an initial in the middle begins the name, unless a surname stands before it."""
    for index in range(person.first + 1, person.last - 1):
        if _is_initial(words, index) and words.text(index + 1) == "." and index + 2 < person.last:
            return replace(person, first=index)
    return person


def find_initialled(words: Words, taken: frozenset[int]) -> Iterator[Candidate]:
    """Yield initials with a surname that the recogniser missed: «им. А. В. Анохина», «С. К. Жаксыбаев»."""
    for index in range(len(words) - 2):
        if not (_is_initial(words, index) and words.text(index + 1) == "." and words.joined(index, index + 2)):
            continue
        at = index + 2
        if _is_initial(words, at) and words.text(at + 1) == ".":
            at += 2
        if at < len(words) and at not in taken and _can_be_surname(words, at):
            yield Candidate(first=index, last=at + 1, type="person", source="rule.initials")


def _is_initial(words: Words, index: int) -> bool:
    text = words.text(index)
    return (
        len(text) in {1, 2} and text[:1].isupper() and text.isalpha() and (len(text) == 1 or text in {"Дж", "Ю", "Дз"})
    )


def _can_be_surname(words: Words, index: int) -> bool:
    """A capital and small letters, and no function word: «G. Из-за» is nobody."""
    text = words.text(index)
    cased = text[:1].isupper() and len(text) > 2 and text[1:].islower()
    return cased and words.pos(index) not in {"ADP", "CCONJ", "SCONJ", "PRON"}

"""Ordered rules between two candidates that share words, each with its example.

A rule says which of the two goes, or nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from pipeline.language.inflection import may_be_adjective
from pipeline.mentions.candidates import Candidate, Words
from pipeline.mentions.gazetteer_in_use import load_gazetteer
from pipeline.mentions.lexicon import name_lexicon

Rule = Callable[[Words, Candidate, Candidate], Candidate | None]
# From the least to the most believed; the longest prefix of a source counts.
_TRUST = ("slovnet", "rule.repeated-place", "rule.body-phrase", "rule.place-phrase", "rule", "gazetteer", "rule.quoted")


def trust(candidate: Candidate) -> tuple[bool, int, bool]:
    """How far a candidate is believed: in the gazetteer, by a rule, by the recogniser."""
    prefix = max((source for source in _TRUST if candidate.source.startswith(source)), key=len, default=_TRUST[0])
    return "+attached" in candidate.source, _TRUST.index(prefix), bool(candidate.entries)


def same_words(words: Words, first: Candidate, second: Candidate) -> Candidate | None:
    """One stretch has one type: a known city before a person («Ашхабаду»), a full name before a place."""
    if first.span != second.span:
        return None
    return min(first, second, key=trust)


def crossing(words: Words, first: Candidate, second: Candidate) -> Candidate | None:
    """Names nest but do not cross: «Парламентское Собрание Союза Беларуси» and «Беларуси и России»."""
    if first.holds(second) or second.holds(first):
        return None
    return min(first, second, key=lambda c: (trust(c), c.last - c.first))


def inside_person(words: Words, first: Candidate, second: Candidate) -> Candidate | None:
    """Nothing nests in a person's name: «Владимир» of «Владимир Путин» is no city."""
    outer, inner = _order(first, second)
    return inner if outer.type == "person" else None


def inside_place(words: Words, first: Candidate, second: Candidate) -> Candidate | None:
    """Nothing nests in a place: «Барыкина» of «улица Барыкина», «Корея» of «Южная Корея»."""
    outer, inner = _order(first, second)
    return inner if outer.is_place else None


def inside_quoted(words: Words, first: Candidate, second: Candidate) -> Candidate | None:
    """Nothing nests in a quoted name: «Чуйская газета», «Единая Россия»."""
    outer, inner = _order(first, second)
    return inner if outer.source.startswith(("rule.quoted", "rule.latin")) and "+attached" not in outer.source else None


def weaker_inside_body(words: Words, first: Candidate, second: Candidate) -> Candidate | None:
    """A piece that the recogniser cut out of a longer name goes: «Геофизическая служба» of «… АН Таджикистана»."""
    outer, inner = _order(first, second)
    if outer.type != "organization" or inner.type not in {"organization", "person"}:
        return None
    if inner.first == outer.first and inner.type == "organization":
        return inner
    if inner.source == "slovnet-ner-news-v1" and inner.type == "organization" and inner.kind != "abbreviation":
        return inner
    if inner.type == "organization" and _is_unrelated(outer, inner):
        return inner
    if inner.type == "person" and not _is_dedication(words, inner):
        return inner
    return None


def _is_unrelated(outer: Candidate, inner: Candidate) -> bool:
    """«Красного Креста» is part of the name «Международный комитет Красного Креста», no owner of that body."""
    owners = {key for entry in outer.entries for key in load_gazetteer().ancestors(entry)}
    keys = {entry.key for entry in inner.entries}
    return bool(outer.entries) and "+attached" not in outer.source and not owners & keys


def _is_dedication(words: Words, person: Candidate) -> bool:
    """«библиотека имени Махтумкули», «музей Чайковского»."""
    before = person.first - 1
    return words.lower(before) in {"имени", "им", "."} or words.lemma(before) in name_lexicon().honouring_heads


def adjective_place(words: Words, first: Candidate, second: Candidate) -> Candidate | None:
    """A place that is the head of a body's name is none: «Единая Россия», «Справедливая Россия»."""
    outer, inner = _order(first, second)
    if outer.type != "organization" or not inner.is_place or inner.last != outer.last:
        return None
    before = range(outer.first, inner.first)
    return inner if before and all(words.pos(i) == "ADJ" for i in before) and inner.kind == "name" else None


def opening_body(words: Words, first: Candidate, second: Candidate) -> Candidate | None:
    """A place that opens a body's name is an adjective: «на Минском тракторном заводе» is no word of Минск."""
    outer, inner = _order(first, second)
    opens = outer.type == "organization" and inner.is_place and inner.first == outer.first
    return inner if opens and may_be_adjective(words.text(inner.first)) else None


def _order(first: Candidate, second: Candidate) -> tuple[Candidate, Candidate]:
    return (first, second) if first.holds(second) else (second, first)


RULES: Sequence[Rule] = (
    same_words,
    crossing,
    inside_person,
    inside_place,
    inside_quoted,
    adjective_place,
    opening_body,
    weaker_inside_body,
)

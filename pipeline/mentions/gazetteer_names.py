"""Candidates by the gazetteer: stretches of words that bear one of its names, where the context allows it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from pipeline.mentions.candidates import Candidate, Words
from pipeline.mentions.lexicon import name_lexicon
from pipeline.mentions.matching import Match, name_index
from pipeline.mentions.place_context import is_place_by_context
from pipeline.records.annotations import PLACE_TYPES

SOURCE = "gazetteer"


def find_gazetteer_names(words: Words, recognised: Mapping[int, str]) -> Iterator[Candidate]:
    """Yield the longest names of places and of bodies at each word, never over the end of a sentence.

    Args:
        words: the article.
        recognised: type that the recogniser gives to a word.
    """
    for start, end in words.sentences():
        for match in name_index().find(words.texts[start:end]):
            for kind in ("place", "body"):
                candidate = _candidate(match, start, kind)
                if candidate and _is_meant(words, candidate, recognised):
                    yield _owned_only(words, candidate)


def _candidate(match: Match, start: int, kind: str) -> Candidate | None:
    entries = tuple(entry for entry in match.entries if (entry.type in PLACE_TYPES) == (kind == "place"))
    if not entries:
        return None
    return Candidate(
        first=match.first + start, last=match.last + start, type=_coarsest(tuple(entry.type for entry in entries)),
        source=SOURCE, kind=match.kind, entries=entries, cases=match.cases, confidence=0.95,
    )  # fmt: skip


def _owned_only(words: Words, candidate: Candidate) -> Candidate:
    """«министерство обороны» in lower case needs its state behind it: then it is a name, before it is none."""
    lower = not candidate.is_place and candidate.last - candidate.first > 1 and not words.is_capital(candidate.first)
    if lower and all(entry.is_of_any_state for entry in candidate.entries):
        return replace(candidate, kind="nominal")
    return candidate


def _coarsest(types: tuple[str, ...]) -> str:
    """The type if all agree; a state before its capital of the same name («Люксембург»); else `location`."""
    if len(set(types)) == 1:
        return types[0]
    return "country" if "country" in types else "location"


def _is_meant(words: Words, candidate: Candidate, recognised: Mapping[int, str]) -> bool:
    first = candidate.first
    if candidate.is_place:
        if candidate.kind == "abbreviation" or (candidate.type == "country" and not words.opens_sentence(first)):
            return True
        return is_place_by_context(words, candidate, recognised.get(first) == "location")
    if candidate.kind == "abbreviation" or (words.is_capital(first) and not words.opens_sentence(first)):
        return True
    if candidate.last - first > 1:
        return True
    lexicon = name_lexicon()
    lemma = words.lemma(first)
    if lemma in lexicon.alone_heads:
        return True
    heads = lexicon.body_heads["strong"] | lexicon.body_heads["weak"]
    return lemma not in lexicon.common_names and lemma not in heads

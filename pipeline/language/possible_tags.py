"""Which of the tagger's tags a word of the dictionary can have: a network may take «пожалует» for the past tense.

Verbs alone: of their forms the network knows rare ones badly (one verb in thirty had a tense or form that its ending
rules out), and upon their tense hang the day and the status of what happens.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Any

import numpy as np

from pipeline.language.backends import morph_analyzer
from pipeline.language.dictionary import VERB_FORMS, features_of
from pipeline.language.graphs import labels
from pipeline.language.neural import Tags

_PERSONS = {"1per": "1", "2per": "2", "3per": "3"}
_OF_ADJECTIVES = {"Number", "Gender", "Case"}  # what a participle that stands as one must say, where it says anything
_AUXILIARY = "быть"  # the network was taught tags of its own for it
_INVITING = "incl"  # «идём!»: written like the first person, and as good as never meant
_KEPT = 1 << 14


@lru_cache(maxsize=_KEPT)
def possible_tags(word: str) -> Tags | None:
    """Numbers of the tags that a word can have, `None` where the dictionary rules none out.

    Example: of «пожалует» all are verbs in the future tense, third person.
    """
    lowered = word.lower()
    if not lowered.isalpha() or not morph_analyzer().word_is_known(lowered):
        return None
    parses = [parse for parse in morph_analyzer().parse(lowered) if _INVITING not in parse.tag]
    if any(str(p.tag.POS) not in VERB_FORMS or p.normal_form == _AUXILIARY for p in parses):
        return None
    if any(str(p.tag.POS) == "VERB" for p in parses):  # «отмываем» is no short participle
        parses = [parse for parse in parses if str(parse.tag.POS) != "PRTS"]
    found = {number for parse in parses for number in _tags_of(str(parse.tag.POS), _features(parse.tag))}
    return np.array(sorted(found)) if found else None


def _features(tag: Any) -> tuple[tuple[str, str], ...]:
    """What the dictionary says of a form, in the words of Universal Dependencies."""
    person = _PERSONS.get(str(tag.person))
    return *features_of(tag).items(), *([("Person", person)] if person else [])


@lru_cache(maxsize=1_000)
def _tags_of(kind: str, said: tuple[tuple[str, str], ...]) -> tuple[int, ...]:
    """The tags that a form of a verb may have; a participle may stand as an adjective."""
    return tuple(
        number for number, (pos, features) in enumerate(_known_tags())
        if _is_form(pos, features, kind, dict(said)) and all(features.get(name, value) == value for name, value in said)
    )  # fmt: skip


def _is_form(pos: str, features: Mapping[str, str], kind: str, said: Mapping[str, str]) -> bool:
    """Whether a tag is of this form of a verb, or of an adjective or noun that says its case, number and gender."""
    if kind in {"PRTF", "PRTS"} and (features.get("Variant") == "Short") != (kind == "PRTS"):
        return False
    if pos == "VERB":
        return features.get("VerbForm") == VERB_FORMS[kind]
    if pos not in {"ADJ", "NOUN"} or kind not in {"PRTF", "PRTS"} or features.get("Degree", "Pos") != "Pos":
        return False
    unsaid = _OF_ADJECTIVES & {*said} - {*features}
    return unsaid <= ({"Gender"} if said.get("Case") == "Acc" else set())


@cache
def _known_tags() -> tuple[tuple[str, Mapping[str, str]], ...]:
    """Part of speech and features of every tag."""
    parted = (tag.partition("|") for tag in labels().tags)
    return tuple((pos, dict(each.split("=") for each in rest.split("|") if each)) for pos, _, rest in parted)

"""Evidence of the case and gender of a name, and what its own words and the preposition before it say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from pipeline.entities.declension.paradigms import CASES
from pipeline.entities.lexicon import name_words
from pipeline.entities.titles import feature

_FLOOR = 0.08  # what a case keeps that no word speaks for


@dataclass(frozen=True, slots=True)
class Evidence:
    """Weights, comparable within one mention, of its case (`CASES`), its gender (m, f) and the plural."""

    cases: Mapping[str, float]
    genders: Mapping[str, float]
    plural: float = 0.3

    def of(self, case: str, gender: str) -> float:
        """Weight of a reading."""
        return self.cases.get(case, _FLOOR) * self.genders.get(gender, 0.5)


NO_EVIDENCE = Evidence(cases=dict.fromkeys(CASES, 0.5) | {"Nom": 1.0}, genders={"m": 0.55, "f": 0.45})


def tagged_cases(words: Sequence[Token]) -> dict[str, float]:
    """Weights of the cases that the tagger gives the words of a name."""
    cases = dict.fromkeys(CASES, _FLOOR)
    for token in words:
        case = feature(token, "Case")
        if case in cases:
            cases[case] += 1 / len(words)
    return cases


def add_preposition(cases: dict[str, float], before: Token | None) -> None:
    """A preposition rules other cases out."""
    governed = name_words().prepositions.get(before.lower_) if before is not None else None
    if governed:
        for case in CASES:
            cases[case] *= 1.0 if case in governed else 0.15
        if "Loc" in governed:
            cases["Loc"] = max(cases["Loc"], 0.5)


def word_before(doc: Doc, index: int) -> Token | None:
    """The word before, over an opening quotation mark; none across a sentence's start."""
    while index > 0 and not doc[index].is_sent_start:
        index -= 1
        if doc[index].text not in {"«", '"', "“"} and not doc[index].is_space:
            return doc[index]
    return None

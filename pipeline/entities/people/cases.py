"""Cases in which a person's name can stand, once its nominative is known: declension errs less than a tagger."""

from __future__ import annotations

from functools import lru_cache

from pipeline.entities.declension.paradigms import CASES
from pipeline.entities.people.candidates import in_case
from pipeline.entities.people.folding import fold
from pipeline.entities.people.forms import read_parts
from pipeline.entities.people.nominatives import as_surname
from pipeline.entities.people.person import PersonName
from pipeline.records.annotations import Entity

_LEAST = 0.25  # of the weight of the likeliest case


def possible_cases(text: str, person: Entity) -> frozenset[str] | None:
    """The cases of which a form of a person's name can be, all six where it does not decline.

    Args:
        text: the name as it stands.
        person: whose it is.

    Returns:
        `None` where declining the nominative never gives the form.

    Example: «Драганом Йоличем» is an instrumental, «Айгуль Нурпеисовой» any case but the nominative and accusative.
    """
    weights = _weights(text, fold(person.first_name), fold(person.last_name))
    if not weights:
        return None
    enough = _LEAST * max(weights.values())
    return frozenset(case for case, weight in weights.items() if weight >= enough)


@lru_cache(maxsize=1 << 12)
def _weights(text: str, first: str, last: str) -> dict[str, float]:
    """Weight of the likeliest reading in each case that gives this name, or a part of it."""
    form = as_surname(read_parts(text))
    found: dict[str, float] = {}
    for gender in "mf":
        for case in CASES:
            for name, weight in in_case(form, gender, case):
                if _is_of(name, first, last):
                    found[case] = max(found.get(case, 0.0), weight)
    return found


def _is_of(name: PersonName, first: str, last: str) -> bool:
    """Whether the parts that were read are those of the name; what was not written is not compared."""
    return bool(name.first or name.last) and fold(name.first) in {"", first} and fold(name.last) in {"", last}

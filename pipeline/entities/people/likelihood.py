"""How likely a reading of a given name is: known before unknown, of its gender, declined as such names are."""

from __future__ import annotations

from pipeline.entities.declension.readings import read_form
from pipeline.entities.people.given import is_first_name, known_genders, listed_names

_LISTED_FIRST = 0.4
_UNKNOWN_FIRST = 0.04
_WRONG_GENDER = 0.04
_HARDLY_FROZEN = 0.4
_DECLINED_BESIDE_FROZEN = 0.3
_LIKE_DECLINED = {"f": ("е", "кки"), "m": ("кки",)}  # a man can be Гоце or Микеле


def weigh_given(form: str, case: str, options: list[tuple[str, float]], gender: str) -> list[tuple[str, float]]:
    """Names that the lists know before others; known ones of the other gender last.

    A known name that declines is likelier than one that happens to look like its form: «Кристине» in the dative is
    Кристина rather than the Georgian Кристине. So is an unknown one: «Анналене» is Анналена, «Пекки» is Пекка.
    """
    known = {r.nominative for r in read_form(form, "first") if known_genders(r.nominative)}
    found = []
    for name, weight in options:
        factor = _familiarity(name, gender)
        factor *= 1.0 if not known or gender in known_genders(name) else 0.15
        factor *= 0.3 if case != "Nom" and name == form and known - {form} and form not in listed_names() else 1.0
        frozen = case != "Nom" and name == form and not is_first_name(form)
        factor *= _HARDLY_FROZEN if frozen and form.endswith(_LIKE_DECLINED[gender]) else 1.0
        found.append((name, weight * factor))
    return found


def _familiarity(name: str, gender: str) -> float:
    genders = known_genders(name)
    if not name or gender in genders:
        return 1.0
    if genders:
        return _WRONG_GENDER
    return _LISTED_FIRST if is_first_name(name) else _UNKNOWN_FIRST


def foreign_pair(first: str, last: str, surface: str) -> float:
    """«Марио Драги»: beside a given name that does not decline, a surname in -и is as foreign and stays."""
    declined = last != surface and surface.endswith("и") and not surface.endswith("ии")
    return _DECLINED_BESIDE_FROZEN if declined and first.endswith(("о", "у", "э")) else 1.0

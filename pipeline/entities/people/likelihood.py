"""How likely a reading of a given name is: known before unknown, of its gender, declined as such names are."""

from __future__ import annotations

from pipeline.entities.declension.readings import read_form
from pipeline.entities.people.given import is_first_name, known_genders, listed_names
from pipeline.language.given_names import surname_rank

_LISTED_FIRST = 0.4
_UNKNOWN_FIRST = 0.04
_WRONG_GENDER = 0.04
_HARDLY_FROZEN = 0.4
_DECLINED_BESIDE_FROZEN = 0.3
_STIFF, _STIFF_GIVEN = 0.1, 0.3
# Endings of Romanian, French and East Asian surnames that stay.
_UNDECLINED = (
    "ску", "шку", "ну", "ру", "лу", "цу", "су", "оу", "ау", "иу", "эу", "еу", "ью", "лю", "жу", "гу", "ку", "мю",
)  # fmt: skip
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


def foreign_pair(first: tuple[str, str], last: tuple[str, str], case: str) -> float:
    """How well both parts of a name, each a form with its nominative, decline or stay together.

    «Марио Драги»: beside a given name that does not decline, a surname in -и is as foreign and stays. «Раджива Мехту»:
    beside one that does, a surname in -у declines too, unless it is Romanian or French; so does the given name of
    «Небойшу Томича».
    """
    (given, own_given), (surface, own) = first, last
    if own == surface:
        beside = own_given != given and is_first_name(own_given) and case != "Dat"  # «Сергею Шойгу»
        stiff = beside and _looks_declined(surface)
        return _STIFF if stiff else _STIFF_GIVEN if case != "Nom" and _is_stiff(given, own_given) else 1.0
    if surface.endswith("и") and not surface.endswith("ии") and own_given.endswith(("о", "у", "э")):
        return _DECLINED_BESIDE_FROZEN
    stiff = own_given == given and given.endswith(("у", "ю", "е")) and own.endswith("ич")
    return _STIFF if stiff and not is_first_name(given) else 1.0


def _is_stiff(given: str, nominative: str) -> bool:
    """«Фатуму Диалло», «Квабеной Адду»: an unknown given name that looks declined though its surname cannot be."""
    return given == nominative and given.endswith(("у", "ю", "ой", "ей")) and not is_first_name(given)


def _looks_declined(surname: str) -> bool:
    """«Мехту», «Пинеду» are accusatives; «Шойгу», «Лупашку», «Фарроу» are surnames that end so."""
    return surname.endswith(("у", "ю")) and not surname.endswith(_UNDECLINED) and not surname_rank(surname)

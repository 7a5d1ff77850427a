"""The gender of an acronym, which its adjectives share: «Омского УМВД», «Курской АЭС»."""

from __future__ import annotations

_NEUTER = frozenset(
    {"УГМС", "УМВД", "УВД", "ГУВД", "УФСБ", "УФАС", "УФСИН", "УФССП", "УФНС", "УФМС", "ГУ", "СУ", "МВД", "МЧС", "МТУ"}
)
_FEMININE = frozenset({"АЭС", "ГЭС", "ТЭЦ", "ТЭС", "ГРЭС", "ЦРБ", "РКБ", "ЦКБ", "ГКБ", "ТПП", "ТИК", "УИК", "СЭС"})
_MASCULINE = frozenset({"НПЗ", "ГОК", "НИИ", "ЦБК", "ОВД", "ОМВД", "ОМОН", "РОВД", "ГПЗ", "ТЮЗ"})
_ACRONYMS = {"n": _NEUTER, "f": _FEMININE, "m": _MASCULINE}


def acronym_gender(rest: str) -> str:
    """Gender of the acronym behind the adjectives, by its head: «Омского УМВД» is neuter, «Курской АЭС» feminine."""
    first = next(iter(rest.split()), "").strip('«»"().,')
    return next((gender for gender, acronyms in _ACRONYMS.items() if first in acronyms), "")

"""What a word of a date gives its calendar value, field by field of the pattern."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

Fields = dict[str, Any]


class Said(NamedTuple):
    """The class and value of the word that fills a field."""

    kind: str
    value: int | str


_UNITS = {
    "week_word": "week",
    "month_word": "month",
    "quarter_word": "quarter",
    "half_year_word": "half",
    "year_word": "year",
    "years_plural": "year",
    "century_word": "century",
    "decade_unit": "decade",
    "hour_word": "hour",
    "minute_word": "minute",
    "day_noun": "day",
    "day_genitive": "day",
    "daytime": "day",
}
_MOMENTS = {"noon": 12, "midnight": 0}


def fill(fields: Fields, name: str, atom: Said) -> None:
    """Fill the field that a word is said for; one that no rule knows takes its number."""
    _SETTERS.get(name, _set_plain)(fields, name, atom)


def _set_plain(fields: Fields, name: str, atom: Said) -> None:
    fields[name] = int(atom.value)


def _set_year(fields: Fields, name: str, atom: Said) -> None:
    short = int(atom.value) < 100
    fields["short_year" if short else "year"] = int(atom.value)


def _set_unit(fields: Fields, name: str, atom: Said) -> None:
    fields["unit"] = _UNITS[atom.kind]


def _set_step(fields: Fields, name: str, atom: Said) -> None:
    fields["step"] = int(atom.value)
    fields["strict"] = atom.kind in {"recent_step", "nearest_step"}


def _set_decade(fields: Fields, name: str, atom: Said) -> None:
    fields["decade"] = int(atom.value) // 10


def _set_century(fields: Fields, name: str, atom: Said) -> None:
    fields["century"] = int(atom.value) - 1


def _set_quarter(fields: Fields, name: str, atom: Said) -> None:
    fields["period"] = 32 + min(max(int(atom.value), 1), 4)


def _set_half(fields: Fields, name: str, atom: Said) -> None:
    fields["half"] = min(max(int(atom.value), 1), 2)


def _set_half_year(fields: Fields, name: str, atom: Said) -> None:
    fields["period"] = 39 + min(max(int(atom.value), 1), 2)


def _set_part(fields: Fields, name: str, atom: Said) -> None:
    part = str(atom.value)
    if part in _MOMENTS:
        fields["hour"] = _MOMENTS[part]
    fields["part"] = part


def _set_holiday(fields: Fields, name: str, atom: Said) -> None:
    """A month times 100 and a day; as words («+49») the days from Easter."""
    if isinstance(atom.value, str):
        fields["easter"] = int(atom.value)
    else:
        fields["month"], fields["day"] = divmod(atom.value, 100)
    fields["holiday"] = True


def _set_early_year(fields: Fields, name: str, atom: Said) -> None:
    fields["year"] = int(atom.value)


def _set_half_to(fields: Fields, name: str, atom: Said) -> None:
    """«половина шестого» is half past five."""
    fields["hour"], fields["minute"] = (int(atom.value) - 1) % 12, 30


def _set_flag(fields: Fields, name: str, atom: Said) -> None:
    fields[name] = True


def _ignore(fields: Fields, name: str, atom: Said) -> None:
    """Counts are multiplied in afterwards."""


_SETTERS: Mapping[str, Callable[[Fields, str, Said], None]] = {
    "year": _set_year,
    "short_year": _set_plain,
    "unit": _set_unit,
    "step": _set_step,
    "decade": _set_decade,
    "century": _set_century,
    "quarter": _set_quarter,
    "half": _set_half,
    "half_year": _set_half_year,
    "part": _set_part,
    "weekend": _set_flag,
    "bce": _set_flag,
    "holiday": _set_holiday,
    "early_year": _set_early_year,
    "half_to": _set_half_to,
    "count": _ignore,
}

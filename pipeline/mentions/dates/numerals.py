"""Numbers in digits, with endings, in words and in Roman letters, as classes of the date grammar."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from pipeline.mentions.dates.alphabet import character

if TYPE_CHECKING:
    from pipeline.mentions.dates.atoms import Atom, Atoms, Run

_NUMBER = re.compile(r"(\d+)(?:-?([а-яё]+))?")
_PLURAL_ENDINGS = {"х", "ых", "ми", "ыми", "ые"}
_DAY_ENDINGS = {"го", "е", "му", "м", "ое", "ого"}
_ROMAN = re.compile(r"(?:X{0,2})(?:IX|IV|V?I{0,3})")
_ROMAN_DIGITS = {"I": 1, "V": 5, "X": 10}
_BY_VALUE = ((0, "n0"), (9, "n1"), (12, "n10"), (24, "n13"), (31, "n25"), (59, "n32"), (99, "n60"))


@lru_cache(maxsize=20_000)
def classify_number(text: str) -> tuple[str, int]:
    """Class and value of a number as written: «22», «05», «2016-го», «90-х»."""
    found = _NUMBER.fullmatch(text)
    if not found:
        return "number", 0
    digits, ending = found.groups()
    if len(digits) > 4:
        return "number", 0
    value = int(digits)
    if ending in {"г", "гг"}:
        ending = ""  # «16.03.2024г»
    return (_ended(value, ending), value) if ending else (_plain(digits, value), value)


def _plain(digits: str, value: int) -> str:
    if len(digits) == 4:
        return "year" if 1000 <= value < 3000 else "number"
    if len(digits) == 3:
        return "n100"
    if len(digits) == 2 and value < 10:
        return "n01" if value else "n00"
    return next(name for limit, name in _BY_VALUE if value <= limit)


def _ended(value: int, ending: str) -> str:
    if value >= 1000:
        plural = ending in _PLURAL_ENDINGS or ending == "е"
        return "decade_full" if plural and value % 10 == 0 else "ordinal_year"
    if value % 10 == 0 and (ending in _PLURAL_ENDINGS or (ending == "е" and 31 < value < 100)):
        return "decade_short"
    if ending in _DAY_ENDINGS and 1 <= value <= 31:
        return "ordinal_round" if value % 10 == 0 and ending == "е" else "ordinal_day"
    return "ordinal_other" if value < 100 else "number"


def roman_value(text: str) -> int:
    """Value of a Roman numeral up to XXIX, 0 for what is none."""
    if len(text) > 6 or not _ROMAN.fullmatch(text):
        return 0
    digits = [_ROMAN_DIGITS[c] for c in text]
    return sum(-d if d < after else d for d, after in zip(digits, [*digits[1:], 0], strict=True))


def find_numbers(atoms: Atoms) -> Iterator[Run]:
    """The words of one number and what they are together: «двадцать второе», «две тысячи двадцать третий»."""
    for run in _number_words().finditer(atoms.codes):
        at = run.start()
        while at < run.end():
            held, last = atoms[at], at + 1
            while last < run.end() and (joined := _joined(held, atoms[last])):
                held, last = joined, last + 1
            if last > at + 1:
                yield at, last, _finished(held)
            at = last


@cache
def _number_words() -> re.Pattern[str]:
    cardinal, ordinal, decade = map(character, ("cardinal_word", "ordinal_word", "decade_word"))
    return re.compile(f"{cardinal}[{cardinal}{ordinal}{decade}]+")


def _joined(first: Atom, second: Atom) -> Atom | None:
    """A cardinal word with what may follow it in the same number, `None` where a new number begins."""
    if first.kind != "cardinal_word":
        return None
    before, after = int(first.value), int(second.value)
    if after == 1000 and before < 1000:
        return first._replace(end=second.end, value=before * 1000)
    room = 1000 if before % 1000 == 0 else 100 if before % 100 == 0 else 10 if before % 10 == 0 and before >= 20 else 0
    if not 0 < after < room:
        return None
    return first._replace(end=second.end, kind=second.kind, value=before + after)


def _finished(atom: Atom) -> Atom:
    big = atom.kind == "ordinal_word" and int(atom.value) >= 1000
    return atom._replace(kind="ordinal_year_word") if big else atom

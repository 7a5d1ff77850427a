"""What a number, a sum of money, a share or an age says, as a plain value: «около 2,5 млн рублей» is `RUB 2500000`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from pipeline.errors import ResourceError
from pipeline.language.lemmas import lemma
from pipeline.mentions.dates.numerals import roman_value
from pipeline.resources import models_dir, read_sections

_SECTIONS = {"numbers", "counting", "shares", "multipliers", "ordinals", "currencies"}
_WORD = re.compile(r"\d{1,3}(?:[\s\u00a0\u202f]\d{3})+(?![\d])(?:,\d+)?|\d+(?:[.,]\d+)?|[^\W\d_]+|[$€£¥₽%]")
_RANGE = re.compile(r"\d\s*[-–—]\s*\d")
_MEASURED = frozenset({"number", "percent", "age", "ordinal", "money"})


@dataclass(frozen=True, slots=True, kw_only=True)
class QuantityWords:
    """`models/quantities.yaml`: values of words, and currencies as lemmas with their ISO 4217 code.

    `counting` are the whole numbers that a word writes by itself, wherever it stands.
    """

    numbers: Mapping[str, Decimal]
    counting: Mapping[str, int]
    multipliers: Mapping[str, Decimal]
    ordinals: Mapping[str, Decimal]
    currencies: Sequence[tuple[tuple[str, ...], str]]


def quantity_value(words: str, kind: str) -> str:
    """The value of a mention's words, empty where they give none or more than one («от 3 до 5 тыс.»).

    Args:
        words: the mention as it stands in the text.
        kind: number, percent, age, ordinal or money; any other type has no value.

    Example: `quantity_value("двадцать пять", "number")` is `25`, `quantity_value("$3 млрд", "money")` `USD 3000000000`.
    """
    if kind not in _MEASURED or _RANGE.search(words):
        return ""
    lemmas = [lemma(word, "", "") if word.isalpha() else word for word in _WORD.findall(words)]
    values = list(_values(lemmas, ordinal=kind == "ordinal"))
    if len(values) != 1:
        return ""
    if kind != "money":
        return _plain(values[0])
    currency = _currency(lemmas)
    return f"{currency} {_plain(values[0])}" if currency and "/" not in currency else ""


def counting_word(word: str) -> int | None:
    """The whole number that one word, given as its lemma, writes by itself; `None` for any other word.

    Example: `counting_word("трое")` is 3, `counting_word("тысяча")` 1000; «полтора» and «десяток» count nothing alone.
    """
    counting = quantity_words().counting
    return counting.get(word.replace("ё", "е"), counting.get(word))


def _values(lemmas: Sequence[str], *, ordinal: bool) -> Iterator[Decimal]:
    """Numbers in order; words of one number are added up, a multiplier takes all before it («двести тысяч»)."""
    known = quantity_words()
    total: Decimal | None = None
    for word in lemmas:
        value = _digits(word)
        added = known.numbers.get(word)
        if value is not None:
            if total is not None:
                yield total
            total = value
        elif added is not None:
            total = (total or Decimal(0)) + added
        elif word in known.multipliers:
            total = (Decimal(1) if total is None else total) * known.multipliers[word]
        elif ordinal and (place := known.ordinals.get(word) or Decimal(roman_value(word.upper()))):
            total = (total or Decimal(0)) + place
        elif total is not None:
            yield total
            total = None
    if total is not None:
        yield total


def _digits(word: str) -> Decimal | None:
    if not word[0].isdecimal():  # «³» is a digit, and no number
        return None
    return Decimal(re.sub(r"[\s\u00a0\u202f]", "", word).replace(",", "."))


def _currency(lemmas: Sequence[str]) -> str:
    for name, code in quantity_words().currencies:
        if any(tuple(lemmas[i : i + len(name)]) == name for i in range(len(lemmas))):
            return code
    return ""


def _plain(value: Decimal) -> str:
    """Without exponent and without zeros that say nothing."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


@cache
def quantity_words() -> QuantityWords:
    """Load the words.

    Raises:
        ResourceError: an unknown or missing section, a currency that is no pair, or a word in `counting` without value.
    """
    path = models_dir() / "quantities.yaml"
    content = read_sections(path, _SECTIONS)
    if wrong := [row for row in content["currencies"] if not isinstance(row, list) or len(row) != 2]:
        raise ResourceError(f"{path}: a currency is [name, code], not {wrong[0]!r}. Mend it.")
    numbers = {**content["numbers"], **content["shares"]}
    return QuantityWords(
        numbers={word: Decimal(str(value)) for word, value in numbers.items()},
        counting=_counting(path, content),
        multipliers={word: Decimal(value) for word, value in content["multipliers"].items()},
        ordinals={word: Decimal(value) for word, value in content["ordinals"].items()},
        currencies=[(tuple(name.split()), code) for name, code in content["currencies"]],
    )


def _counting(path: Path, content: Mapping[str, Any]) -> dict[str, int]:
    numbers, multipliers, counting = content["numbers"], content["multipliers"], content["counting"]
    if set(counting) != {"without", "with"}:
        raise ResourceError(f"{path}: counting has the keys without and with, not {', '.join(counting)}. Mend it.")
    without, more = counting["without"], counting["with"]
    if unknown := sorted({*without} - {*numbers} | {*more} - {*multipliers}):
        raise ResourceError(f"{path}: counting names {unknown[0]}, which has no value there. Mend it.")
    return {w: n for w, n in numbers.items() if w not in without} | {w: multipliers[w] for w in more}

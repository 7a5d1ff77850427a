"""Latin spelling of Cyrillic names by BGN/PCGN 1947 (`models/transliteration.csv`).

The table's `opening` stands at the beginning of a word, after a vowel and after ъ, ь: «Елена» is Yelena. As the
system's simplified practice has it, the soft and hard signs are left out, ё is yo and е after й plain e; letters of
other Cyrillic alphabets get their nearest Latin letter.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache

from pipeline.errors import ResourceError
from pipeline.resources import models_dir

_OPENERS = frozenset("аеёиоуыэюяъь")
_COLUMNS = {"letter", "latin", "opening"}


def transliterate(name: str) -> str:
    """Spell a name in Latin letters; what is not Cyrillic stays.

    Example: «Юлия Мещерякова» is Yuliya Meshcheryakova.
    """
    table = _table()
    written: list[str] = []
    before = ""
    for letter in name:
        lowered = letter.lower()
        if lowered not in table:
            written.append(letter)
        else:
            latin, opening = table[lowered]
            opens = not before.isalpha() or before in _OPENERS
            spelt = opening if opening and opens else latin
            written.append(spelt.capitalize() if letter.isupper() else spelt)
        before = lowered
    return "".join(written)


@cache
def _table() -> Mapping[str, tuple[str, str]]:
    path = models_dir() / "transliteration.csv"
    with path.open(encoding="utf-8", newline="") as handle:
        reader = csv.DictReader(handle)
        if set(reader.fieldnames or ()) != _COLUMNS:
            raise ResourceError(f"{path}: line 1: the columns must be {', '.join(sorted(_COLUMNS))}.")
        return {row["letter"]: (row["latin"], row["opening"]) for row in reader}

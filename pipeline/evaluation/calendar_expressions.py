"""Which of a corpus's date and time spans are calendar expressions, by the lists of `models/calendar_expressions.yaml`.

Corpora mark durations («два года»), ages, frequencies («каждый день») and vague times («недавно») as dates; a tagger of
calendar expressions must not be asked for them. The rule looks at the span alone, never at what a tagger found.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from fnmatch import fnmatchcase
from functools import cache

from pipeline.resources import models_dir, read_sections

_WORDS = re.compile(r"\d+(?:[.,:]\d+)*(?:-?[а-яё]+)?|[^\W\d]+(?:-[^\W\d]+)*")
_NUMBER = re.compile(r"\d{1,3}(?:,\d+)?")
_SECTIONS = {
    "vague", "frequency", "rates", "uncounted", "own_count", "adjectives", "units", "quantities", "bounds", "named",
}  # fmt: skip


def why_no_calendar_expression(text: str, before: str = "") -> str:
    """Name of the list that rules a span out, empty for a calendar expression.

    Args:
        text: the span as the corpus marks it.
        before: the text in front of it; «COVID-» makes the marked «19» part of a name.

    Example: «два года» is a length, «каждые три года» a frequency, «два года назад» and «в 2019 году» are neither.
    """
    words = _WORDS.findall(text.lower())
    return next((name for name, rule in _RULES.items() if rule(words, before)), "")


def _vague(words: Sequence[str], before: str) -> bool:
    return " ".join(words) in load_lists()["vague"]


def _frequency(words: Sequence[str], before: str) -> bool:
    return _any(words, "frequency") or " ".join(words) in load_lists()["rates"]


def _uncounted(words: Sequence[str], before: str) -> bool:
    """«несколько дней назад», not «тысяча девятьсот девятый год»."""
    return bool(words) and _any(words[:3], "uncounted") and any(_in(word, "units") for word in words)


def _own_count(words: Sequence[str], before: str) -> bool:
    return _any(words, "own_count") and not any(word.isdigit() for word in words)


def _adjective(words: Sequence[str], before: str) -> bool:
    return any(word[:1].isdigit() and _in(word, "adjectives") for word in words)


def _length(words: Sequence[str], before: str) -> bool:
    """«в течение 12 часов», «на полтора года», «за день до»; «в 5 часов» and «в 98 году» are calendar expressions."""
    phrase = " ".join(words)
    if len(words) == 3 and any(fnmatchcase(phrase, pattern) for pattern in load_lists()["named"]):
        return False
    known = [_NUMBER.fullmatch(w) or any(_in(w, name) for name in ("units", "quantities", "bounds")) for w in words]
    counted = words[:1] != ["через"]  # «через два года» counts from a day
    return counted and all(known) and any(_in(word, "units") for word in words)


def _part_of_name(words: Sequence[str], before: str) -> bool:
    """The number of «COVID-19», «ЕГЭ-2013»."""
    return len(words) == 1 and words[0].isdigit() and re.search(r"[^\W\d]-$", before) is not None


_RULES = {
    "vague": _vague,
    "frequency": _frequency,
    "uncounted": _uncounted,
    "own count": _own_count,
    "age or length": _adjective,
    "length": _length,
    "part of a name": _part_of_name,
}


def _any(words: Sequence[str], section: str) -> bool:
    return any(_in(word, section) for word in words)


def _in(word: str, section: str) -> bool:
    return any(fnmatchcase(word, pattern) for pattern in load_lists()[section])


@cache
def load_lists() -> Mapping[str, tuple[str, ...]]:
    """The lists by section.

    Raises:
        ResourceError: an unknown or missing section.
    """
    sections = read_sections(models_dir() / "calendar_expressions.yaml", _SECTIONS)
    return {name: tuple(map(str, words)) for name, words in sections.items()}

"""What no record took up: capitalised words, dates, numbers and speech acts, told by signs that no model has a say in.

The signs are those of `models/coverage.yaml`; they are simpler than the readers, so that what a reader overlooks is
seen here. A word at the start of a sentence is capitalised anyway and counts only if it is all in capitals.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from pipeline.language.inflection import verb_forms
from pipeline.mentions.quotes.lexicon import quote_lexicon
from pipeline.records.tables.column import Row
from pipeline.resources import models_dir, read_sections

Sign = Literal["name", "date", "number", "speech"]
SIGNS: tuple[Sign, ...] = ("name", "date", "number", "speech")
_WORD = re.compile(r"[^\W\d_]+(?:[-‑’'][^\W\d_]+)*")
_NUMBER = re.compile(r"\d+(?:[.,:\u00a0 ]\d+)*")
_FINAL = frozenset(".!?…:;")
_OPENING = frozenset("«»„“”\"'([{—–-• \t\u00a0\u200e\u200f")
Span = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A sign in the text. `taken`: a record took it up; `used`: an event did (of dates and numbers)."""

    start: int
    end: int
    text: str
    sign: Sign
    taken: bool
    used: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """Where the rows of an article stand: `named` any of its mentions, `told` cells of its events, `said` quotes."""

    named: Sequence[Span]
    told: Sequence[Span]
    said: Sequence[Span]


def taken_by(mentions: Iterable[Row], events: Iterable[Row], arguments: Iterable[Row], quotes: Iterable[Row]) -> Taken:
    """Where the rows of one article stand in its text."""
    told = [(e.trigger_start, e.trigger_end) for e in events] + [(a.start, a.end) for a in arguments]
    said = [(q.start, q.end) for q in quotes] + [(e.evidence_start, e.evidence_end) for e in events if e.asserted_by]
    return Taken(named=[(m.start, m.end) for m in mentions], told=told, said=said)


def find_signs(text: str, taken: Taken) -> list[Found]:
    """All signs of a text by offset, each with what became of it.

    Example: in «Вчера Иванов купил 3 дома» the signs are a date, a name and a number.
    """
    dates = list(_dates(text))
    signs: list[tuple[Sign, Span]] = [("date", span) for span in dates]
    signs += [("number", m.span()) for m in _NUMBER.finditer(text) if not _meets(dates, m.span())]
    for match in _WORD.finditer(text):
        if _meets(dates, match.span()):
            continue
        if _is_name(text, match):
            signs.append(("name", match.span()))
        elif match.group().lower().replace("ё", "е") in _speech():
            signs.append(("speech", match.span()))
    return [_judged(text, sign, span, taken) for sign, span in sorted(signs, key=lambda each: each[1])]


def _judged(text: str, sign: Sign, span: Span, taken: Taken) -> Found:
    told = _touched(taken.told, span)
    found = told or (_in_reach(text, taken.said, span) if sign == "speech" else _touched(taken.named, span))
    return Found(start=span[0], end=span[1], text=text[span[0] : span[1]], sign=sign, taken=found, used=told)


def _touched(spans: Iterable[Span], span: Span) -> bool:
    return any(start < span[1] and span[0] < end for start, end in spans)


def _in_reach(text: str, said: Iterable[Span], span: Span) -> bool:
    """Whether words given to a speaker stand in the same line as the verb."""
    start = text.rfind("\n", 0, span[0]) + 1
    end = text.find("\n", span[1])
    return _touched(said, (start, len(text) if end < 0 else end))


def _meets(ordered: Sequence[Span], span: Span) -> bool:
    at = bisect_left(ordered, (span[1], 0))
    return at > 0 and ordered[at - 1][1] > span[0]


def _is_name(text: str, match: re.Match[str]) -> bool:
    word = match.group()
    if not word[0].isupper():
        return False
    return (len(word) > 1 and word.isupper()) or not _begins_sentence(text, match.start())


def _begins_sentence(text: str, at: int) -> bool:
    before = text[max(0, at - 12) : at].rstrip("".join(_OPENING - {"\n"}))
    return not before or before[-1] in _FINAL or before[-1] == "\n"


@cache
def _speech() -> frozenset[str]:
    """Forms of the verbs of reported speech."""
    return frozenset(form for verb in quote_lexicon().report for form in verb_forms(verb))


def _dates(text: str) -> Iterator[Span]:
    last = 0
    for match in _date_pattern().finditer(text):
        if match.start() >= last:
            last = match.end()
            yield match.span()


@cache
def _date_pattern() -> re.Pattern[str]:
    words = read_sections(models_dir() / "coverage.yaml", ("months", "weekdays", "days", "units"))
    months, weekdays, days, units = (
        "|".join(re.escape(word).replace(r"\*", r"\w{1,4}") for word in words[key])
        for key in ("months", "weekdays", "days", "units")
    )
    year = r"(?:1[5-9]|20)\d\d"
    return re.compile(
        rf"\b(?:\d{{1,2}}\s+)?(?:{months})\b(?:\s+{year}\b(?:\s+(?:{units})\b\.?)?)?"
        rf"|\b\d{{1,2}}\.\d{{1,2}}\.(?:\d{{4}}|\d\d)\b|\b{year}-\d\d-\d\d\b"
        rf"|\b{year}(?:\s*[-–—]\s*{year})?(?:\s*-?\w{{0,2}})?\s+(?:{units})\b"
        rf"|\b(?:{weekdays})\b|\b(?:{days})\b",
        re.IGNORECASE,
    )

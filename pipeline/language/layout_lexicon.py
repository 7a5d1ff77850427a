"""The words of `models/layout.yaml` as patterns over whole lines."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from functools import cache

from pipeline.resources import models_dir, read_sections

_MONTH = r"(?:янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек)[а-я]*\.?"
_WEEKDAY = r"(?:понедельник|вторник|среда|четверг|пятница|суббота|воскресенье|пн|вт|ср|чт|пт|сб|вс)\.?"
_ZONE = r"(?:\s*\(?(?:мск|по\s+москве|msk|gmt[+\d]*|utc[+\d]*)\)?)?"
_CLOCK = rf"(?:в\s+)?\d{{1,2}}[:.]\d\d(?:[:.]\d\d)?{_ZONE}"
_DATE = rf"(?:\d{{1,2}}[./-]\d{{1,2}}[./-]\d{{2,4}}|\d{{4}}[-./]\d\d[-./]\d\d|\d{{1,2}}\s+{_MONTH}(?:\s+\d{{4}})?)"
_DAY = rf"{_DATE}\s*(?:года|год|г\.?)?"
_GAP = r"[\s,|·•—–/-]*"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Words:
    dateline_labels: list[str]
    source_openings: list[str]
    agencies: list[str]
    navigation_lines: list[str]
    navigation_openings: list[str]
    related: list[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class LayoutPatterns:
    """Patterns for `fullmatch` on a folded line (see `fold`).

    `dateline` knows a day with weekday, clock, label, place or rubric; `source` credits and signatures; `agency` a
    credit that is a bare name; `related` the heading of links to other articles, with or without a link behind it.
    """

    dateline: re.Pattern[str]
    source: re.Pattern[str]
    agency: re.Pattern[str]
    navigation: re.Pattern[str]
    related: re.Pattern[str]


def fold(line: str) -> str:
    """A line as the patterns want it: small letters, `ё` as `е`, `«»` kept."""
    return line.lower().replace("ё", "е").strip()


@cache
def layout_patterns() -> LayoutPatterns:
    """Load and compile the lexicon.

    Raises:
        ResourceError: the file lacks a list or has one too many.
    """
    return _compile(_Words(**read_sections(models_dir() / "layout.yaml", {field.name for field in fields(_Words)})))


def _compile(words: _Words) -> LayoutPatterns:
    return LayoutPatterns(
        dateline=re.compile(
            rf"(?:{_either(words.dateline_labels)})?:?\s*(?:[а-я -]{{3,25}},\s*)?"
            rf"(?:{_WEEKDAY}{_GAP})?(?:{_CLOCK}{_GAP})?"
            rf"{_DAY}{_GAP}(?:{_WEEKDAY})?{_GAP}(?:{_CLOCK})?{_ZONE}(?:\s*[|/·•]\s*[^.!?]{{0,40}}|\s+[а-я-]{{3,25}})?\s*"
        ),
        source=re.compile(
            rf"\(?(?:{_either(words.source_openings)})\s*[:©/].{{0,160}}"
            rf"|\(?(?:{_either(words.source_openings)})(?!\w)[^.!?]{{0,120}}(?:[«\"][^»\"]*[»\"])?[^.!?]{{0,20}}\)?"
            r"|[^.!?]{0,80}специально для .{0,60}|[©®].*"
        ),
        agency=re.compile(rf"\(?(?:{_either(words.agencies)})\)?\.?"),
        navigation=re.compile(
            rf"(?:{_either(words.navigation_lines)})[.!:…>» ]*|(?:{_either(words.navigation_openings)})(?!\w).*"
            r"|(?:#\w+[\s,;]*)+|(?:https?://|www\.)\S+"
        ),
        related=re.compile(rf"(?:{_either(words.related)})(?P<link>[:.]?\s*[«\"„].*|:\s*\S.*|[:.]?\s*)"),
    )


def _either(entries: list[str]) -> str:
    return "|".join(re.escape(fold(entry)) for entry in sorted(entries, key=len, reverse=True))

"""The day of publication that an article itself tells: its date line, its address, its file name.

Only a full date counts, and only where a page puts the day of publication; a day of the story never does, since a
wrong day of publication moves every «вчера» of the article.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from pipeline.records.article import Line

Found = tuple[dt.date | None, str]

FIRST_YEAR, LAST_YEAR = 1990, 2099  # news pages: older years are of the story
_HEAD_LINES, _TAIL_LINES = 4, 3
_MONTHS = ("янв", "фев", "мар", "апр", "мая", "июн", "июл", "авг", "сен", "окт", "ноя", "дек")
_MONTH = r"(?P<name>янв(?:аря)?|февр?(?:аля)?|мар(?:та)?|апр(?:еля)?|мая|июн[ья]?|июл[ья]?|авг(?:уста)?" \
         r"|сент?(?:ября)?|окт(?:ября)?|ноя(?:б(?:ря)?)?|дек(?:абря)?)\.?"  # fmt: skip
_DAY = (
    r"(?:(?P<day>\d{1,2})[./](?P<month>\d{1,2})[./](?P<year>\d{4})"
    r"|(?P<iso_year>\d{4})-(?P<iso_month>\d\d)-(?P<iso_day>\d\d)"
    rf"|(?P<named_day>\d{{1,2}})\s+{_MONTH}\s+(?P<named_year>\d{{4}}))"
)
_IN_LINE = re.compile(rf"(?<!\d){_DAY}(?!\d)", re.IGNORECASE)
_LABEL = re.compile(r"\s*(?:опубликовано|дата(?:\s+публикации)?|размещено)\b", re.IGNORECASE)
_UPDATED = re.compile(r"\s*(?:обновлено|изменено)\b", re.IGNORECASE)
_PLACE = r"(?!(?i:(?:поза)?вчера|(?:после)?завтра|накануне)\b)[А-ЯЁ][А-ЯЁа-яё]*(?:[- ](?:[А-ЯЁ][А-ЯЁа-яё]*|на|де|эль))*"
_BODY_HEAD = re.compile(
    rf"\s*[/(«]?{_PLACE}(?:\s*\([^()]{{1,60}}\))?\s*[,./|—–-]\s*{_DAY}(?:\s*(?:года|г\.?))?\s*(?:[.,/|(«—–]|-\s|$)"
)
_DAY_FIRST = re.compile(rf"\s*{_DAY}(?:\s*(?:года|г\.?))?\s*,\s*{_PLACE}\s*[.—–/|]")
_PATH_DAYS = (
    re.compile(r"(?<![\d])(?P<year>(?:19|20)\d\d)(?P<sign>[-/_.])(?P<month>\d{1,2})(?P=sign)(?P<day>\d{1,2})(?![\d])"),
    re.compile(r"(?<![\d])(?P<day>\d\d)(?P<sign>[-/_.])(?P<month>\d\d)(?P=sign)(?P<year>(?:19|20)\d\d)(?![\d])"),
    re.compile(r"(?:^|(?<=[/_.-]))(?P<year>(?:19|20)\d\d)(?P<month>\d\d)(?P<day>\d\d)(?=$|[/_.-])"),
)


def find_published(text: str, lines: Sequence[Line], *, url: str = "", file_name: str = "") -> Found:
    """The day of publication and what told it: text, url or file; `None` and empty where nothing does.

    «21.11.2023» and «Опубликовано 24 декабря 2021 в 12:30» as lines, «МИНСК, 20 ноября 2023 — …» at the head of the
    body, `/2023/11/21/` in the address, `2023-11-21_x.txt` as the file's name. Two different days in one address or
    name tell nothing.
    """
    day = _of_lines(text, lines) or _of_body(text, lines)
    if day:
        return day, "text"
    for origin, path in (("url", url), ("file", file_name)):
        day = _of_path(path)
        if day:
            return day, origin
    return None, ""


def _of_lines(text: str, lines: Sequence[Line]) -> dt.date | None:
    """A date line at the head or foot of the page; one that says «обновлено» only where no other is."""
    updated = None
    for i, line in enumerate(lines):
        content = text[line.start : line.end]
        edge = i < _HEAD_LINES or i >= len(lines) - _TAIL_LINES or _LABEL.match(content)
        found = _IN_LINE.search(content) if line.role == "dateline" and edge else None
        day = _date(found) if found else None
        if day and not _UPDATED.match(content):
            return day
        updated = updated or day
    return updated


def _of_body(text: str, lines: Sequence[Line]) -> dt.date | None:
    """«МИНСК, 20 ноября 2023 — …» opens the body; «20 ноября 2023 года в Минске прошла …» tells a story."""
    heads = [line for line in lines if line.role in {"title", "body"}]
    for line in heads[:3]:  # a line «Гродно. 21.08.2019. «Вестник»» of its own looks like a headline
        content = text[line.start : min(line.end, line.start + 120)]
        for pattern in (_BODY_HEAD, _DAY_FIRST):
            found = pattern.match(content)
            if found and (day := _date(found)):
                return day
    return None


def _of_path(path: str) -> dt.date | None:
    days = {day for pattern in _PATH_DAYS for found in pattern.finditer(path) if (day := _valid(*_numbers(found)))}
    return days.pop() if len(days) == 1 else None


def _numbers(found: re.Match[str]) -> tuple[int, int, int]:
    return int(found["year"]), int(found["month"]), int(found["day"])


def _date(found: re.Match[str]) -> dt.date | None:
    if found["name"]:
        month = next(i for i, name in enumerate(_MONTHS, 1) if found["name"].lower().startswith(name[:3]))
        return _valid(int(found["named_year"]), month, int(found["named_day"]))
    if found["iso_year"]:
        return _valid(int(found["iso_year"]), int(found["iso_month"]), int(found["iso_day"]))
    return _valid(*_numbers(found))


def _valid(year: int, month: int, day: int) -> dt.date | None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None

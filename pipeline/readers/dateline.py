"""The day of publication that an article itself tells: its date line, its address, its file name."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from pipeline.records.article import Line

_DAY = re.compile(r"\b(\d{1,2})\.(\d{1,2})\.(\d{4})\b")
_PATH_DAY = re.compile(r"(?<!\d)((?:19|20)\d\d)[-/_]?(\d\d)[-/_]?(\d\d)(?!\d)")


def find_published(
    text: str, lines: Sequence[Line], *, url: str = "", file_name: str = ""
) -> tuple[dt.date | None, str]:
    """The day of publication and what told it: text, url or file; `None` and empty where nothing does."""
    for line in lines:
        found = _DAY.search(text, line.start, line.end) if line.role == "dateline" else None
        if found and (day := _valid(found[3], found[2], found[1])):
            return day, "text"
    for origin, path in (("url", url), ("file", file_name)):
        found = _PATH_DAY.search(path)
        if found and (day := _valid(*found.groups())):
            return day, origin
    return None, ""


def _valid(year: str, month: str, day: str) -> dt.date | None:
    try:
        return dt.date(int(year), int(month), int(day))
    except ValueError:
        return None

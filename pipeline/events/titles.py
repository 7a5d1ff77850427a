"""The one line that tells a reader what an event record holds."""

from __future__ import annotations

import re
from collections.abc import Sequence

_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_MONTH = re.compile(r"(\d{4})-(0[1-9]|1[0-2])(?![\d-])")
_NAMES = 4


def event_title(label: str, participants: Sequence[str], place: str, date: str) -> str:
    """Compose a title.

    Example: `Встреча: Иван Петров, Пётр Иванов; Минск, 20.11.2023`.

    Args:
        label: name of the event type.
        participants: canonical names, the most important first.
        place: canonical name or empty.
        date: EDTF or empty.
    """
    names = ", ".join(participants[:_NAMES]) + (" и др." if len(participants) > _NAMES else "")
    where_when = ", ".join(part for part in (place, readable_date(date)) if part)
    told = "; ".join(part for part in (names, where_when) if part)
    return f"{label}: {told}" if told else label


def readable_date(edtf: str) -> str:
    """Russian order for days and months: `2023-11-20` is `20.11.2023`, a range has a dash; other forms stay EDTF."""
    parts = [_MONTH.sub(r"\2.\1", _DAY.sub(r"\3.\2.\1", part)) for part in edtf.split("/")]
    if len(parts) == 1:
        return parts[0].replace("T", " ")
    start, end = parts[0], parts[1]
    if end == "..":
        return f"с {start}"
    return f"до {end}" if start == ".." else f"{start} – {end}"

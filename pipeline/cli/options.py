"""Values that several commands take as options."""

from __future__ import annotations

import datetime as dt

from pipeline.errors import InputError


def parse_day(text: str) -> dt.date | None:
    """The day that `--published` names, `None` where it is not given.

    Raises:
        InputError: it is no ISO day.
    """
    if not text:
        return None
    try:
        return dt.date.fromisoformat(text)
    except ValueError as error:
        raise InputError(f"--published {text} is no day. Write it as 2023-11-21.") from error

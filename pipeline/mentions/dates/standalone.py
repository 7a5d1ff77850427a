"""The date tagger by itself: words by dictionary, the clause by its nearest verb, no network."""

from __future__ import annotations

import datetime as dt

from pipeline.language.splitting import Splitter
from pipeline.mentions.dates.find import find_dates
from pipeline.records.annotations import TemporalExpression


class DateTagger:
    """Finds and resolves the calendar expressions of a text; keep one, it remembers the words it has looked up."""

    def __init__(self) -> None:
        """Begin with an empty vocabulary of its own."""
        self._split = Splitter()

    def __call__(self, text: str, published: dt.date | None = None) -> tuple[TemporalExpression, ...]:
        """Dates in the order of the text.

        Args:
            text: any Russian text; offsets of the result are code points of it.
            published: the day that «вчера» and «20 ноября» count from; without it they keep what is known.
        """
        return tuple(find_dates(self._split(text), published))

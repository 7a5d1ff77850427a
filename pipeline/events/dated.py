"""Words of calendar expressions."""

from __future__ import annotations

from bisect import bisect_right

from spacy.tokens import Token


def is_dated(token: Token) -> bool:
    """Whether a calendar expression lies on the token: «рейс отменён [5] [мая]»."""
    dates = token.doc._.dates  # in the order of the text, none over another
    last = bisect_right(dates, token.idx, key=lambda date: date.start) - 1
    return last >= 0 and token.idx < dates[last].end

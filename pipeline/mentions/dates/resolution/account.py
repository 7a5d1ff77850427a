"""What the article has spoken of so far."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from pipeline.language.words import Tokens
from pipeline.mentions.dates.resolution.context import AGE
from pipeline.mentions.dates.resolution.resolve import Resolution
from pipeline.mentions.dates.resolution.spoken import EXACT, SINGLE, Spoken

_REMEMBERED = 12  # days told
_OUR_TIME = dt.date(2025, 1, 1)
_AGE = dt.timedelta(days=AGE)


@dataclass(slots=True, kw_only=True)
class Account:
    """What has been told while the dates of an article are resolved one after another."""

    tokens: Tokens
    published: dt.date | None = None
    last: Spoken | None = None
    day: Spoken | None = None
    told: Spoken | None = None
    told_day: Spoken | None = None
    old: Spoken | None = None
    aged: Spoken | None = None
    headed: tuple[int, int] | None = None  # number of a sentence, year that it begins with
    days: list[tuple[int, int, dt.date]] = field(default_factory=list)  # tokens of the sentence, its day
    stamp: str = ""  # day and hour that headed a line last

    def go_on(self, now: Spoken, sentence: tuple[int, int], *, telling: bool) -> None:
        """Take in a resolved date; `telling` where it is part of the account, no plan."""
        self.last = now
        if (self.published or _OUR_TIME) - now.latest > _AGE:
            self.aged = now
        single = now.earliest == now.latest and (now.precision in SINGLE or now.bounded)
        if single:
            self.day = now
            self.days.append((*sentence, now.earliest))
        if telling:
            self.told = now
            self.old = now if now.precision in EXACT else self.old
            self.told_day = now if single else self.told_day

    def at_line(self, found: Resolution, *, clock: bool) -> Resolution:
        """An hour at the head of a line goes on with the day of the one before, a day begins anew.

        Example: «10:30. Сторож ещё во вторник улетел … | 13:05. Огонь потушен».
        """
        day, _, hour = self.stamp.partition("T")
        now = found.value.partition("T")[2]
        if clock and day and now >= hour:
            found = found._replace(value=f"{day}T{now}", anchor="document")
        self.stamp = found.value if clock and now else ""
        return found

    def day_of(self, noun: str) -> dt.date | None:
        """The day last told in a sentence that has the noun: of the summit in «за два дня до саммита»."""
        for first, end, day in reversed(self.days[-_REMEMBERED:]):
            if any(word.lemma == noun for word in self.tokens.words[first:end]):
                return day
        return None

"""What is asked of the resolver for one expression: where it stands, and the days that it can lie near."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from pipeline.mentions.dates.outlook.word import Outlook
from pipeline.mentions.dates.resolution.spoken import EXACT, Spoken

_STAGE = 3  # sentences
_LONG_AGO = 30  # sentences: what cannot be of this year is of other years told further back
_HISTORY = 15  # sentences
_CLOSE = 4  # sentences
GOES_ON = 100  # days within which an account goes on
NEXT = 240  # days: what follows at once may lie further off
AGE = 365 * 45  # days: what is told of so long ago is mostly history
_PAST = 365 * 25  # days: a day told of so long ago mostly has others behind it
_LIFE = 365 * 60  # days
_NEAR = 200  # days: below that, the year nearest to publication is the year spoken of anyway


class Context(NamedTuple):
    """Where an expression stands.

    Attributes:
        sure: the governing verb itself tells the outlook.
        moved: the clause moves something to or from the date («отложил до мая»), so that nothing lasts until it.
        last: the date spoken of before it, whatever it was; `day` the last single day.
        told: the last one that was no plan: what the account has come to; `told_day` the last single day of those.
        later: the first day that an article without a day of publication dates in full, where nothing before tells the
            year: for a plan a day planned, for what was only a day that was.
        own: the last day that such an article dates in full, where it reports of one time and is no chronicle.
        headed: the year that the sentence begins with («В 2022 году суд отклонил иск в марте»).
        event: the day of the happening that the expression counts from by its noun.
        aged: what was told last of a time longer ago than most of those live who are in the news.
        old: the last exact day, month or season told of another age.
        alone: the expression is the whole text.
        sentence, paragraph: numbers that grow through the article.
    """

    published: dt.date | None
    outlook: Outlook
    sentence: int
    paragraph: int
    sure: bool = False
    moved: bool = False
    last: Spoken | None = None
    day: Spoken | None = None
    told: Spoken | None = None
    told_day: Spoken | None = None
    later: dt.date | None = None
    own: dt.date | None = None
    event: dt.date | None = None
    headed: int | None = None
    old: Spoken | None = None
    aged: Spoken | None = None
    alone: bool = False

    @property
    def here(self) -> Spoken | None:
        """The single day spoken of before in the same paragraph."""
        return self.day if self.day and self.day.paragraph == self.paragraph else None

    @property
    def near(self) -> Spoken | None:
        """What the paragraph has spoken of last, be it a day, a month or a year."""
        return self.last if self.last and self.last.paragraph == self.paragraph else None

    @property
    def distant(self) -> dt.date | None:
        """Day from which an account of other years goes on, `None` where the article tells of its own time."""
        told = self.told
        if told is None:
            return None
        close = told.paragraph == self.paragraph and self.sentence - told.sentence <= 1
        if self.published is None:
            return told.earliest if told.stage or (close and told.precision == "year") else None
        close = close and told.precision in EXACT
        if not close or self.outlook in {"future", "planned"}:
            return None
        return told.earliest if (self.published - told.latest).days > _NEAR else None

    @property
    def stage(self) -> dt.date | None:
        """Day of other years told of a few sentences ago: what the paragraph tells next is of the same months."""
        told = self.told
        if told is None or self.published is None or self.outlook in {"future", "planned", "present"}:
            return None
        near = told.paragraph == self.paragraph and self.sentence - told.sentence <= _STAGE
        far = (self.published - told.latest).days > _NEAR
        exact = told.precision in EXACT or (told.precision == "range" and told.stage)
        return told.earliest if near and far and exact else None

    def history(self, *, day: bool) -> dt.date | None:
        """Day that an account of another age has come to, over paragraphs: its next is not one of today.

        A day goes on from what was told of some decades ago; a month, whose year news leave out, from an older one.
        """
        if self.old is None or self.published is None or self.outlook in {"future", "planned"}:
            return None
        far = (self.published - self.old.latest).days > (_PAST if day else AGE)
        return self.old.earliest if far and self.sentence - self.old.sentence <= _HISTORY else None

    @property
    def other_years(self) -> dt.date | None:
        """The day that was told of other years last, over paragraphs."""
        if self.old is None or self.published is None or self.sentence - self.old.sentence > _LONG_AGO:
            return None
        return self.old.earliest if (self.published - self.old.latest).days > _NEAR else None

    def lived_through(self, day: dt.date) -> bool:
        """Whether most of those who are in the news have lived since a day: it may be one of their own."""
        return self.published is not None and (self.published - day).days <= _LIFE

    @property
    def old_year(self) -> int | None:
        """A year long past of which the sentence before or this one told, where what was is told."""
        told = self.told
        if told is None or self.published is None or self.outlook != "past" or told.precision != "year":
            return None
        close = told.paragraph == self.paragraph and self.sentence - told.sentence <= 1
        return told.latest.year if close and (self.published - told.latest).days > AGE else None

    @property
    def next_of_history(self) -> int:
        """Days: right behind it nearly a year, paragraphs later a season."""
        return NEXT if self.old is not None and self.sentence - self.old.sentence <= _CLOSE else GOES_ON

    @property
    def today(self) -> dt.date | None:
        """What «now» is: the day of publication, without one the day the account has come to or comes to first."""
        return self.published or self.distant or self.own or self.later

    @property
    def week(self) -> dt.date | None:
        """What a bare weekday lies near: the day of publication, without one the day that the account has come to."""
        told = self.told if self.told and self.told.precision in {"day", "minute"} else None
        return self.published or (told.earliest if told else None)

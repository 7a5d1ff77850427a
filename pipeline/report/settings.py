"""What a report is made of, and what was put into it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

LANGUAGES = ("ru", "en")
MAX_EVENTS = 20_000
MAX_ARTICLES = 2_000


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportSettings:
    """What the user asked for.

    Attributes:
        tables: folder of a run.
        folder: where the pages go; replaced if an earlier report stands there.
        texts: inputs that hold the articles' texts; empty for those that the run itself has read.
        language: of the pages' own words, `ru` or `en`.
        max_events: more events than this are counted but not listed, the least certain first.
        max_articles: more articles than this get no page of their own, those with fewest events first.
    """

    tables: Path
    folder: Path
    texts: tuple[str, ...] = ()
    language: str = "ru"
    max_events: int = MAX_EVENTS
    max_articles: int = MAX_ARTICLES


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportOutcome:
    """What was put into a report: `texts` of the `pages` articles show their whole text, the others what rows quote."""

    folder: Path
    events: int
    events_listed: int
    articles: int
    pages: int
    texts: int

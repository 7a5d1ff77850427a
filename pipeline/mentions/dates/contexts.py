"""Lists of neighbours that make or unmake a date, from `models/dates/contexts.yaml`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from pipeline.resources import models_dir, read_sections

_SECTIONS = {
    "street_word", "street_short", "street", "street_day", "namesake", "season_noun", "season_verb", "weekday_habit",
    "habitual", "fell_on", "lasting", "everyone", "of_our_time", "weekday_epithet", "score", "ahead_of", "holiday_verb",
    "issue", "of_event", "day_verb",
}  # fmt: skip


@cache
def load_contexts() -> Mapping[str, frozenset[str]]:
    """Dictionary forms by section."""
    sections = read_sections(models_dir() / "dates" / "contexts.yaml", _SECTIONS)
    return {name: frozenset(words) for name, words in sections.items()}

"""All layers over all gold articles."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pipeline.evaluation.answers import Answers
from pipeline.evaluation.counts import DIGITS, Counts, Fault, LayerScore
from pipeline.evaluation.date_scores import score_dates
from pipeline.evaluation.event_likeness import FIELDS
from pipeline.evaluation.event_scores import score_events
from pipeline.evaluation.gold import GoldArticle
from pipeline.evaluation.mention_scores import score_mentions
from pipeline.evaluation.names import NameIndex
from pipeline.evaluation.speech_scores import score_positions, score_quotes

LAYERS = (
    "mentions", "entities", "links", "dates", "events_found", "event_slots", "event_records_exact", "quotes",
    "positions",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldScore:
    """Counts of every layer over all articles; `published` and the event fields are counted as shares."""

    articles: int
    published: int
    counts: dict[str, Counts]
    faults: tuple[Fault, ...]

    @property
    def published_share(self) -> float:
        """Share of the articles with the right day of publication."""
        return self.published / max(self.articles, 1)

    def field_share(self, name: str) -> float:
        """Share of the found events whose status, date, place or participants are right."""
        return self.counts[name].right / max(self.counts["events_found"].right, 1)

    def figures(self) -> dict[str, float]:
        """One rounded figure a layer: F1, or a share for `published` and the fields of found events."""
        exact = {
            "published": self.published_share,
            **{layer: self.counts[layer].f1 for layer in LAYERS},
            **{f"event_{name}": self.field_share(name) for name in FIELDS},
        }
        return {name: round(figure, DIGITS) for name, figure in exact.items()}

    def as_json(self) -> dict[str, Any]:
        """Rounded figures with their counts; no shares of fields where no event was found."""
        found = self.counts["events_found"].right
        return {
            "published": round(self.published_share, DIGITS),
            **{layer: self.counts[layer].as_json() for layer in LAYERS},
            "fields_right_in_found_events": {name: round(self.field_share(name), DIGITS) for name in FIELDS if found},
        }


def score_article(article: GoldArticle, answers: Answers) -> LayerScore:
    """Score one article in all layers."""
    names = NameIndex(article)
    parts = [
        score_mentions(article, answers, names),
        score_dates(article, answers),
        score_events(article, answers, names),
        score_quotes(article, answers, names),
        score_positions(article, answers, names),
    ]
    counts = {name: each for part in parts for name, each in part.counts.items()}
    return LayerScore(counts=counts, faults=tuple(fault for part in parts for fault in part.faults))


def score_articles(articles: Sequence[GoldArticle], answers: Mapping[str, Answers]) -> GoldScore:
    """Score all articles; one without answers counts as empty."""
    counts = {name: Counts() for name in (*LAYERS, *FIELDS)}
    faults: list[Fault] = []
    published = 0
    for article in articles:
        given = answers.get(article.id, Answers())
        published += given.published == article.published
        scored = score_article(article, given)
        faults += scored.faults
        for name, each in scored.counts.items():
            counts[name] += each
    return GoldScore(articles=len(articles), published=published, counts=counts, faults=tuple(faults))

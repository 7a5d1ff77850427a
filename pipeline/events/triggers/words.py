"""Words that may name an event of a type, in a context that speaks for it: what the trigger network is told of them.

`models/trigger_words.csv` is wider than the lexicon of `ontology.yaml`: a word of it makes no record by itself. It
holds what newspapers call a happening besides the plain word («хлопнуть» of a resignation, «нагрянуть» of a search),
each with all types that it may be said of.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache

from pipeline.events.phrases import fold
from pipeline.resources import models_dir

Types = tuple[str, ...]


@cache
def trigger_words() -> Mapping[str, Types]:
    """The types of each word, by its folded lemma."""
    with (models_dir() / "trigger_words.csv").open(encoding="utf-8", newline="") as handle:
        return {fold(row["word"]): tuple(row["types"].split()) for row in csv.DictReader(handle)}


def types_said_of(lemma: str) -> Types:
    """The types that a word may name, none for a word that is not listed.

    Example: `types_said_of("нагрянуть")` holds `seizure` and `visit`.
    """
    return trigger_words().get(fold(lemma), ())

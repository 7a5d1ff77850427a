"""The span classifier: `models/span_classifier`, which `svodka train-names` writes."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from pipeline.language.networks import Networks, Shares
from pipeline.mentions.candidates import Words
from pipeline.mentions.classifier.features import span_categories, span_numbers
from pipeline.mentions.classifier.spans import LOCATION, ORGANIZATION, PERSON, Proposed
from pipeline.mentions.reader.reading import Reading
from pipeline.resources import models_dir

ANSWERS = (PERSON, ORGANIZATION, LOCATION)
FOLDER = "span_classifier"


@cache
def shipped_classifier() -> Networks:
    """The network of `models/span_classifier`; its answers are `ANSWERS`."""
    return Networks(models_dir() / FOLDER, written_by="svodka train-names")


def opinions(words: Words, proposed: Sequence[Proposed], reading: Reading) -> Shares:
    """Of each span the probability that it names nothing, a person, a body, a place: spans x 4."""
    return shipped_classifier().probabilities(span_numbers(words, proposed, reading), span_categories(words, proposed))

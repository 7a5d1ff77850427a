"""The network of tellings: `models/joining`, which `svodka train-joining` writes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from pipeline.events.compatibility import TellingPair
from pipeline.events.joining.features import pair_categories, pair_numbers
from pipeline.events.tellings import Telling
from pipeline.language.networks import Networks
from pipeline.resources import models_dir

ANSWERS = ("same",)
FOLDER = "joining"
Place = tuple[int, int]  # of two tellings of a list, the earlier one first


@cache
def shipped_joining() -> Networks:
    """The network of `models/joining`; its answer is that two tellings are of one happening."""
    return Networks(models_dir() / FOLDER, written_by="svodka train-joining")


def same_type_pairs(tellings: Sequence[Telling]) -> list[Place]:
    """The places of every two tellings of one type, in the order of the later one."""
    types = [telling.candidate.type for telling in tellings]
    return [(i, j) for j in range(len(types)) for i in range(j) if types[i] == types[j]]


def said_of_pairs(pairs: Sequence[TellingPair], places: Sequence[Place]) -> list[tuple[str, ...]]:
    """What the network is told of each pair in categories; the pairs are all those of an article, in order."""
    return [pair_categories(pair, between) for pair, between in zip(pairs, _between(places), strict=True)]


def shares(pairs: Sequence[TellingPair], places: Sequence[Place]) -> list[float]:
    """Of every pair the probability that both tell of one happening."""
    if not pairs:
        return []
    found = shipped_joining().probabilities(pair_numbers(pairs), said_of_pairs(pairs, places))
    return [float(share) for share in found[:, 1]]


def _between(places: Sequence[Place]) -> Iterator[int]:
    """Of every pair how many tellings of the type stand between both: as many as pairs of the later one are to come."""
    to_come = Counter(later for _, later in places)
    for _, later in places:
        to_come[later] -= 1
        yield to_come[later]

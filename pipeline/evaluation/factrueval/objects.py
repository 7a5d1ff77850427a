"""Identified objects by the rules of the track.

An object is right by the share of its attributes (a person's given names, patronymic and surname; the name of a
body or place) that answer and gold have in common. Two values are one where at most two letters differ. Objects
that stand only inside other names, or only as «московский», count neither way.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pipeline.evaluation.counts import Counts
from pipeline.evaluation.factrueval.corpus import TYPES, GoldObject, TrackText, fold
from pipeline.evaluation.factrueval.matching import TrackFault, TrackScore, pair_up
from pipeline.evaluation.factrueval.names import is_counted

TOLERANCE = 2  # letters
Attribute = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class ObjectAnswer:
    """An object that was found: pairs of an attribute (`firstname`, `lastname`, `name`, …) and its value."""

    type: str
    attributes: tuple[Attribute, ...]


def score_objects(text: TrackText, answers: Iterable[ObjectAnswer]) -> TrackScore:
    """Compare the objects of one text with its gold; nothing is counted where the text has no `.coref`."""
    counts = dict.fromkeys(TYPES, Counts())
    if not text.objects:
        return TrackScore(counts=counts, faults=())
    faults = []
    listed = list(answers)
    for kind in TYPES:
        gold = [item for item in text.objects if item.type == kind]
        own = [answer for answer in listed if answer.type == kind]
        table = [[_quality(item, answer) for answer in own] for item in gold]
        pairs = pair_up(table)
        counted = {i for i, item in enumerate(gold) if _is_counted(item, text)}
        right = {i: table[i][j] for i, j in pairs.items() if i in counted}
        free = [j for j in range(len(own)) if j not in pairs.values()]
        counts[kind] = Counts(right=sum(right.values()), predicted=len(right) + len(free), gold=len(counted))
        for i in sorted(counted):
            if right.get(i, 0.0) < 1.0:
                got = own[pairs[i]].attributes if i in pairs else ()
                faults.append(_fault(text, kind, _shown(gold[i]), got, right.get(i, 0.0)))
        faults += [_fault(text, kind, "", own[j].attributes, 0.0) for j in free]
    return TrackScore(counts=counts, faults=tuple(faults))


def _is_counted(item: GoldObject, text: TrackText) -> bool:
    named = any(is_counted(mention, text.mentions) for mention in item.mentions)
    return named and not all(mention.adjective for mention in item.mentions)


def _quality(item: GoldObject, answer: ObjectAnswer) -> float:
    """Attributes in common among all attributes of both."""
    wanted: set[str] = set()
    unwanted = 0
    for name, value in answer.attributes:
        own = {key for key, values in item.attributes.items() if _is_named(key, name) and is_same(value, values)}
        wanted |= own
        unwanted += not own
    return len(wanted) / max(len(item.attributes) + unwanted, 1)


def _is_named(key: str, name: str) -> bool:
    return key.rstrip("0123456789") == name


def is_same(value: str, alternatives: Iterable[str]) -> bool:
    """Whether a value is one of the alternatives, but for two letters."""
    folded = fold(value)
    return any(_distance(folded, other) <= TOLERANCE for other in alternatives)


def _distance(one: str, other: str) -> int:
    """Levenshtein distance; anything above the tolerance may be given as that many and more."""
    if abs(len(one) - len(other)) > TOLERANCE:
        return TOLERANCE + 1
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        before, row[0] = row[0], i
        for j, b in enumerate(other, 1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (a != b))
    return row[-1]


def _shown(item: GoldObject) -> str:
    return "; ".join(f"{key} {'|'.join(sorted(values))}" for key, values in item.attributes.items())


def _fault(text: TrackText, kind: str, wanted: str, got: Sequence[Attribute], right: float) -> TrackFault:
    shown = "; ".join(f"{name} {value}" for name, value in got)
    return TrackFault(document=text.name, type=kind, wanted=wanted, got=shown, right=round(right, 2))

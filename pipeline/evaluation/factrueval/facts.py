"""Facts by the rules of the track's easy mode.

A fact is right by the share of its arguments that answer and gold have in common among all arguments of both; facts of
raised difficulty may be found or not; modality and phase do not count. Answer and gold are paired one to one. A fact
that repeats another one with the same arguments (told in another tense) counts once.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.evaluation.counts import Counts
from pipeline.evaluation.factrueval.corpus import fold
from pipeline.evaluation.factrueval.fact_corpus import FACT_TYPES, FactText, GoldArgument, GoldFact
from pipeline.evaluation.factrueval.matching import TrackFault, TrackScore, pair_up
from pipeline.evaluation.factrueval.objects import is_same

_LEAST_SHARE = 0.5  # words that two ways to write one post have in common
_ACTORS = frozenset({"who", "owner", "participant", "property"})


@dataclass(frozen=True, slots=True, kw_only=True)
class FactArgument:
    """One argument of an answer: a role and the name that is given for it."""

    role: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FactAnswer:
    """A fact that was found: occupation, meeting, deal or ownership."""

    type: str
    arguments: tuple[FactArgument, ...]


def score_facts(text: FactText, answers: Sequence[FactAnswer]) -> TrackScore:
    """Compare the facts that were found in one text with its gold."""
    counts, faults = {}, []
    for kind in FACT_TYPES:
        gold = _distinct([fact for fact in text.facts if fact.type == kind])
        own = list(dict.fromkeys(answer for answer in answers if answer.type == kind))
        table = [[_quality(fact, answer) for answer in own] for fact in gold]
        pairs = pair_up(table)
        counted = [i for i, fact in enumerate(gold) if not fact.difficult]
        right = {i: table[i][j] for i, j in pairs.items() if i in counted}
        free = [j for j in range(len(own)) if j not in pairs.values()]
        counts[kind] = Counts(right=sum(right.values()), predicted=len(right) + len(free), gold=len(counted))
        for i in counted:
            if right.get(i, 0.0) < 1.0:
                got = _told(own[pairs[i]]) if i in pairs else ""
                faults.append(_fault(text, kind, _wanted(gold[i]), got, right.get(i, 0.0)))
        faults += [_fault(text, kind, "", _told(own[j]), 0.0) for j in free]
    return TrackScore(counts=counts, faults=tuple(faults))


def _distinct(facts: Sequence[GoldFact]) -> list[GoldFact]:
    kept: dict[frozenset[GoldArgument], GoldFact] = {}
    for fact in facts:
        kept.setdefault(frozenset(fact.arguments), fact)
    return list(kept.values())


def _quality(fact: GoldFact, answer: FactAnswer) -> float:
    """Arguments in common among all of both; a fact about somebody else is no answer at all."""
    wanted = fact.arguments
    free = set(range(len(wanted)))
    unwanted, met = 0, set()
    for given in answer.arguments:
        found = next((i for i in sorted(free) if _matches(wanted[i], given)), None)
        if found is None:
            unwanted += 1
        else:
            free.discard(found)
            met.add(wanted[found].role)
    if not met & _ACTORS:
        return 0.0
    return (len(wanted) - len(free)) / max(len(wanted) + unwanted, 1)


def _matches(wanted: GoldArgument, given: FactArgument) -> bool:
    if wanted.role != given.role:
        return False
    if given.role == "position":
        return any(_same_post(given.name, name) for name in wanted.names)
    named = fold(given.name)
    return is_same(named, wanted.names) or any(sorted(named.split()) == sorted(n.split()) for n in wanted.names)


def _same_post(one: str, other: str) -> bool:
    """«мэр» and «мэра города»: half of the words of the longer one, each but for two letters of its ending."""
    mine, theirs = fold(one).split(), fold(other).split()
    shared = sum(any(is_same(word, {own}) and word[:2] == own[:2] for own in theirs) for word in mine)
    return shared >= _LEAST_SHARE * max(len(mine), len(theirs))


def _wanted(fact: GoldFact) -> str:
    return "; ".join(f"{a.role} {'|'.join(sorted(a.names))}" for a in fact.arguments)


def _told(answer: FactAnswer) -> str:
    return "; ".join(f"{a.role} {a.name}" for a in answer.arguments)


def _fault(text: FactText, kind: str, wanted: str, got: str, right: float) -> TrackFault:
    return TrackFault(document=text.name, type=kind, wanted=wanted, got=got, right=round(right, 2))

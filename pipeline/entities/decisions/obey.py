"""Obeys a user's decisions: first parts what is to be different, then joins what is to be the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.entities.decisions.files import Told
from pipeline.entities.decisions.references import Fits, told_apart
from pipeline.entities.found import FoundEntity, Group, group_of, joined_groups
from pipeline.entities.phrases.folding import fold
from pipeline.records.merged import DecisionOutcome

_SHOWN = 5  # ids that a message about several entities lists


@dataclass(frozen=True, slots=True)
class Obeyed:
    """The groups after the decisions, and what became of each line."""

    groups: tuple[Group, ...]
    outcomes: tuple[DecisionOutcome, ...]


def obey(groups: Sequence[Group], told: Sequence[Told], fits: Fits) -> Obeyed:
    """Part and join groups as told; a line that cannot be obeyed is left aside with its reason."""
    partition = _Partition(groups, fits)
    results: dict[Told, tuple[str, str]] = {}
    for each in sorted(told, key=_turn):
        results[each] = partition.follow(each)
    outcomes = tuple(partition.outcome(each, *results[each]) for each in told)
    return Obeyed(tuple(partition.groups()), outcomes)


def _turn(told: Told) -> int:
    """What is different first, then what a name says of all who bear it, so that other lines may mean these as one."""
    return 0 if told.decision == "different" else 1 if _of_one_name(told) else 2


def _of_one_name(told: Told) -> bool:
    return fold(told.left) == fold(told.right)


class _LeftAsideError(Exception):
    """Why a line cannot be obeyed."""


class _Partition:
    """Groups under change: each entity of an article knows the number of its group."""

    def __init__(self, groups: Sequence[Group], fits: Fits) -> None:
        self._groups: dict[int, Group] = dict(enumerate(groups))
        self._number = {member.place: number for number, group in self._groups.items() for member in group.members}
        self._fits = fits
        self._apart: list[tuple[str, Sequence[FoundEntity], Sequence[FoundEntity]]] = []

    def groups(self) -> list[Group]:
        """In the order of their numbers; what was parted off stands at the end."""
        return list(self._groups.values())

    def follow(self, told: Told) -> tuple[str, str]:
        """Do what a line says; gives what became of it and why."""
        try:
            changed = self.part(told) if told.decision == "different" else self.join(told)
        except _LeftAsideError as reason:
            return "left aside", str(reason)
        return ("obeyed" if changed else "was so already"), ""

    def outcome(self, told: Told, result: str, why: str) -> DecisionOutcome:
        """The record of a line, with the ids to which it leads now that all lines are followed."""
        return DecisionOutcome(
            where=told.where, decision=told.decision, left=told.left, right=told.right, outcome=result, why=why,
            left_ids=self._ids(told.left), right_ids=self._ids(told.right),
        )  # fmt: skip

    def part(self, told: Told) -> bool:
        """What the right side means leaves the groups in which the left side stands; the others stay."""
        left, right = told_apart(self._meant(told.left), self._meant(told.right))
        both = {each.place for each in left} & {each.place for each in right}
        if both:
            raise _LeftAsideError(f"both are one entity within the article {min(both)[0]}, which cannot be parted")
        shared = self._numbers(left) & self._numbers(right)
        known = sorted(key for number in shared if (key := self._groups[number].head.entity.gazetteer))
        if known:
            raise _LeftAsideError(f"both are {known[0]} of the gazetteer, which cannot be parted")
        leaving = {each.place for each in right}
        for number in sorted(shared):
            self._split(number, leaving)
        self._apart.append((told.where, left, right))
        return bool(shared)

    def _split(self, number: int, leaving: set[tuple[str, str]]) -> None:
        members = self._groups[number].members
        gone = [each for each in members if each.place in leaving]
        new = max(self._groups) + 1
        self._groups[number] = group_of([each for each in members if each.place not in leaving])
        self._groups[new] = group_of(gone)
        self._number |= {each.place: new for each in gone}

    def join(self, told: Told) -> bool:
        """Make one group of the two that the sides mean, or of all who bear a name."""
        if _of_one_name(told):
            numbers = sorted(self._numbers(self._meant(told.left)))
        else:
            numbers = list(dict.fromkeys((self._only(told.left), self._only(told.right))))
        for where, left, right in self._apart:
            if self._meets(left, numbers) and self._meets(right, numbers):
                raise _LeftAsideError(f"it would join what {where} keeps apart")
        for other in numbers[1:]:
            self._groups[numbers[0]] = joined_groups(self._groups[numbers[0]], self._groups.pop(other))
        self._number |= {each.place: numbers[0] for each in self._groups[numbers[0]].members}
        return len(numbers) > 1

    def _meets(self, meant: Sequence[FoundEntity], numbers: Sequence[int]) -> bool:
        return not self._numbers(meant).isdisjoint(numbers)

    def _only(self, reference: str) -> int:
        numbers = sorted(self._numbers(self._meant(reference)))
        if len(numbers) > 1:
            ids = [self._groups[number].entity_id for number in numbers]
            shown = ", ".join(ids[:_SHOWN]) + (" and others" if len(ids) > _SHOWN else "")
            raise _LeftAsideError(f"«{reference}» fits {len(ids)} entities ({shown}): write the id of one of them")
        return numbers[0]

    def _meant(self, reference: str) -> Sequence[FoundEntity]:
        if not self._fits[reference]:
            raise _LeftAsideError(
                f"«{reference}» fits nothing in this run: write a name or an entity_id of entities.csv, "
                "or a mention_id of mentions.csv"
            )
        return self._fits[reference]

    def _numbers(self, found: Sequence[FoundEntity]) -> set[int]:
        return {self._number[each.place] for each in found}

    def _ids(self, reference: str) -> tuple[str, ...]:
        numbers = sorted(self._numbers(self._fits[reference]))
        return tuple(self._groups[number].entity_id for number in numbers)

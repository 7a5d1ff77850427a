"""Wikidata items of gold mentions: how many are given of those that the gazetteer holds, and how many wrongly."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from pipeline.evaluation.counts import Counts
from pipeline.evaluation.identity.answers import Answer
from pipeline.evaluation.identity.gold import GoldMention
from pipeline.mentions.gazetteer_in_use import load_gazetteer


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """One gold mention whose item is known, with the item that was given."""

    mention: GoldMention
    answer: Answer
    held: bool

    @property
    def right(self) -> bool:
        """Whether the item is the wanted one."""
        return self.answer.item in self.mention.items


def held_items() -> frozenset[str]:
    """The Wikidata items of the gazetteer."""
    return frozenset(entry.wikidata_id for entry in load_gazetteer().entries.values() if entry.wikidata_id)


def judge_items(gold: Sequence[GoldMention], answers: Sequence[Answer], held: Collection[str]) -> list[Linked]:
    """Put the answers beside the gold mentions that have an item; `held` are the items that can be given."""
    return [
        Linked(mention=mention, answer=answer, held=not mention.items.isdisjoint(held))
        for mention, answer in zip(gold, answers, strict=True)
        if mention.items
    ]


def count_items(linked: Sequence[Linked]) -> Counts:
    """Recall is over the items that are held, precision over every item that was given, held or not in gold."""
    return Counts(
        right=sum(each.right for each in linked),
        predicted=sum(bool(each.answer.item) for each in linked),
        gold=sum(each.held for each in linked),
    )

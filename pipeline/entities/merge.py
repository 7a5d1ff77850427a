"""Who is the same across the articles of a run: block, score, judge, apply.

Entities of one gazetteer key are one. Others meet in a block of their type and normalised name; people need given name
and surname for that, bodies and places a name that says which one it is («Верховный суд» alone does not). In a block
contradicting evidence keeps apart: different patronymics, or two of one article. A user's decisions come last. What
was decided is kept with its reason. Linear in the number of entities, which are sorted on disk: the memory holds the
names of one block. The result depends on the order of the articles alone.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from pipeline.entities.applied import Decision, MergedEntities, Summary, Verdict, summary_of
from pipeline.entities.blocks import block_key
from pipeline.entities.decisions.files import Told
from pipeline.entities.decisions.obey import Obeyed, obey
from pipeline.entities.decisions.references import Fits, find_fits, references
from pipeline.entities.found import FoundEntity, Group, group_of
from pipeline.entities.parting import (
    GroupKey,
    Parting,
    decided_different,
    decided_same,
    decisions_on,
    father_of,
    judge,
)
from pipeline.entities.run_store import EntityStore, StoredIds
from pipeline.records.merged import DecisionOutcome
from pipeline.scratch import Scratch, blob


def merge_entities(
    found: Iterable[FoundEntity], told: Sequence[Told] = (), scratch: Scratch | None = None
) -> MergedEntities:
    """Merge the entities of all articles of a run.

    Args:
        found: the entities.
        told: what the user says of them; only the blocks that this touches are held in memory.
        scratch: room on disk for all others.
    """
    store = EntityStore(scratch or Scratch())
    for rank, each in enumerate(found):
        store.add(replace(each, rank=rank), _stored_key(each), father_of(each))
    fits = find_fits(references(told), store.found()) if told else {}
    touched = {_stored_key(each) for fit in fits.values() for each in fit}
    held: list[list[FoundEntity]] = []
    for key, members in store.blocks():
        if key in touched:
            held.append(list(members))
        else:
            _settle(members, store.fathers(key), store)
    outcomes = _settle_as_told(held, told, fits, store)
    store.index()
    return MergedEntities(
        ids=StoredIds(store.scratch), entities=store.merged, decisions=store.decisions, obeyed=outcomes
    )  # fmt: skip


def _stored_key(each: FoundEntity) -> bytes:
    return blob("\x1f".join(block_key(each)))


def _settle(members: Iterable[FoundEntity], fathers: Collection[str], store: EntityStore) -> None:
    """Part a block into groups, each held as a summary, and note what they come to."""
    parting, groups = Parting(fathers), dict[GroupKey, Summary]()
    for each in members:
        key = parting.group_of(each)
        if key not in groups:
            groups[key] = Summary(each)
        else:
            groups[key].add(each)
            if not each.entity.gazetteer:
                store.decide(decided_same(groups[key].head, each))
        store.identify(each, groups[key].entity_id)
    for left, right in pairwise(groups[key].head for key in sorted(groups)):
        store.decide(decided_different(left, right))
    for group in groups.values():
        store.merge(group.merged(), group.first)


def _settle_as_told(
    blocks: list[list[FoundEntity]], told: Sequence[Told], fits: Fits, store: EntityStore
) -> tuple[DecisionOutcome, ...]:
    """Part the blocks that a user speaks of, do as told, and note what comes of it."""
    groups: list[Group] = []
    for block in sorted(blocks, key=lambda block: (block[0].order, block[0].rank)):
        judged = judge(block)
        groups += map(group_of, judged)
        for decision in decisions_on(judged):
            store.decide(decision)
    obeyed = obey(groups, told, fits) if told else Obeyed((), ())
    for each in obeyed.outcomes:
        if each.outcome == "obeyed":
            store.decide(_of_user(each))
    for group in obeyed.groups:
        _note(group, store)
    return obeyed.outcomes


def _note(group: Group, store: EntityStore) -> None:
    """Note a group, its members, and what it absorbed: that keeps a row."""
    for each in group.members:
        store.identify(each, group.entity_id)
    store.merge(summary_of(group).merged(absorbing=bool(group.absorbed)), group.members[0])
    for gone in group.absorbed:
        store.merge(summary_of(gone).gone(group.entity_id), gone.members[0])


def _of_user(outcome: DecisionOutcome) -> Decision:
    verdict: Verdict = "same" if outcome.decision == "same" else "different"
    return Decision(left=outcome.left_ids[0], right=outcome.right_ids[0], verdict=verdict, reason=outcome.where)

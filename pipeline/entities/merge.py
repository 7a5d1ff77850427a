"""Who is the same across the articles of a run: block, score, judge, apply.

Entities of one gazetteer key are one. Others meet in a block of their type and normalised name; people need given name
and surname for that, bodies and places a name that says which one it is («Верховный суд» alone does not). In a block
contradicting evidence keeps apart: different patronymics, or two of one article. A user's decisions come last. What
was decided is kept with its reason. Linear in the number of entities, which are sorted on disk: the memory holds the
names of one block. The result depends on the order of the articles alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from pipeline.entities.applied import Decision, MergedEntities, Summary, Verdict, summary_of
from pipeline.entities.decisions.files import Told
from pipeline.entities.decisions.obey import Obeyed, obey
from pipeline.entities.decisions.references import Fits, find_fits, references
from pipeline.entities.found import FoundEntity, Group, group_of
from pipeline.entities.known import family
from pipeline.entities.lexicon import name_words
from pipeline.entities.phrases.folding import fold, is_acronym
from pipeline.entities.run_store import EntityStore, StoredIds
from pipeline.mentions.gazetteer import load_gazetteer
from pipeline.records.annotations import Entity
from pipeline.records.merged import DecisionOutcome
from pipeline.scratch import Scratch, blob

GroupKey = tuple[int, int]  # patronymics and groups of one, both in the order of their first members


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
        store.add(replace(each, rank=rank), _stored_key(each), _father(each))
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


def _father(each: FoundEntity) -> str:
    return "" if each.entity.gazetteer else fold(each.entity.patronymic)


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
                store.decide(_same(groups[key].head, each))
        store.identify(each, groups[key].entity_id)
    for left, right in pairwise(group.head for _, group in sorted(groups.items(), key=_turn)):
        store.decide(_different(left, right))
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
        for decision in _decisions(judged):
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


def block_key(found: FoundEntity) -> tuple[str, ...]:
    """Key under which an entity can meet others; one of its own where its name does not say who it is."""
    entity = found.entity
    if entity.gazetteer:
        return ("gazetteer", entity.gazetteer)
    if entity.type == "person":
        if len(entity.first_name) > 1 and entity.last_name:
            return ("person", fold(entity.first_name), fold(entity.last_name))
    elif says_which(entity):
        return (family(entity.type), fold(entity.name))
    return ("alone", found.doc_id, entity.key)


def says_which(entity: Entity) -> bool:
    """Whether a body's or place's name is enough to know it by in another article.

    Example: «Колымские линии» and «Прокуратура Тверской области» are, «МВД», «Областная больница» and «Советский
    район» are not.
    """
    name = entity.name
    words = fold(name).split()
    if (is_acronym(name) and len(words) == 1) or load_gazetteer().named(name):
        return False
    if family(entity.type) == "location":
        return not {words[0], words[-1]} & name_words().geographic
    owned = any(word.lstrip('«"(')[:1].isupper() for word in name.split()[1:])
    return owned or not set(words) & name_words().institutions


class Parting:
    """Tells of the members of a block, one by one in input order, in which group they belong.

    By patronymic, and never two of one article. Who has no patronymic goes with the only one there is; with several
    it stays apart from all of them.

    Args:
        fathers: the folded patronymics in the block.
    """

    def __init__(self, fathers: Collection[str]) -> None:
        self._several = len(fathers) > 1
        self._turn: dict[str, int] = {}
        self._last_doc: dict[str, str] = {}
        self._namesakes: Counter[str] = Counter()

    def group_of(self, each: FoundEntity) -> GroupKey:
        """Number of the patronymic and of the group in it: namesakes of one article open a group each."""
        if each.entity.gazetteer:
            return 0, 0
        father = _father(each) if self._several else ""
        turn = self._turn.setdefault(father, len(self._turn))
        if self._last_doc.get(father) == each.doc_id:
            self._namesakes[father] += 1
            return turn, self._namesakes[father]
        self._last_doc[father] = each.doc_id
        return turn, 0


def judge(block: Sequence[FoundEntity]) -> list[list[FoundEntity]]:
    """Split a block whose members are at hand into groups of the same."""
    parting, groups = Parting({_father(each) for each in block} - {""}), dict[GroupKey, list[FoundEntity]]()
    for each in block:
        groups.setdefault(parting.group_of(each), []).append(each)
    return [group for _, group in sorted(groups.items(), key=_turn)]


def _turn(item: tuple[GroupKey, object]) -> GroupKey:
    return item[0]


def _decisions(groups: Sequence[Sequence[FoundEntity]]) -> Iterator[Decision]:
    """Same within a group, different between the first members of a block's groups."""
    for group in groups:
        if not group[0].entity.gazetteer:
            yield from (_same(group[0], other) for other in group[1:])
    yield from (_different(left, right) for left, right in pairwise(group[0] for group in groups))


def _same(left: FoundEntity, right: FoundEntity) -> Decision:
    return Decision(left=left.own_id, right=right.own_id, verdict="same", reason="name")


def _different(left: FoundEntity, right: FoundEntity) -> Decision:
    reason = "article" if left.doc_id == right.doc_id else "patronymic"
    return Decision(left=left.own_id, right=right.own_id, verdict="different", reason=reason)

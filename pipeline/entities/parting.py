"""Which members of a block are one: by patronymic, and never two of one article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from pipeline.entities.applied import Decision
from pipeline.entities.found import FoundEntity
from pipeline.entities.phrases.folding import fold

GroupKey = tuple[int, int]  # patronymics and groups of one, both in the order of their first members


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
        father = father_of(each) if self._several else ""
        turn = self._turn.setdefault(father, len(self._turn))
        if self._last_doc.get(father) == each.doc_id:
            self._namesakes[father] += 1
            return turn, self._namesakes[father]
        self._last_doc[father] = each.doc_id
        return turn, 0


def father_of(each: FoundEntity) -> str:
    """The folded patronymic, empty for whom the gazetteer knows."""
    return "" if each.entity.gazetteer else fold(each.entity.patronymic)


def judge(block: Sequence[FoundEntity]) -> list[list[FoundEntity]]:
    """Split a block whose members are at hand into groups of the same."""
    parting, groups = Parting({father_of(each) for each in block} - {""}), dict[GroupKey, list[FoundEntity]]()
    for each in block:
        groups.setdefault(parting.group_of(each), []).append(each)
    return [groups[key] for key in sorted(groups)]


def decisions_on(groups: Sequence[Sequence[FoundEntity]]) -> Iterator[Decision]:
    """Same within a group, different between the first members of a block's groups."""
    for group in groups:
        if not group[0].entity.gazetteer:
            yield from (decided_same(group[0], other) for other in group[1:])
    yield from (decided_different(left, right) for left, right in pairwise(group[0] for group in groups))


def decided_same(left: FoundEntity, right: FoundEntity) -> Decision:
    """That two entities are one, by their name."""
    return Decision(left=left.own_id, right=right.own_id, verdict="same", reason="name")


def decided_different(left: FoundEntity, right: FoundEntity) -> Decision:
    """That two entities stay apart: one article names both, or their patronymics differ."""
    reason = "article" if left.doc_id == right.doc_id else "patronymic"
    return Decision(left=left.own_id, right=right.own_id, verdict="different", reason=reason)

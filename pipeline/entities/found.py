"""Entities of single articles on their way to those of the run."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.records.annotations import Entity


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundEntity:
    """An entity of one article.

    Attributes:
        order: position of the article in the input.
        rank: its place among all that the merge is given.
        first_mention: id of its first mention; the id of an entity without a gazetteer key is made of it.
        mentions: how many mentions lead to it.
        pointed_at: ids of those of its mentions that the user's decisions name.
    """

    doc_id: str
    order: int
    entity: Entity
    first_mention: str
    mentions: int
    rank: int = 0
    published: dt.date | None = None
    pointed_at: frozenset[str] = frozenset()

    @property
    def own_id(self) -> str:
        """Its id if it meets no other."""
        return self.entity.gazetteer or f"e-{self.first_mention}"

    @property
    def place(self) -> tuple[str, str]:
        """Document and key: what tells the entities of all articles apart."""
        return self.doc_id, self.entity.key


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Entities of articles that are one; never empty, in input order.

    Attributes:
        members: all of them.
        absorbed: groups that a user's decision has joined to this one; their ids lead here from now on.
        head: the one whose id stands.
    """

    members: tuple[FoundEntity, ...]
    head: FoundEntity
    absorbed: tuple[Group, ...] = ()

    @property
    def entity_id(self) -> str:
        """Id in the run."""
        return self.head.own_id


def group_of(members: Sequence[FoundEntity]) -> Group:
    """The group as the run forms it: the first member gives the id."""
    return Group(members=tuple(members), head=members[0])


def joined_groups(left: Group, right: Group) -> Group:
    """One group of two: a gazetteer's key stands before an id of the run's own, else the left one's."""
    stands, goes = (right, left) if right.head.entity.gazetteer and not left.head.entity.gazetteer else (left, right)
    return Group(
        members=tuple(sorted((*stands.members, *goes.members), key=lambda each: each.order)),
        head=stands.head,
        absorbed=(*stands.absorbed, replace(goes, absorbed=()), *goes.absorbed),
    )

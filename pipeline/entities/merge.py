"""Who is the same across the articles of a run: block, score, judge, apply.

Entities of one gazetteer key are one. Others meet in a block of their type and normalised name; people need given name
and surname for that, bodies and places a name that says which one it is («Верховный суд» alone does not). In a block
contradicting evidence keeps apart: different patronymics, or two of one article. What was decided is kept with its
reason. Linear in the number of entities; the result depends on the order of the articles alone.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from pipeline.entities.known import family
from pipeline.entities.lexicon import name_words
from pipeline.entities.phrases.folding import fold, is_acronym
from pipeline.mentions.gazetteer import load_gazetteer
from pipeline.records.annotations import Entity

Verdict = Literal["same", "different"]


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundEntity:
    """An entity of one article.

    Attributes:
        order: position of the article in the input.
        first_mention: id of its first mention; the id of an entity without a gazetteer key is made of it.
        mentions: how many mentions lead to it.
    """

    doc_id: str
    order: int
    entity: Entity
    first_mention: str
    mentions: int
    published: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """Why two entities are one or stay apart; `left` and `right` are ids."""

    left: str
    right: str
    verdict: Verdict
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MergedEntity:
    """Someone or something over the whole run."""

    entity_id: str
    entity: Entity
    mentions: int
    documents: int
    first_published: dt.date | None = None
    last_published: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MergedEntities:
    """The outcome: the id of every article's entity by document and key, the entities, the decisions."""

    ids: Mapping[tuple[str, str], str]
    entities: tuple[MergedEntity, ...]
    decisions: tuple[Decision, ...]


def merge_entities(found: Iterable[FoundEntity]) -> MergedEntities:
    """Merge the entities of all articles of a run."""
    ordered = sorted(found, key=lambda each: each.order)
    groups: list[list[FoundEntity]] = []
    decisions: list[Decision] = []
    for block in _blocks(ordered).values():
        judged = judge(block)
        groups += judged
        decisions += _decisions(judged)
    return apply(groups, decisions)


def _blocks(found: Iterable[FoundEntity]) -> dict[tuple[str, ...], list[FoundEntity]]:
    blocks: dict[tuple[str, ...], list[FoundEntity]] = defaultdict(list)
    for each in found:
        blocks[block_key(each)].append(each)
    return blocks


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


def judge(block: Sequence[FoundEntity]) -> list[list[FoundEntity]]:
    """Split a block into groups of the same: by patronymic, and never two of one article.

    Who has no patronymic goes with the only one there is; with several it stays apart from all of them.
    """
    if block[0].entity.gazetteer:
        return [list(block)]
    by_father: dict[str, list[FoundEntity]] = defaultdict(list)
    for each in block:
        by_father[fold(each.entity.patronymic)].append(each)
    named = [father for father in by_father if father]
    if len(named) == 1 and "" in by_father:
        by_father = {"": sorted((*by_father[""], *by_father[named[0]]), key=lambda each: each.order)}
    groups: list[list[FoundEntity]] = []
    for members in by_father.values():
        groups += _one_of_each_article(members)
    return groups


def _one_of_each_article(members: Sequence[FoundEntity]) -> list[list[FoundEntity]]:
    """Namesakes of one article are different: the second one opens a group of its own article."""
    groups: list[list[FoundEntity]] = [[]]
    seen: set[str] = set()
    for each in members:
        if each.doc_id in seen:
            groups.append([each])
        else:
            seen.add(each.doc_id)
            groups[0].append(each)
    return groups


def _decisions(groups: Sequence[Sequence[FoundEntity]]) -> list[Decision]:
    """Same within a group, different between the first members of a block's groups."""
    heads = [group[0] for group in groups]
    decisions = [
        Decision(left=_own_id(group[0]), right=_own_id(other), verdict="same", reason="name")
        for group in groups
        if not group[0].entity.gazetteer
        for other in group[1:]
    ]
    for left, right in pairwise(heads):
        reason = "article" if left.doc_id == right.doc_id else "patronymic"
        decisions.append(Decision(left=_own_id(left), right=_own_id(right), verdict="different", reason=reason))
    return decisions


def apply(groups: Iterable[Sequence[FoundEntity]], decisions: Iterable[Decision]) -> MergedEntities:
    """Give every group one id and one row, in the order of their first articles."""
    ids: dict[tuple[str, str], str] = {}
    merged: list[tuple[int, MergedEntity]] = []
    for members in groups:
        identifier = _own_id(members[0])
        ids |= {(each.doc_id, each.entity.key): identifier for each in members}
        days = [each.published for each in members if each.published]
        row = MergedEntity(
            entity_id=identifier, entity=_joined([each.entity for each in members]),
            mentions=sum(each.mentions for each in members), documents=len({each.doc_id for each in members}),
            first_published=min(days, default=None), last_published=max(days, default=None),
        )  # fmt: skip
        merged.append((members[0].order, row))
    merged.sort(key=lambda pair: pair[0])
    return MergedEntities(ids=ids, entities=tuple(row for _, row in merged), decisions=tuple(decisions))


def _own_id(found: FoundEntity) -> str:
    return found.entity.gazetteer or f"e-{found.first_mention}"


def _joined(entities: Sequence[Entity]) -> Entity:
    """The fullest name of all; the others are aliases."""
    best = max(entities, key=lambda entity: (bool(entity.patronymic), len(entity.name.split())))
    aliases = dict.fromkeys(name for entity in entities for name in (entity.name, *entity.aliases))
    return replace(
        best,
        abbreviation=best.abbreviation or next((e.abbreviation for e in entities if e.abbreviation), ""),
        aliases=tuple(name for name in aliases if name != best.name),
    )

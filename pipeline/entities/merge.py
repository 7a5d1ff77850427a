"""Who is the same across the articles of a run: block, score, judge, apply.

Entities of one gazetteer key are one. Others meet in a block of their type and normalised name; people need given name
and surname for that, bodies and places a name that says which one it is («Верховный суд» alone does not). In a block
contradicting evidence keeps apart: different patronymics, or two of one article. A user's decisions come last. What
was decided is kept with its reason. Linear in the number of entities; the result depends on the order of the articles
alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise

from pipeline.entities.applied import Decision, MergedEntities, Verdict, apply
from pipeline.entities.decisions.files import Told
from pipeline.entities.decisions.obey import Obeyed, obey
from pipeline.entities.decisions.references import find_fits, references
from pipeline.entities.found import FoundEntity, Group, group_of
from pipeline.entities.known import family
from pipeline.entities.lexicon import name_words
from pipeline.entities.phrases.folding import fold, is_acronym
from pipeline.mentions.gazetteer import load_gazetteer
from pipeline.records.annotations import Entity
from pipeline.records.merged import DecisionOutcome


def merge_entities(found: Iterable[FoundEntity], told: Sequence[Told] = ()) -> MergedEntities:
    """Merge the entities of all articles of a run, `told` being what the user says of them."""
    ordered = sorted(found, key=lambda each: each.order)
    groups: list[Group] = []
    decisions: list[Decision] = []
    for block in _blocks(ordered).values():
        judged = judge(block)
        groups += map(group_of, judged)
        decisions += _decisions(judged)
    obeyed = obey(groups, told, find_fits(references(told), ordered)) if told else Obeyed(tuple(groups), ())
    decisions += [_of_user(each) for each in obeyed.outcomes if each.outcome == "obeyed"]
    return apply(obeyed.groups, decisions, obeyed.outcomes)


def _of_user(outcome: DecisionOutcome) -> Decision:
    verdict: Verdict = "same" if outcome.decision == "same" else "different"
    return Decision(left=outcome.left_ids[0], right=outcome.right_ids[0], verdict=verdict, reason=outcome.where)


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
        Decision(left=group[0].own_id, right=other.own_id, verdict="same", reason="name")
        for group in groups
        if not group[0].entity.gazetteer
        for other in group[1:]
    ]
    for left, right in pairwise(heads):
        reason = "article" if left.doc_id == right.doc_id else "patronymic"
        decisions.append(Decision(left=left.own_id, right=right.own_id, verdict="different", reason=reason))
    return decisions

"""Bodies that a post leaves unsaid because the article has just named them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise

from pipeline.entities.positions.aides import aide_of_named, deputy_of_superior
from pipeline.entities.positions.article_bodies import body_by_article
from pipeline.entities.positions.article_places import place_by_article
from pipeline.entities.positions.kinds import is_of_state
from pipeline.entities.positions.known_offices import body_of_office
from pipeline.entities.positions.lexicon import post_lexicon
from pipeline.entities.positions.named_last import of_city, of_country, of_institution
from pipeline.entities.positions.sides import body_of_side
from pipeline.entities.spans import NamedSpans, fold
from pipeline.language.text import text_of
from pipeline.records.annotations import PLACE_TYPES, Position

_OFFICES = ("министерство", "правительство", "кабинет")
_OF_STATES = frozenset({"президент", "премьер", "премьер-министр", "вице-премьер", "король", "канцлер"})
# Posts within a body of which the article tells another one first.
_WITHIN = frozenset({"заведующий", "заведующая", "завотделом", "завлаб", "завкафедрой", "завсектором", "заместитель",
                     "замдиректора", "сотрудник", "сотрудница"})  # fmt: skip
_CHAIN = 60  # code points between two posts of one chain
_LIST_GAP = frozenset({",", "и", "а", "также"})
Rule = Callable[[NamedSpans, Position, Sequence[Position]], Position | None]


def complete_bodies(named: NamedSpans, positions: Sequence[Position]) -> list[Position]:
    """Give every post without a body the one that the first rule finds; most stay without."""
    done: list[Position] = []
    for position in _share_behind(named, sorted(positions, key=lambda p: p.start)):
        if position.organization:
            done.append(position)
            continue
        found = next((new for rule in RULES if (new := rule(named, position, done)) is not None), position)
        done.append(found)
    return done


def _share_behind(named: NamedSpans, positions: list[Position]) -> list[Position]:
    """«вице-премьер — министр финансов Казахстана Орлов»: a dash between two posts gives both the body behind."""
    shared = list(positions)
    for number, (first, second) in enumerate(pairwise(positions)):
        between = text_of(named.doc)[first.end : second.start].strip()
        if first.person == second.person and between in {"—", "–", "-"} and not first.organization:
            shared[number] = replace(first, organization=second.organization)
    return shared


def _listed(named: NamedSpans, position: Position, others: Sequence[Position]) -> Position | None:
    """«директор завода Орлов и технолог Ли»: what stands in one list shares the body."""
    span = named.span_of(position)
    if span is None or position.source != "positions.before-name":
        return None
    index = span.start - 1
    while index >= 0 and (named.doc[index].lower_ in _LIST_GAP or named.doc[index].pos_ == "DET"):
        index -= 1
    before = named.at(index) if 0 <= index < span.start - 1 else None
    if before is None or not before.is_person:
        return None
    body = next((p.organization for p in others if p.person == before.entity and p.organization), "")
    return replace(position, organization=body) if body and _may_share(named, position, body) else None


def _chained(named: NamedSpans, position: Position, others: Sequence[Position]) -> Position | None:
    """«директор «Зари», заведующий отделом Орлов»: the second post is within the body of the first, a comma away."""
    before = [p for p in others if p.person == position.person and p.end < position.start and p.organization]
    within = _WITHIN & set(fold(position.position.lower()).split())
    if not before or not within or _is_place(named, before[-1]):
        return None
    between = text_of(named.doc)[before[-1].end : position.start]
    chained = len(between) < _CHAIN and between.rstrip().endswith((",", " и")) and not set(between) & set(".;:!?")
    return replace(position, organization=before[-1].organization) if chained else None


def _is_place(named: NamedSpans, position: Position) -> bool:
    return named.entities[position.organization].type in PLACE_TYPES


def _may_share(named: NamedSpans, position: Position, body: str) -> bool:
    """Not «лейтенант Ли» beside a director, «замминистра Ли» beside one of a company, «президент Ли» beside a mayor."""
    words = fold(position.position.lower()).split()
    if any(word in post_lexicon().ranks for word in words):
        return False
    if words[0] in _OF_STATES and named.entities[body].type in {"city", "district"}:
        return False
    of_minister = any("министр" in word for word in words)
    return not of_minister or is_of_state(named, body) or named.entities[body].name.lower().startswith(_OFFICES)


def _same_post(named: NamedSpans, position: Position, others: Sequence[Position]) -> Position | None:
    """«Прежний министр Орлов» after «министром связи Карелии назначена Ли»."""
    post = position.position.lower()
    if post in post_lexicon().ranks:
        return None
    for other in reversed(others):
        held = other.position.lower()
        same = held == post or (" " not in post and held.split()[0] == post)
        if other.organization and same and other.person != position.person:
            entity = named.entities.get(other.organization)
            if entity is not None and entity.type in {"country", "state_or_province", "location", "city"}:
                return replace(position, organization=other.organization)
    return None


def _told_by_article(named: NamedSpans, position: Position, others: Sequence[Position]) -> Position | None:
    """«депутат Орлов» in an article on a parliament, «директор Орлов» in one on a company."""
    body = body_by_article(named, position, others)
    return replace(position, organization=body) if body else None


RULES: tuple[Rule, ...] = (
    deputy_of_superior,
    aide_of_named,
    _listed,
    _chained,
    body_of_side,
    of_city,
    of_institution,
    body_of_office,
    _same_post,
    _told_by_article,
    of_country,
    place_by_article,
)

"""All the posts of an article as `Position`s: phrases become records, repetitions of one post one record."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from pipeline.entities.positions.after_names import find_after
from pipeline.entities.positions.before_names import find_before
from pipeline.entities.positions.behind_names import body_behind
from pipeline.entities.positions.colleagues import find_colleagues
from pipeline.entities.positions.delegations import find_delegation_heads
from pipeline.entities.positions.full_forms import in_full
from pipeline.entities.positions.implied import complete_bodies
from pipeline.entities.positions.kinds import is_of_state
from pipeline.entities.positions.led_bodies import find_led
from pipeline.entities.positions.lexicon import post_lexicon
from pipeline.entities.positions.nominative import nominative_post
from pipeline.entities.positions.phrases import PostPhrase
from pipeline.entities.positions.possessives import possessed_body
from pipeline.entities.positions.predicates import find_held
from pipeline.entities.positions.ranks import is_rank_aside
from pipeline.entities.positions.relays import find_relays
from pipeline.entities.positions.shared_posts import share_behind, share_post
from pipeline.entities.positions.successors import find_successors
from pipeline.entities.positions.whole_posts import with_its_noun
from pipeline.entities.spans import Named, NamedSpans, fold
from pipeline.language.backends import morph_analyzer
from pipeline.language.features import case_of
from pipeline.language.text import text_of
from pipeline.records.annotations import Position

_HEADS = frozenset(
    {"директор", "гендиректор", "глава", "руководитель", "начальник", "председатель", "президент", "ректор",
     "управляющий", "заведующий", "заведующая", "лидер"}
)  # fmt: skip


def find_positions(named: NamedSpans) -> tuple[Position, ...]:
    """Positions in the order of the text; a person's post counts once, in its fullest form."""
    told = list(_by_verbs(named))
    beside = [p for p in _beside_names(named) if not any(_is_of_subject(named, p, other) for other in told)]
    found = list(_distinct([*beside, *told]))
    found += find_successors(named, found)
    found = complete_bodies(named, found)
    found = [with_its_noun(named, position) for position in found]
    found += find_relays(named, found)
    found += find_colleagues(named, found)
    found = [p for p in found if p.organization or fold(p.position.lower()) not in post_lexicon().callings]
    found = [replace(p, full=in_full(p.position, of_state=is_of_state(named, p.organization))) for p in found]
    return tuple(sorted(found, key=lambda p: (p.start, p.end, p.person)))


def _beside_names(named: NamedSpans) -> Iterator[Position]:
    for person in named.people:
        if named.at(person.first) is not person:
            continue
        behind = body_behind(named, person)
        for phrase in find_before(named, person):
            filled = phrase if phrase.body or phrase.of_person else replace(phrase, body=behind)
            for holder, own in share_post(named, person, filled):
                yield _position(named, holder, own, "positions.before-name")
        for phrase in find_after(named, person):
            for holder, own in share_behind(named, person, phrase):
                yield _position(named, holder, own, "positions.after-name")


def _by_verbs(named: NamedSpans) -> Iterator[Position]:
    for person, phrase in find_held(named):
        yield _position(named, person, phrase, "positions.predicate")
    for person, verb, post, body in (*find_led(named), *find_delegation_heads(named)):
        end = verb.idx + len(verb)
        yield Position(
            person=person.entity, position=post, organization=body, start=verb.idx, end=end, text=verb.text,
            source="positions.leads", confidence=0.7,
        )  # fmt: skip


def _position(named: NamedSpans, person: Named, phrase: PostPhrase, source: str) -> Position:
    doc = named.doc
    start = doc[phrase.first].idx
    end = doc[phrase.last].idx + len(doc[phrase.last])
    return Position(
        person=person.entity, position=nominative_post(doc, phrase),
        organization=phrase.body or possessed_body(named, person, phrase), start=start, end=end,
        text=text_of(doc)[start:end], source=source, tenure=phrase.tenure, confidence=0.9,
    )  # fmt: skip


def _distinct(found: list[Position]) -> Iterator[Position]:
    """Drop a post that another record of the same person says as well or better, and ranks beside posts."""
    kept: list[Position] = []
    for position in sorted(found, key=lambda p: (not p.organization, -len(p.position), p.start)):
        same = [other for other in kept if other.person == position.person]
        if position.source == "positions.leads" and any(_heads(other, position.organization) for other in same):
            continue
        if any(_covers(other, position) for other in same):
            continue
        kept.append(position)
    for position in kept:
        others = [other for other in kept if other.person == position.person and other is not position]
        if not (others and is_rank_aside(position, others)):
            yield position


def _is_of_subject(named: NamedSpans, beside: Position, told: Position) -> bool:
    """«Орлов был старостой студии Ковальджи»: the verb gives the post to its subject, not to the name behind it."""
    span = named.span_of(beside)
    given = told.source == "positions.predicate" and span is not None and case_of(span[0]) == "Ins"
    same = told.start == beside.start and beside.source == "positions.before-name"
    return given and same and told.person != beside.person


def _heads(other: Position, body: str) -> bool:
    """A post by which one leads the body: «директор» where the text also says «руководит»."""
    return bool(body) and other.organization == body and other.position.split()[-1].lower() in _HEADS


def _covers(fuller: Position, other: Position) -> bool:
    """Same post: its words are within the fuller one's, its body the same or unsaid."""
    mine, theirs = _lemmas(in_full(other.position)), _lemmas(in_full(fuller.position))
    return mine <= theirs and other.organization in {"", fuller.organization}


@lru_cache(maxsize=5_000)
def _lemmas(position: str) -> frozenset[str]:
    return frozenset(morph_analyzer().parse(word)[0].normal_form for word in position.lower().split())

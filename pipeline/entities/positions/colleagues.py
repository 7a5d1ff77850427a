"""Posts of colleagues abroad: «министр Орлов позвонил турецкому коллеге Али Демиру» makes a minister of him too."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.entities.positions.lexicon import post_lexicon
from pipeline.entities.spans import Named, NamedSpans, fold
from pipeline.records.annotations import PLACE_TYPES, Position

_DEPUTIES = frozenset({"заместитель", "первый", "замминистра", "замглавы", "помощник", "советник"})
_COLLEAGUES = frozenset({"коллега", "визави"})


def find_colleagues(named: NamedSpans, positions: Sequence[Position]) -> Iterator[Position]:
    """Yield the post told last before «турецкий коллега» for him, with the state of the adjective.

    Example: «Президент Чили Анна Орлова приняла аргентинского коллегу Павла Зотова»: президент, Аргентина.
    """
    posts = sorted(positions, key=lambda p: p.start)
    for token in named.doc:
        if fold(token.lemma_) not in _COLLEAGUES or token.i == 0:
            continue
        state, person = named.adjective_at(token.i - 1), _behind(named, token.i + 1)
        if state is None or person is None or any(post.person == person.entity for post in posts):
            continue
        before = [post for post in posts if post.start < token.idx and _is_of_place(named, post)]
        if before:
            yield replace(
                before[-1], person=person.entity, organization=state.entity, start=token.idx,
                end=token.idx + len(token), text=token.text, source="positions.relay", confidence=0.7,
            )  # fmt: skip


def _behind(named: NamedSpans, index: int) -> Named | None:
    found = named.at(index) if index < len(named.doc) else None
    return found if found is not None and found.is_person else None


def _is_of_place(named: NamedSpans, post: Position) -> bool:
    """A post of a state or of a body of state; no rank, and no deputy, whose colleagues may stand higher."""
    entity = named.entities.get(post.organization)
    first = fold(post.position.lower()).split()[0]
    return (
        first not in post_lexicon().ranks | _DEPUTIES
        and entity is not None
        and (entity.type in PLACE_TYPES or entity.gazetteer != "")
    )

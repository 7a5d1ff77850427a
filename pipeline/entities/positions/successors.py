"""Posts that pass on by «сменить»: «Орлов покинул пост, его сменила Ли»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.entities.spans import Named, NamedSpans, fold
from pipeline.language.sentences import sentence_of
from pipeline.records.annotations import Position

_POSSESSIVE = frozenset({"его", "ее", "её"})


def find_successors(named: NamedSpans, positions: Sequence[Position]) -> Iterator[Position]:
    """«Орлов покинул пост, его сменила Ли»: Ли holds the post that Орлов held."""
    for token in named.doc:
        if token.lemma_ not in {"сменить", "сменять"} or token.pos_ != "VERB":
            continue
        subject = _near(named, token.i, nominative=True)
        before = _near(named, token.i, nominative=False)
        held = [p for p in positions if before is not None and p.person == before.entity]
        if subject is not None and held and all(p.person != subject.entity for p in positions):
            end = token.idx + len(token)
            yield replace(
                held[0], person=subject.entity, start=token.idx, end=end, text=token.text, tenure="current",
                source="positions.successor", confidence=0.8,
            )  # fmt: skip


def _near(named: NamedSpans, index: int, *, nominative: bool) -> Named | None:
    """Of the people about a verb the one that can, or cannot, be its subject."""
    sentence = sentence_of(named.doc[index])
    if nominative:
        here = [p for p in named.people if sentence.start <= p.first < sentence.end and "Nom" in named.cases(p)]
        return min((p for p in here if p.first > index), key=lambda p: p.first, default=None)
    pronoun = next((t for t in sentence if fold(t.lower_) in _POSSESSIVE and abs(t.i - index) <= 2), None)
    others = [p for p in named.people if p.first < index]
    if pronoun is not None:
        return others[-1] if others else None
    return next((p for p in named.people if index - 4 <= p.first <= index + 6 and "Nom" not in named.cases(p)), None)

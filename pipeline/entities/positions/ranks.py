"""Ranks: what completes them, and when one counts beside a post."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from pipeline.entities.positions.lexicon import post_lemma, post_lexicon
from pipeline.entities.spans import fold
from pipeline.language.features import case_of
from pipeline.records.annotations import Position

# Arms and services that complete a rank: «генерал-майор полиции», «полковник медицинской службы».
_SERVICES = frozenset({"полиция", "милиция", "юстиция", "авиация", "артиллерия", "армия", "флот", "служба", "ранг"})
_PHRASE = 150  # code points from a post, over its body, to the rank behind it


def is_high_rank(lemma: str) -> bool:
    """Ranks of generals and admirals: «генерал-майор», «адмирал»; not the bare «генерал», by which all are called."""
    return lemma.startswith("генерал-") or lemma.endswith("адмирал") or lemma == "маршал"


def read_service(head: Token, stop: int) -> int:
    """Last token of a rank: «генерал-майор внутренней службы», «капитан 1-го ранга», «генерал в отставке»."""
    if post_lemma(head) not in post_lexicon().ranks:
        return head.i
    doc, index = head.doc, head.i + 1
    if index + 1 < stop and doc[index].lower_ in {"в"} and doc[index + 1].lower_ in {"отставке", "запасе"}:
        return index + 1
    if index + 1 < stop and (doc[index].pos_ in {"ADJ", "NUM"} or doc[index].text[0].isdigit()):
        index += 1
    served = index < stop and fold(doc[index].lemma_) in _SERVICES and case_of(doc[index]) == "Gen"
    return index if served else head.i


def is_rank_aside(position: Position, others: Sequence[Position]) -> bool:
    """A rank of someone with a post, but for a general's or admiral's behind the post: «начальник штаба адмирал Ли»."""
    rank = fold(position.position.lower()).split()[0]
    if rank not in post_lexicon().ranks:
        return False
    return not is_high_rank(rank) or not any(0 <= position.start - other.end < _PHRASE for other in others)

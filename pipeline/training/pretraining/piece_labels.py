"""slovnet's labels of tokens, handed down to the pieces that the reader's network sees."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

ROOT, INNER = 0, 13
HEAD_LABELS = 14
_NEAREST = (1, 2, 3, 4, 6, 9)  # the least distance, in pieces, of each bucket


@dataclass(frozen=True, slots=True, kw_only=True)
class TokenLabels:
    """Of each token of a sentence: tag, BIO name label, relation to its head, and the head's number.

    Tokens count from 1; head 0 is the root.
    """

    tags: Sequence[str]
    names: Sequence[str]
    relations: Sequence[str]
    heads: Sequence[int]


@dataclass(frozen=True, slots=True, kw_only=True)
class PieceLabels:
    """Of each piece: tag, BIO name label, relation of its token, and where its head stands (below `HEAD_LABELS`)."""

    tags: tuple[str, ...]
    names: tuple[str, ...]
    relations: tuple[str, ...]
    heads: tuple[int, ...]


def label_pieces(tokens: Sequence[int], labels: TokenLabels) -> PieceLabels:
    """Label the pieces of one sentence.

    A token's first piece carries its head; the others belong to it: of «66-летнему» the pieces «-» and «летнему» have
    the tag of the whole and the head label `INNER`. A name that begins in a token goes on in its later pieces.

    Args:
        tokens: of each piece, the number of its token from 0, ascending.
        labels: of the tokens.
    """
    first: dict[int, int] = {}
    for piece, token in enumerate(tokens):
        first.setdefault(token, piece)
    inner = [first[token] != piece for piece, token in enumerate(tokens)]
    return PieceLabels(
        tags=tuple(labels.tags[token] for token in tokens),
        names=tuple(_continued(labels.names[t]) if i else labels.names[t] for t, i in zip(tokens, inner, strict=True)),
        relations=tuple(labels.relations[token] for token in tokens),
        heads=tuple(
            INNER if inside else _head(piece, labels.heads[token], first)
            for piece, (token, inside) in enumerate(zip(tokens, inner, strict=True))
        ),
    )


def head_label(distance: int) -> int:
    """Label of a head so many pieces to the right, or to the left where negative; 0 is the root.

    1 to 6 stand for 1, 2, 3, 4-5, 6-8 and more pieces to the right, 7 to 12 for the same to the left.
    """
    if distance == 0:
        return ROOT
    bucket = sum(abs(distance) >= least for least in _NEAREST)
    return bucket if distance > 0 else len(_NEAREST) + bucket


def _head(piece: int, head: int, first: dict[int, int]) -> int:
    """A token that slovnet makes its own head has none, like the root."""
    return head_label(first[head - 1] - piece) if head else ROOT


def _continued(name: str) -> str:
    return f"I-{name[2:]}" if name.startswith("B-") else name

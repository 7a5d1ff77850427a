"""Training examples: windows of an annotated text with the spans and relations that lie inside them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.language.layout import find_lines
from pipeline.language.segmentation import split_sentences
from pipeline.mentions.reader.pieces import split_pieces
from pipeline.mentions.reader.windows import Window, pack_windows
from pipeline.training.corpus import AnnotatedText

PieceSpan = tuple[int, int, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A window with gold spans (first piece, last piece, type) and relations (type, head span, tail span)."""

    text: str
    window: Window
    mentions: tuple[PieceSpan, ...]
    relations: tuple[tuple[str, PieceSpan, PieceSpan], ...]


def make_windows(text: str) -> list[Window]:
    """Windows of a plain text."""
    sentences = [list(split_pieces(text, s.tokens)) for s in split_sentences(text, find_lines(text))]
    return list(pack_windows(sentences))


def make_examples(annotated: AnnotatedText) -> Iterator[Example]:
    """Windows of one text; a span that no pieces fit exactly is left out (0.05 % in NEREL)."""
    for window in make_windows(annotated.text):
        starts = {start: i for i, (start, _) in enumerate(window.pieces)}
        ends = {end: i for i, (_, end) in enumerate(window.pieces)}
        inside = {
            (a, b, label): (starts[a], ends[b], label)
            for a, b, label in sorted(annotated.mentions)
            if a in starts and b in ends
        }
        yield Example(
            text=annotated.text,
            window=window,
            mentions=tuple(inside.values()),
            relations=tuple(
                (kind, inside[head], inside[tail])
                for kind, head, tail in sorted(annotated.relations)
                if head in inside and tail in inside
            ),
        )


def words(examples: Sequence[Example]) -> Iterator[str]:
    """Every piece of every window as text."""
    for example in examples:
        yield from (example.text[a:b] for a, b in example.window.pieces)

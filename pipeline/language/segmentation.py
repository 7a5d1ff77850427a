"""Blocks, sentences and tokens of a text, as offsets into it.

razdel segments; what it does not know is the page: a sentence never runs over a blank line, a headline or the end
of a line that is not merely wrapped, and is cut where it grows past `MAX_TOKENS` (a list file of 22,000 tokens
took slovnet's parser to 7.2 GB).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from razdel import sentenize, tokenize

from pipeline.records.article import Line

MAX_TOKENS = 200
_CUT_AFTER = {";", ",", ":"}
Span = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """Token offsets of one sentence."""

    tokens: tuple[Span, ...]


def split_sentences(text: str, lines: Sequence[Line]) -> Iterator[Sentence]:
    """Yield the sentences of the text in order; white space belongs to none."""
    for start, end in _blocks(text, lines):
        block = text[start:end]
        for sentence in sentenize(block):
            offset = start + sentence.start
            tokens = [(offset + t.start, offset + t.stop) for t in tokenize(sentence.text)]
            yield from (Sentence(tokens=tuple(piece)) for piece in _capped(text, tokens))


def _blocks(text: str, lines: Sequence[Line]) -> Iterator[Span]:
    """Join lines that are one paragraph wrapped by hand."""
    joined: list[Span] = []
    for i, line in enumerate(lines):
        if joined and _continues(text, lines[i - 1], line):
            joined[-1] = (joined[-1][0], line.end)
        else:
            joined.append((line.start, line.end))
    yield from joined


def _continues(text: str, before: Line, line: Line) -> bool:
    """Wrapped by hand: a single line break inside body text, then a lower-case letter."""
    between = text[before.end : line.start]
    wrapped = between.count("\n") == 1 and before.role == line.role == "body"
    return wrapped and text[line.start].islower() and text[before.end - 1] not in ".!?…:;"


def _capped(text: str, tokens: list[Span]) -> Iterator[list[Span]]:
    while len(tokens) > MAX_TOKENS:
        cuts = [i for i in range(MAX_TOKENS // 2, MAX_TOKENS) if text[slice(*tokens[i])] in _CUT_AFTER]
        at = (cuts[-1] if cuts else MAX_TOKENS - 1) + 1
        yield tokens[:at]
        tokens = tokens[at:]
    if tokens:
        yield tokens

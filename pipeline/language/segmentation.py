"""Blocks, sentences and tokens of a text, as offsets into it.

razdel segments; what it does not know is the page: a sentence never runs over a blank line, a headline or the end
of a line that is not merely wrapped, and is cut where it grows past `MAX_TOKENS` (a list file of 22,000 tokens
took slovnet's parser to 7.2 GB).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from razdel import sentenize, tokenize

from pipeline.language.wrapping import adjoin, in_one_paragraph, is_full, wrapped_width
from pipeline.records.article import Line

MAX_TOKENS = 200
_CLOSING = frozenset(",.;)»")
_LEADING_ON = frozenset(
    {"в", "во", "на", "с", "со", "к", "ко", "о", "об", "обо", "от", "до", "из", "за", "по", "под", "при", "для", "без",
     "у", "над", "перед", "между", "через", "про", "и", "а", "но", "или", "что", "как", "не"}
)  # fmt: skip
_CUT_AFTER = {";", ",", ":"}
# Clipped words of posts, one token with their full stop: «и. о.» (acting), but not the initials of «И. О. Петров».
_BEFORE_WORDS = r"(?:[Ии]\. ?[Оо]|[Зз]ам|[Гг]ен|[Гг]л|[Пп]ом)\."
_BEFORE_RANKS = r"[Сс]т\."
_RANKS = "лейтенант|сержант|прапорщик|следовател|помощник|инспектор|тренер"
_CLIPPED = re.compile(rf"(?<!\w)(?:{_BEFORE_WORDS}(?= ?[а-яё]{{3}})|{_BEFORE_RANKS}(?= ?(?:{_RANKS})))")
_CLIPPED_WORD = re.compile(f"{_BEFORE_WORDS}|{_BEFORE_RANKS}", re.IGNORECASE)
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
            tokens = list(_with_clipped(text, [(offset + t.start, offset + t.stop) for t in tokenize(sentence.text)]))
            yield from (Sentence(tokens=tuple(piece)) for piece in _capped(text, tokens))


def is_clipped(word: str) -> bool:
    """Whether a word is a clipped one of a post with its full stop: «Ген.», «и. о.»."""
    return _CLIPPED_WORD.fullmatch(word) is not None


def _with_clipped(text: str, tokens: list[Span]) -> Iterator[Span]:
    """A clipped word of a post with its full stop as one token, where razdel has two or four.

    Example: «и. о. мэра Иван Орлов», «назначен и.о. министра», «зам. главы», «ген. директор».
    """
    behind = 0
    for start, end in tokens:
        if start >= behind:
            whole = _CLIPPED.match(text, start)
            behind = end if whole is None else whole.end()
            yield start, behind


def _blocks(text: str, lines: Sequence[Line]) -> Iterator[Span]:
    """Join lines that are one paragraph wrapped by hand, or cut into lines by a page's links."""
    joined: list[Span] = []
    below_link = False
    width = wrapped_width(text, lines)
    for i, line in enumerate(lines):
        link = 0 < i < len(lines) - 1 and _is_link(text, lines[i - 1], line, lines[i + 1])
        if i and (link or below_link or _continues(text, lines[i - 1], line, width)):
            joined[-1] = (joined[-1][0], line.end)
        else:
            joined.append((line.start, line.end))
        below_link = link
    yield from joined


def _continues(text: str, before: Line, line: Line, width: int | None) -> bool:
    """Wrapped by hand: a single line break inside body text, then a small letter or a closing mark.

    A capital goes on as well behind a word that ends no sentence («встретился с / Олегом Орловым»), and in a text that
    is wrapped throughout, behind a full line.
    """
    if width is not None and adjoin(text, before, line) and is_full(text, before, line, width):
        return True
    if not in_one_paragraph(text, before, line):
        return False
    goes_on = text[line.start].islower() or text[line.start] in _CLOSING
    return goes_on or text[before.start : before.end].rpartition(" ")[2].lower() in _LEADING_ON


def _is_link(text: str, before: Line, line: Line, after: Line) -> bool:
    """A link on a line of its own within a sentence, its blanks left outside: «сообщает / Reuters / со ссылкой»."""
    led_to = text[before.end : line.start] == " \n" and in_one_paragraph(text, before, line)
    led_on = text[line.end : after.start] == "\n " or (text[line.end] == "\n" and text[after.start] in _CLOSING)
    return led_to and led_on and line.role == after.role == "body"


def _capped(text: str, tokens: list[Span]) -> Iterator[list[Span]]:
    while len(tokens) > MAX_TOKENS:
        cuts = [i for i in range(MAX_TOKENS // 2, MAX_TOKENS) if text[slice(*tokens[i])] in _CUT_AFTER]
        at = (cuts[-1] if cuts else MAX_TOKENS - 1) + 1
        yield tokens[:at]
        tokens = tokens[at:]
    if tokens:
        yield tokens

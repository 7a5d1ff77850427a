"""Which pieces of words an encoder keeps: of a hundred languages' it needs those of Russian news."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from pipeline.events.encoder.pieces import SPACE, Pieces, Vocabulary
from pipeline.language.segmentation import split_sentences
from pipeline.records.article import Article

_OFTEN = 4  # times that a piece occurs at least: of 34,000 pieces that occur at all in 6 million words 23,000 do
_LETTERS = range(0x500)  # Latin, Greek and Cyrillic
_MARKS = range(0x2000, 0x2300)  # dashes, quotes, signs of money


def needed_pieces(vocabulary: Vocabulary, articles: Iterable[Article]) -> tuple[int, ...]:
    """Numbers of the pieces that occur often enough in some articles, and of all single letters and marks.

    Args:
        vocabulary: of an encoder.
        articles: what it will be about; the more of them the better.
    """
    words: Counter[tuple[str, bool]] = Counter(word for article in articles for word in _words(article))
    pieces = Pieces(vocabulary)
    counts: Counter[int] = Counter()
    for word, count in words.items():
        for number in pieces.of(*word):
            counts[number] += count
    letters = {number for number, piece in enumerate(vocabulary.pieces) if _is_letter(piece)}
    return tuple(sorted({n for n, count in counts.items() if count >= _OFTEN} | letters | {*vocabulary.outer}))


def _words(article: Article) -> Iterable[tuple[str, bool]]:
    """Every word of an article, and whether it stands behind a space."""
    last = -1
    for sentence in split_sentences(article.text, article.lines):
        for start, end in sentence.tokens:
            yield article.text[start:end], start != last
            last = end


def _is_letter(piece: str) -> bool:
    letter = piece.removeprefix(SPACE)
    return not letter or (len(letter) == 1 and (ord(letter) in _LETTERS or ord(letter) in _MARKS))

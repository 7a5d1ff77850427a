"""What one word is to the date grammar: its class, or several where it holds numbers and signs («05.10.2020,» is six).

The tokenizer keeps «28–29», «12.04.2022» and sometimes a comma in one token, so that numbers are split again here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from pipeline.language.words import Word
from pipeline.mentions.dates.alphabet import character
from pipeline.mentions.dates.lexicon import Entry, load_lexicon
from pipeline.mentions.dates.numerals import classify_number, roman_value

_PIECES = re.compile(r"\d+(?:-?[а-яё]{1,3}(?![а-яё]))?|[^\W\d]+|[^\w\s]|_")
_SIGNS = {
    ".": "dot",
    ",": "comma",
    ":": "colon",
    "-": "dash",
    "–": "dash",
    "—": "dash",
    "−": "dash",
    "‑": "dash",
    "/": "slash",
    "(": "lparen",
    ")": "rparen",
    "№": "number_sign",
    "©": "copyright",
    "%": "percent",
}
_BREAKS = frozenset("\n\r\u2028\u2029")
_OTHER: Entry = ("word", 0)
_PLAIN = character("word")
_ROOM = 1 << 14


class Piece(NamedTuple):
    """A part of a word: offsets in it, class and value."""

    start: int
    end: int
    kind: str
    value: int | str


class Spelling(dict[Word, str]):
    """The classes of a word, a character each; a word is classified when it is first met.

    Attributes:
        openers: words that a holiday may begin with.
    """

    def __init__(self) -> None:
        """Begin without any words."""
        self.openers: set[Word] = set()
        self._pieces: dict[Word, tuple[Piece, ...]] = {}

    def __missing__(self, word: Word) -> str:
        if len(self) >= _ROOM:
            self.clear()
            self.openers.clear()
            self._pieces.clear()
        spelled = self[word] = _PLAIN if _is_plain(word) else "".join(character(p.kind) for p in self.pieces(word))
        return spelled

    def pieces(self, word: Word) -> tuple[Piece, ...]:
        """The parts of a word."""
        found = self._pieces.get(word)
        if found is None:
            lexicon = load_lexicon()
            lemma = word.lemma if lexicon.may_know(word.lower) else ""
            if lemma in lexicon.openers:
                self.openers.add(word)
            found = self._pieces[word] = tuple(Piece(*piece) for piece in _pieces(word, lemma))
        return found


SPELLING = Spelling()


def _is_plain(word: Word) -> bool:
    """Most words: in letters, no Roman numeral, and nothing of the calendar begins like them."""
    form = word.form
    return form.isalpha() and not load_lexicon().may_list(word.lower) and not (form.isascii() and form.isupper())


def _pieces(word: Word, lemma: str) -> Iterator[tuple[int, int, str, int | str]]:
    """One piece for a word or a line break, several for numbers with signs, none for white space."""
    text = word.form
    if text.isspace():
        if not _BREAKS.isdisjoint(text):
            yield 0, len(text), "break", 0
        return
    whole = load_lexicon().classify(word.lower, lemma)
    if whole or text.isalpha():
        yield 0, len(text), *(whole or _number_word(text, lemma) or _OTHER)
        return
    for piece in _PIECES.finditer(text):
        yield piece.start(), piece.end(), *_piece(piece.group())


def _piece(text: str) -> Entry:
    if text[0].isdigit():
        return classify_number(text)
    if text[0].isalpha():
        return load_lexicon().classify(text.lower(), text.lower()) or _roman(text) or _OTHER
    return _SIGNS.get(text, "sign"), 0


def _number_word(text: str, lemma: str) -> Entry | None:
    """Number words and Roman numerals; a plural ordinal is a decade («девяностые»)."""
    lexicon = load_lexicon()
    if lemma in lexicon.cardinals:
        return "cardinal_word", lexicon.cardinals[lemma]
    if lemma in lexicon.ordinals:
        value = lexicon.ordinals[lemma]
        plural = text.lower().endswith(("ые", "ых", "ыми"))
        if plural and value % 10 == 0 and value < 100:
            return "decade_word", value
        return ("ordinal_year_word" if value >= 1000 else "ordinal_word"), value
    return _roman(text)


def _roman(text: str) -> Entry | None:
    value = roman_value(text) if text.isascii() and text.isupper() else 0
    return ("roman", value) if value else None

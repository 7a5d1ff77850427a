"""What the date grammar reads: words by class, numbers split at every sign («05.10.2020,» is five atoms).

The tokenizer keeps «28–29», «12.04.2022» and sometimes a comma in one token, so that numbers are split again here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from spacy.strings import StringStore
from spacy.tokens import Doc

from pipeline.mentions.dates.lexicon import Entry, load_lexicon
from pipeline.mentions.dates.numerals import classify_number, fold_number_words, roman_value

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
_GLUED = {"dot", "colon", "dash", "slash"}
_UNGLUED = {*_SIGNS.values(), "sign", "break"}


Piece = tuple[int, int, str, int | str]  # offsets in the token, class, value


class Atom(NamedTuple):
    """A word, number or sign: offsets in the text, class, value and the token it lies in."""

    start: int
    end: int
    kind: str
    value: int | str
    token: int


def find_atoms(doc: Doc) -> list[Atom]:
    """All atoms of the article in order; a line break is an atom, other white space none."""
    found = _glued_signs(list(_atoms(doc)))
    return list(fold_number_words(found))


def _atoms(doc: Doc) -> Iterator[Atom]:
    rows = doc.to_array(["IDX", "ORTH", "LEMMA"]).tolist()
    for i, (start, form, lemma) in enumerate(rows):
        pieces = _KNOWN.get((form, lemma))
        if pieces is None:
            pieces = _remembered(form, lemma, doc.vocab.strings)
        for first, last, kind, value in pieces:
            yield Atom(start + first, start + last, kind, value, i)


_OTHER: Entry = ("word", 0)
# Pieces of a token by the hashes of its form and its dictionary form: an article repeats its words, a dump even more.
_KNOWN: dict[tuple[int, int], tuple[Piece, ...]] = {}
_ROOM = 300_000


def _remembered(form: int, lemma: int, strings: StringStore) -> tuple[Piece, ...]:
    if len(_KNOWN) >= _ROOM:
        _KNOWN.clear()
    pieces = _KNOWN[form, lemma] = tuple(_pieces(strings[form], strings[lemma] if lemma else ""))
    return pieces


def _pieces(text: str, lemma: str) -> Iterator[Piece]:
    """Classes of a token: one for a word or a line break, several for numbers with signs, none for white space."""
    classify = load_lexicon().classify
    if text.isspace():
        if not _BREAKS.isdisjoint(text):
            yield 0, len(text), "break", 0
        return
    whole = classify(text.lower(), lemma)
    if whole or text.isalpha():
        yield 0, len(text), *(whole or _number_word(text, lemma) or _OTHER)
        return
    for piece in _PIECES.finditer(text):
        yield piece.start(), piece.end(), *_piece(piece.group())


def _piece(text: str) -> Entry:
    if text[0].isdigit():
        return classify_number(text)
    if text[0].isalpha():
        return _piece_word(text, load_lexicon().classify(text.lower(), text.lower()))
    return _SIGNS.get(text, "sign"), 0


def _number_word(text: str, lemma: str) -> Entry | None:
    """Number words and Roman numerals; a plural ordinal is a decade («девяностые»)."""
    lexicon = load_lexicon()
    if lemma in lexicon.cardinals:
        return "cardinal_word", lexicon.cardinals[lemma]
    if lemma in lexicon.ordinals:
        value = lexicon.ordinals[lemma]
        plural = text.lower().endswith(("ые", "ых", "ыми"))
        return ("decade_word" if plural and value % 10 == 0 and value < 100 else "ordinal_word"), value
    if text.isascii() and text.isupper():
        value = roman_value(text)
        return ("roman", value) if value else None
    return None


def _piece_word(text: str, found: Entry | None) -> Entry:
    if found:
        return found
    value = roman_value(text) if text.isascii() and text.isupper() else 0
    return ("roman", value) if value else _OTHER


def _glued_signs(atoms: list[Atom]) -> list[Atom]:
    """Mark the signs that touch both neighbours: «9:00», «11.03», not «в 9: 00»."""
    for i in range(1, len(atoms) - 1):
        atom = atoms[i]
        if atom.kind in _GLUED and atoms[i - 1].end == atom.start and atom.end == atoms[i + 1].start:
            if atom.kind == "dot" and atoms[i + 1].kind in _UNGLUED:  # «2023 г.,»
                continue
            atoms[i] = atom._replace(kind=f"glued_{atom.kind}")
    return atoms

"""What the date grammar reads: words by class, numbers split at every sign («05.10.2020,» is five atoms).

The tokenizer keeps «28–29», «12.04.2022» and sometimes a comma in one token, so that numbers are split again here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from spacy.tokens import Doc, Token

from pipeline.mentions.dates.lexicon import load_lexicon
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
_GLUED = {"dot", "colon", "dash", "slash"}
_UNGLUED = {*_SIGNS.values(), "sign", "break"}


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
    classify = load_lexicon().classify
    for token in doc:
        text = token.text
        if text.isalpha():
            found = classify(text.lower(), token.lemma_) or _number_word(token) or _OTHER
            yield Atom(token.idx, token.idx + len(text), *found, token.i)
        elif token.is_space:
            if "\n" in text or "\r" in text or "\u2028" in text or "\u2029" in text:
                yield Atom(token.idx, token.idx + len(text), "break", 0, token.i)
        else:
            yield from _pieces(token)


_OTHER: tuple[str, int | str] = ("word", 0)


def _number_word(token: Token) -> tuple[str, int | str] | None:
    """Number words and Roman numerals; a plural ordinal is a decade («девяностые»)."""
    lexicon = load_lexicon()
    lemma = token.lemma_
    if lemma in lexicon.cardinals:
        return "cardinal_word", lexicon.cardinals[lemma]
    if lemma in lexicon.ordinals:
        value = lexicon.ordinals[lemma]
        plural = token.text.lower().endswith(("ые", "ых", "ым", "ыми")) and not token.text.lower().endswith("ым")
        return ("decade_word" if plural and value % 10 == 0 and value < 100 else "ordinal_word"), value
    if token.text.isascii() and token.text.isupper():
        value = roman_value(token.text)
        return ("roman", value) if value else None
    return None


def _pieces(token: Token) -> Iterator[Atom]:
    classify = load_lexicon().classify
    whole = classify(token.text.lower(), token.lemma_)
    if whole:
        yield Atom(token.idx, token.idx + len(token), *whole, token.i)
        return
    for piece in _PIECES.finditer(token.text):
        text = piece.group()
        found: tuple[str, int | str]
        if text[0].isdigit():
            found = classify_number(text)
        elif text[0].isalpha():
            found = _piece_word(text, classify(text.lower(), text.lower()))
        else:
            found = (_SIGNS.get(text, "sign"), 0)
        yield Atom(token.idx + piece.start(), token.idx + piece.end(), *found, token.i)


def _piece_word(text: str, found: tuple[str, int | str] | None) -> tuple[str, int | str]:
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

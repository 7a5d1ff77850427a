"""The title before a person's name: it stands in the name's case, and tells a woman where it is a woman's."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc, Token

from pipeline.language.features import features

MAX_TITLE = 16  # tokens
_CLOSING = {"»": "«", "”": "“", ")": "("}
_SKIPPED = frozenset({"ADJ", "DET", "PROPN", "NUM", "X"})
# Nouns of feminine declension that name men as well.
_EITHER = frozenset({"глава", "судья", "коллега", "староста", "персона", "жертва", "звезда", "старшина", "сирота"})


@dataclass(frozen=True, slots=True)
class Title:
    """Case of the title's head noun, gender if only one fits, and the token it begins at."""

    case: str
    gender: str
    index: int


def find_title(doc: Doc, start: int) -> Title | None:
    """Read the title that ends before token `start`.

    From the name to the left over a chain of genitives up to the noun that carries it: «директор музея Малика
    Рахимова» is a nominative, «экс-директора компании «Полёт» Саяна Ахметова» a genitive.
    """
    found: Title | None = None
    index = start - 1
    while index >= max(0, start - MAX_TITLE) and not doc[index + 1].is_sent_start:
        token = doc[index]
        if token.text in _CLOSING:
            index = _before_opening(doc, index)
            continue
        if token.pos_ == "NOUN":
            title, ends = _read_noun(token)
            found = title or found
            if ends:
                return found
        elif token.pos_ == "ADP":
            if not (found is None and token.lower_ in {"по", "при"}):
                return found
        elif not (token.pos_ in _SKIPPED or token.is_space):
            return found
        index -= 1
    return found


def _read_noun(token: Token) -> tuple[Title | None, bool]:
    """The title that a noun can be, and whether the chain ends with it."""
    case, number = feature(token, "Case"), feature(token, "Number")
    if feature(token, "Animacy") == "Anim" and number == "Sing" and case:
        woman = feature(token, "Gender") == "Fem" and token.lemma_ not in _EITHER
        return Title(case, "f" if woman else "", token.i), case != "Gen"
    part_of_chain = case == "Gen" or (case in {"Dat", "Loc"} and _governed(token))
    return None, not part_of_chain


def _governed(token: Token) -> bool:
    """«заместитель министра по делам молодёжи»: the noun hangs on «по» or «при»."""
    left = token.doc[max(0, token.i - 3) : token.i]
    return any(other.lower_ in {"по", "при"} for other in left)


def _before_opening(doc: Doc, index: int) -> int:
    """Index before the mark that opens the quotation or bracket closed at `index`."""
    opening = _CLOSING[doc[index].text]
    for at in range(index - 1, max(-1, index - MAX_TITLE), -1):
        if doc[at].text == opening:
            return at - 1
    return index - 1


def feature(token: Token, name: str) -> str:
    """A morphological feature of the token, empty if it has none."""
    values = features(token, name)
    return str(values[0]) if values else ""

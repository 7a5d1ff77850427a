"""The words of a `Doc` for components that read plain words."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from spacy.tokens import Doc
from spacy.vocab import Vocab

from pipeline.language.text import text_of
from pipeline.language.words import Word

_COLUMNS: list[int | str] = ["ORTH", "POS", "MORPH", "LEMMA"]
# Words by the hashes of their form and of what was found: an article repeats its words, a dump even more.
_KNOWN: dict[tuple[int, ...], Word] = {}
_ROOM = 1 << 14


class DocTokens:
    """A tagged `Doc` as words: `Tokens` of `pipeline.language.words`."""

    def __init__(self, doc: Doc) -> None:
        """Take the words as they are tagged now."""
        self._doc = doc
        self.content = text_of(doc)
        rows = [tuple(row) for row in doc.to_array(_COLUMNS).tolist()]
        self.words: Sequence[Word] = [_KNOWN.get(row) or _remembered(row, doc.vocab) for row in rows]

    @cached_property
    def starts(self) -> Sequence[int]:
        """Offset in the text of each word."""
        starts: list[int] = self._doc.to_array("IDX").tolist()
        return starts

    @cached_property
    def sentence_starts(self) -> Sequence[int]:
        """Numbers of the words that open a sentence."""
        return [i for i, opens in enumerate(self._doc.to_array("SENT_START").tolist()) if opens == 1]

    def head(self, index: int) -> int | None:
        """Number of the governing word by the parser."""
        token = self._doc[index]
        return token.head.i if token.dep else None


def _remembered(row: tuple[int, ...], vocab: Vocab) -> Word:
    if len(_KNOWN) >= _ROOM:
        _KNOWN.clear()
    form, *entry = (vocab.strings[number] if number else "" for number in row)
    word = _KNOWN[row] = Word(form, (entry[0], entry[1], entry[2]))
    return word

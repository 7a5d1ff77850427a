"""A text cut into words and sentences by one regular expression, without razdel's care or an article's lines.

Numbers, signs and words are tokens of their own («12.04.2022» is five), a hyphenated word is one; a sentence ends at a
line break, and at a full stop before a capital that follows neither an initial nor a common abbreviation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import accumulate

from pipeline.language.words import Word

# A token with the one blank behind it, as spaCy's `text_with_ws`, so that their lengths add up to the text.
_TOKENS = re.compile(
    r"(?:[а-яёА-ЯЁ]++(?![\w-])|[^\W\d_]+(?:-[^\W\d_]+)*|\d+(?:-?[а-яё]{1,3}(?![а-яё]))?|\S)(?: (?!\s))?|\s+"
)
_ENDS = frozenset(".!?…")
_CLOSING = frozenset('»")”')
_BEFORE_SENTENCE = frozenset(f"{sign} " for sign in _ENDS | _CLOSING)
_ABBREVIATIONS = frozenset({
    "г", "гг", "в", "вв", "н", "э", "т", "д", "п", "ул", "им", "пр", "св", "кв", "ст", "стр", "руб", "коп", "тыс",
    "млн", "млрд", "см", "др", "р", "обл", "нач", "сер", "кон", "янв", "фев", "февр", "апр", "авг", "сен", "сент",
    "окт", "ноя", "нояб", "дек",
})  # fmt: skip
_REMEMBERED = 1 << 14  # words


class PlainTokens:
    """Words by the regular expression above; what is costly waits until it is asked for."""

    def __init__(self, content: str, known: Mapping[str, Word]) -> None:
        """Cut a text into words that are remembered."""
        self.content = content
        self._pieces: list[str] = _TOKENS.findall(content)
        self.words: Sequence[Word] = list(map(known.__getitem__, self._pieces))

    @cached_property
    def starts(self) -> Sequence[int]:
        """Offset in the text of each word."""
        return list(accumulate(map(len, self._pieces[:-1]), initial=0))

    @cached_property
    def sentence_starts(self) -> Sequence[int]:
        """Numbers of the words that open a sentence."""
        return list(_sentence_starts(self._pieces))

    def head(self, index: int) -> None:
        """Nothing is parsed."""


class Splitter:
    """Cuts texts into words and remembers them, with what the dictionary said of each."""

    def __init__(self) -> None:
        """Begin without any words."""
        self._known = _Known()

    def __call__(self, text: str) -> PlainTokens:
        """Words of a text; together with the blanks between them they are the text."""
        return PlainTokens(text, self._known)


class _Known(dict[str, Word]):
    """One word for «мост» and for «мост » with the blank behind it."""

    def __missing__(self, piece: str) -> Word:
        if len(self) >= _REMEMBERED:
            self.clear()
        form = piece if piece.isspace() else piece.removesuffix(" ")
        word = self[piece] = Word(form) if form == piece else self[form]
        return word


def _sentence_starts(pieces: Sequence[str]) -> Iterator[int]:
    if pieces:
        yield 0
    for i in range(1, len(pieces)):
        before = pieces[i - 1]
        if before in _BEFORE_SENTENCE:
            if not pieces[i][0].islower() and _ended(pieces, i - 1):
                yield i
        elif "\n" in before or "\r" in before or (i == 1 and before.isspace()):
            yield i


def _ended(pieces: Sequence[str], at: int) -> bool:
    """Whether a sentence ends with the sign `at`, or with one before it that only closing signs follow."""
    while at >= 0 and ((sign := pieces[at].strip()) in _CLOSING or not sign):
        at -= 1
    if at < 0 or sign not in _ENDS:
        return False
    before = next((word for i in range(at - 1, -1, -1) if (word := pieces[i].strip())), "")
    return sign != "." or not (len(before) == 1 or before.lower() in _ABBREVIATIONS)

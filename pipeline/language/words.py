"""Words of a text as plain objects, and a text cut into them by one regular expression.

For components that need neither razdel's care nor an article's lines, nor a `Doc` around their words. Numbers, signs
and words are tokens of their own («12.04.2022» is five), a hyphenated word is one; a sentence ends at a line break, and
at a full stop before a capital that follows neither an initial nor a common abbreviation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import accumulate
from typing import Any, Protocol

from pipeline.language.dictionary import Entry, likeliest

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
_DESCRIBED = frozenset({"entry", "pos", "features", "lemma"})
_ROOM = 1 << 14


class Word:
    """A word form with its part of speech (UD), features and lemma: a tagger's, else the dictionary's.

    The dictionary is asked when the first of them is: most words of a text are never asked for theirs.

    Attributes:
        form, lower: as written, and in small letters.
        entry: what a tagger or the dictionary says.
        pos: part of speech; white space is `SPACE`.
        features: morphological features, the first value of each.
        lemma: dictionary form.
    """

    entry: Entry
    pos: str
    features: Mapping[str, str]
    lemma: str

    def __init__(self, form: str, entry: Entry | None = None) -> None:
        """Take the form as written, and what a tagger says of it."""
        self.form = form
        self.lower = form.lower()
        if entry is not None:
            self._describe(entry)

    def __getattr__(self, name: str) -> Any:
        """Ask the dictionary for what is not known yet."""
        if name not in _DESCRIBED:
            raise AttributeError(name)
        self._describe(likeliest(self.form))
        return getattr(self, name)

    def _describe(self, entry: Entry) -> None:
        self.entry = entry
        self.pos, written, self.lemma = entry
        self.features = _features(written)


@lru_cache(maxsize=_ROOM)
def _features(written: str) -> Mapping[str, str]:
    pairs = (pair.partition("=") for pair in written.split("|") if "=" in pair)
    return {name: value.partition(",")[0] for name, _, value in pairs}


class Tokens(Protocol):
    """A text and its words in order; one blank between two words is no token, other white space is."""

    @property
    def content(self) -> str:
        """The text."""

    @property
    def words(self) -> Sequence[Word]:
        """Its words; those that are alike may be one object."""

    @property
    def starts(self) -> Sequence[int]:
        """Offset in the text of each word."""

    @property
    def sentence_starts(self) -> Sequence[int]:
        """Numbers of the words that open a sentence, in order."""

    def head(self, index: int) -> int | None:
        """Number of the word that governs a word, its own for a root, `None` where nothing was parsed."""


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
        if len(self) >= _ROOM:
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

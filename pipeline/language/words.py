"""Words and sentences by one regular expression: for components that need neither razdel's care nor an article's lines.

Numbers, signs and words are tokens of their own («12.04.2022» is five), a hyphenated word is one; a sentence ends at a
line break, and at a full stop before a capital that follows neither an initial nor a common abbreviation.
"""

from __future__ import annotations

import re

from spacy.tokens import Doc
from spacy.vocab import Vocab

_TOKENS = re.compile(
    r"[^\W\d_]+(?:-[^\W\d_]+)*|\d+(?:-?[а-яё]{1,3}(?![а-яё]))?|\s+|.",
    re.DOTALL,
)
_ENDS = {".", "!", "?", "…"}
_CLOSING = {"»", '"', ")", "”"}
_ABBREVIATIONS = frozenset({
    "г", "гг", "в", "вв", "н", "э", "т", "д", "п", "ул", "им", "пр", "св", "кв", "ст", "стр", "руб", "коп", "тыс",
    "млн", "млрд", "см", "др", "р", "обл", "нач", "сер", "кон", "янв", "фев", "февр", "апр", "авг", "сен", "сент",
    "окт", "ноя", "нояб", "дек",
})  # fmt: skip


def split_words(vocab: Vocab, text: str) -> Doc:
    """Make a `Doc` with tokens and sentence starts; `doc.text` equals `text`."""
    words: list[str] = []
    spaces: list[bool] = []
    starts: list[bool] = []
    opens, ended, before = True, False, ""
    for token in _TOKENS.findall(text):
        if token == " " and words and not spaces[-1] and not words[-1].isspace():
            spaces[-1] = True
            continue
        if token.isspace():
            opens = opens or "\n" in token or "\r" in token
            words.append(token)
            starts.append(not starts)
            spaces.append(False)
            continue
        starts.append(not starts or opens or (ended and spaces[-1] and not token[0].islower()))
        words.append(token)
        spaces.append(False)
        opens = False
        if token in _ENDS:
            ended = token != "." or not (len(before) == 1 or before.lower() in _ABBREVIATIONS)
        elif token not in _CLOSING:
            ended = False
        before = token
    return Doc(vocab, words=words, spaces=spaces, sent_starts=starts)  # type: ignore[arg-type]

"""Names of people, bodies and places by slovnet's recogniser, as candidates; brackets and quotation marks cut off."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from pipeline.language.inflection import is_known_word, is_plain_word, may_be_animate
from pipeline.language.lemmas import lemma
from pipeline.language.neural import label_names
from pipeline.mentions.candidates import Candidate, Words
from pipeline.mentions.lexicon import name_lexicon

SOURCE = "slovnet-ner-news-v1"
_TYPES = {"PER": "person", "ORG": "organization", "LOC": "location"}
_CUTS = frozenset("()•·|")
_EDGES = frozenset("©®•·*«»\"“”„'().,:;!?—–-/…")


def find_names(words: Words) -> Iterator[Candidate]:
    """Yield flat names; places have the coarse type `location`."""
    spans = list(words.sentences())
    labels = label_names([_readable(words.texts[first:last]) for first, last in spans])
    for (start, _), row in zip(spans, labels, strict=True):
        for kind, first, last in _runs(row):
            for begin, end in _pieces(words, start + first, start + last):
                if not _is_no_name(words, begin, end):
                    yield Candidate(
                        first=_after_post(words, begin, end) if kind == "ORG" else begin,
                        last=end, type=_TYPES[kind], source=SOURCE, confidence=0.8,
                        kind="abbreviation" if _is_acronym(words, begin, end) else "name",
                    )  # fmt: skip


def _readable(texts: list[str]) -> list[str]:
    """A headline in capitals as the recogniser knows sentences: «Президент Беларуси встретился с генсеком ОДКБ»."""
    letters = [text for text in texts if text.isalpha() and len(text) > 1]
    if len(letters) < 4 or sum(text.isupper() for text in letters) < 0.9 * len(letters):
        return texts
    return [_in_small_letters(text) if text.isupper() and len(text) > 1 else text for text in texts]


def _in_small_letters(text: str) -> str:
    """Common words in lower case, names with one capital, unknown short words stay acronyms."""
    if is_plain_word(text):
        return text.lower()
    return text if len(text) <= 5 and not is_known_word(text) else text.title()


def _after_post(words: Words, first: int, last: int) -> int:
    """«Академик-секретарь | НАН Беларуси»: a post that opens the sentence is no part of the body."""
    post = last - first > 1 and words.opens_sentence(first) and may_be_animate(words.text(first))
    return first + 1 if post and is_plain_word(words.text(first)) else first


def _is_no_name(words: Words, first: int, last: int) -> bool:
    """A lone word that the lexicon excludes («ДТП»), or a dictionary word with the capital of its sentence."""
    if last - first > 1:
        return " ".join(words.lemma(i) for i in range(first, last)) in _phrases()
    if words.lower(first) in name_lexicon().not_body or "+" in words.text(first):
        return True
    return words.opens_sentence(first) and is_plain_word(words.text(first))


@cache
def _phrases() -> frozenset[str]:
    """The excluded phrases, word by word in the lemma."""
    found = (phrase.split() for phrase in name_lexicon().not_body_phrases)
    return frozenset(" ".join(lemma(word, "", "") for word in phrase) for phrase in found)


def _runs(labels: list[str]) -> Iterator[tuple[str, int, int]]:
    """Join B- and I- labels of one type."""
    start, kind = 0, ""
    for index, label in enumerate([*labels, "O"]):
        if kind and label != f"I-{kind}":
            yield kind, start, index
            kind = ""
        if label != "O" and not kind:
            start, kind = index, label[2:]


def _pieces(words: Words, first: int, last: int) -> Iterator[tuple[int, int]]:
    """Cut at brackets, then trim marks: «Комитет (КЧС)» is two names."""
    start = first
    for index in range(first, last + 1):
        if index == last or words.text(index) in _CUTS:
            begin, end = start, index
            while begin < end and words.text(begin) in _EDGES:
                begin += 1
            while end > begin and words.text(end - 1) in _EDGES and not _ends_initial(words, end - 1):
                end -= 1
            if begin < end:
                yield begin, end
            start = index + 1


def _ends_initial(words: Words, index: int) -> bool:
    return words.text(index) == "." and len(words.text(index - 1)) == 1 and words.is_capital(index - 1)


def _is_acronym(words: Words, first: int, last: int) -> bool:
    text = words.text(first)
    return last - first == 1 and len(text) > 1 and sum(c.isupper() for c in text) > 1 and text.isupper()

"""Whether the words of a lexicon stand in a text: lemma, number and case of its tokens against the pattern."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from pipeline.events.phrases import Phrase, Word, fold
from pipeline.events.word_features import feature
from pipeline.language.features import case_of

_ATTRIBUTES = frozenset({"ADJ", "DET", "NUM"})
_MAX_ATTRIBUTES = 3
_FOLDED = "svodka.folded_lemmas"
_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "DET", "PRON"})


def folded_lemmas(doc: Doc) -> list[str]:
    """The folded lemma of every token, made once a document: thousands of phrases are looked for in it."""
    found: list[str] | None = doc.user_data.get(_FOLDED)
    if found is None:
        found = doc.user_data[_FOLDED] = [_lexical(token) for token in doc]
    return found


def _lexical(token: Token) -> str:
    """The folded lemma as a lexicon writes it: «-летие» for «70-летие»."""
    lemma = fold(token.lemma_)
    return lemma.lstrip("0123456789") if lemma[:1].isdigit() and "-" in lemma else lemma


def matches_word(token: Token, word: Word) -> bool:
    """Whether the token is a form of the word."""
    lemma = _lexical(token)
    if lemma in word.lemmas:
        return True
    return lemma in word.plurals and (feature(token, "Number") != "Sing" or fold(token.text) == fold(word.text))


def match_phrase(doc: Doc, phrase: Phrase, start: int, *, by_case: bool = False) -> tuple[int, ...]:
    """Token indices of the phrase's words from token `start` on, empty where it does not stand there.

    Attributes may stand between the words («под домашний арест»). With `by_case` nouns must have the case that the
    phrase is written in, so that «в отставку» does not match «в отставке».
    """
    found: list[int] = []
    at = start
    for word in phrase:
        at = _next_match(doc, word, at, skip=bool(found))
        if at < 0 or (by_case and not _has_case(doc[at], word)):
            return ()
        found.append(at)
        at += 1
    return tuple(found)


def _next_match(doc: Doc, word: Word, at: int, *, skip: bool) -> int:
    for i in range(at, min(at + 1 + _MAX_ATTRIBUTES * skip, len(doc))):
        token = doc[i]
        if matches_word(token, word):
            return i
        attribute = token.pos_ in _ATTRIBUTES or (token.pos_ == "VERB" and token.dep_ == "amod")
        if not attribute and not token.is_space:
            return -1
    return -1


def _has_case(token: Token, word: Word) -> bool:
    if not word.cases or token.pos_ not in _NOMINAL:
        return True
    return case_of(token) in word.cases | {""} or fold(token.text) == fold(word.text)

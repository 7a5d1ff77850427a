"""The nominative of a post: «первого заместителя министра» gives «первый заместитель министра»."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from spacy.tokens import Doc, Token

from pipeline.entities.positions.lexicon import post_lemma, post_lexicon
from pipeline.entities.positions.phrases import PostPhrase
from pipeline.entities.spans import fold
from pipeline.language.backends import morph_analyzer
from pipeline.language.features import features
from pipeline.language.inflection import inflected

_FEMININE = ("ая", "ую", "ей", "ой", "ею", "ою")
_NOMINATIVE = frozenset({"nomn", "sing"})
_CLOSING_MARKS = frozenset({"»", "”"})
_RARE = frozenset({"временной", "основный"})  # twins of «временный», «основной» that no post has


def nominative_post(doc: Doc, phrase: PostPhrase) -> str:
    """Words of a post with its head and the adjectives before it in the nominative singular.

    What follows the head keeps its case; letters keep theirs, so «Генерального секретаря» keeps its capital.
    """
    gender = _gender(doc[phrase.head])
    words = [_inflected(doc[i], gender) for i in range(phrase.first, phrase.head) if _belongs(doc[i])]
    words.append(_inflected(doc[phrase.head], gender))
    words += _completing(doc, phrase)
    if phrase.tail is not None:
        words += doc[phrase.tail[0] : phrase.tail[1] + 1].text.split()
    return " ".join(words)


def _completing(doc: Doc, phrase: PostPhrase) -> list[str]:
    """The words behind the head; of «руководители рабочих групп» each heads one group: «рабочей группы»."""
    first = phrase.head + 1
    if first <= phrase.last and doc[first].text in _CLOSING_MARKS:
        first += 1  # the «начальник» of a band
    tokens = doc[first : phrase.last + 1]
    several = "Plur" in features(doc[phrase.head], "Number")
    if several and len(tokens) and post_lexicon().is_body(fold(tokens[-1].lemma_)):
        gender = _gender(tokens[-1])
        return [singular_genitive(token.text, gender) for token in tokens]
    if phrase.owner >= 0:
        return [token.text for token in tokens if token.i != phrase.owner]
    return tokens.text.split()


@lru_cache(maxsize=5_000)
def singular_genitive(form: str, gender: str = "femn") -> str:
    """«групп» is «группы», «рабочих» of a noun of that gender «рабочей» or «рабочего»."""
    parse = next((p for p in morph_analyzer().parse(form) if {"gent", "plur"} in p.tag), None)
    if parse is None:
        return form
    wanted = {"gent", "sing"} if parse.tag.POS == "NOUN" else {"gent", "sing", gender}
    return inflected(parse, wanted) or form


def _belongs(word: Token) -> bool:
    lemma = fold(word.lemma_)
    lexicon = post_lexicon()
    return not word.is_space and lemma not in lexicon.loose and lemma not in lexicon.tenure


def _gender(head: Token) -> str:
    parse = _noun(fold(head.lemma_)) or _noun(head.lower_)
    return str(parse.tag.gender or "masc") if parse is not None else "masc"


def _inflected(word: Token, gender: str) -> str:
    lemma = post_lemma(word)
    if lemma != fold(word.lemma_):
        lemma = _feminine(word.lower_, lemma)
        return _like(word.text, lemma)
    adjective = word.pos_ in {"ADJ", "NUM", "DET"} and not _is_noun(word.lower_, word.lemma_)
    form = _nominative_form(word.lower_, word.lemma_, adjective, gender)
    return _like(word.text, form)


def _feminine(form: str, lemma: str) -> str:
    """«заведующей» is «заведующая», «заведующему» «заведующий»."""
    if form.endswith(_FEMININE) and lemma.endswith(("ий", "ый")):
        return f"{lemma[:-2]}ая"
    return lemma


@lru_cache(maxsize=20_000)
def _nominative_form(form: str, lemma: str, adjective: bool, gender: str) -> str:
    if adjective:
        parses = [p for p in morph_analyzer().parse(form) if p.tag.POS in {"ADJF", "PRTF"}]
        parse = next((p for p in parses if p.normal_form not in _RARE), parses[0] if parses else None)
        return form if parse is None else inflected(parse, _NOMINATIVE | {gender}) or form
    for parse in morph_analyzer().parse(form):
        if parse.normal_form == lemma and parse.tag.POS in {"NOUN", "ADJF"}:
            nominative = inflected(parse, _NOMINATIVE)
            if nominative is not None:
                return nominative
    return lemma


@lru_cache(maxsize=5_000)
def _is_noun(form: str, lemma: str) -> bool:
    """A form of a listed post that is a noun whatever the tagger took it for: «смотрительницу»."""
    listed = post_lexicon().is_post(fold(lemma))
    return listed and any(p.tag.POS == "NOUN" and p.normal_form == lemma for p in morph_analyzer().parse(form))


@lru_cache(maxsize=5_000)
def _noun(word: str) -> Any:
    return next((p for p in morph_analyzer().parse(word) if p.tag.POS == "NOUN"), None)


def _like(model: str, word: str) -> str:
    """Give a word the capitals of its model."""
    if model.isupper() and len(model) > 1:
        return word.upper()
    return word[:1].upper() + word[1:] if model[:1].isupper() else word

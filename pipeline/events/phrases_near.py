"""Phrases of a lexicon in the neighbourhood of a word, and whether two words hang together."""

from __future__ import annotations

from functools import lru_cache

from spacy.tokens import Doc, Span, Token

from pipeline.events.context import in_quoted_name
from pipeline.events.phrase_matching import folded_lemmas, match_phrase
from pipeline.events.phrases import PREPOSITIONS, Phrase, fold
from pipeline.events.word_features import feature
from pipeline.language.features import case_of
from pipeline.language.sentences import sentence_of

_MAX_GAP = 3
_MAX_STRETCH = 8
_MAX_INSERTION = 4
_MEASURES = frozenset(
    ["%", "процент", "миллион", "миллиард", "тысяча", "млн", "млрд", "тыс", "тыс.", "сотня", "десяток", "пара",
     "тройка", "половина", "треть", "четверть", "часть", "доля", "ряд", "партия", "серия", "группа", "большинство",
     "остаток", "тонна", "комплект", "множество", "количество", "число", "пакет"]
)  # fmt: skip


def find_phrase_near(token: Token, phrase: Phrase) -> tuple[int, ...]:
    """Token indices of a phrase that belongs to the token: its complement, its subject, or what it is attribute of.

    Example: «подал заявление об отставке», «отставка, о которой он объявил»: the first is near «подал».
    """
    doc, openings = token.doc, phrase[0].openings
    if openings.isdisjoint(_lemmas_near(doc, token.i)):
        return ()
    nominal = len(phrase) == 1 and token.pos_ in {"NOUN", "PROPN"}
    for start, lemma in _near(doc, token.i):
        if lemma not in openings:
            continue
        found = match_phrase(doc, phrase, start, by_case=not nominal)
        if found and token.i not in found and _complements(found, phrase, token):
            return found
    return ()


def _complements(found: tuple[int, ...], phrase: Phrase, token: Token) -> bool:
    """A verb's object stands without a preposition of its own: «открыли музей», not «открыли в музее»."""
    doc, last = token.doc, token.doc[found[-1]]
    bare = phrase[0].text.lower() not in PREPOSITIONS
    if bare and token.pos_ in {"VERB", "AUX"} and (_has_preposition(last) or _has_preposition(last.head)):
        return False
    if last.pos_ in {"NOUN", "PROPN"} and in_quoted_name(doc[found[0]]):
        return False
    if bare and token.pos_ in {"VERB", "AUX"} and len(found) == 1 and last.pos_ in {"NOUN", "PROPN"}:
        return (
            last.head == token
            or token.head == last
            or _is_measured(last, token)
            or _shares_modal(last, token)
            or _in_one_stretch(last, token)
        )
    return belongs_to(last, token)


def _shares_modal(noun: Token, verb: Token) -> bool:
    """«результаты должны появиться», «может открыться центр»: the subject hangs on the modal word."""
    return verb.dep_ == "xcomp" and noun.head == verb.head and (noun.i < verb.i or noun.dep_ == "nsubj")


def _in_one_stretch(noun: Token, verb: Token) -> bool:
    """An accusative with no verb and no comma between, or what a passive agrees with, wherever the tree hung it.

    Example: «[движение] по дороге Терскол – Азау закрыто», «[документ] Палата рассмотрит завтра».
    """
    low, high = sorted((noun.i, verb.i))
    acted_on = case_of(noun) == "Acc" or (noun.i < verb.i and _agrees_with_passive(noun, verb))
    near = 0 < high - low <= _MAX_STRETCH and acted_on
    between = _without_insertion(noun.doc[low + 1 : high])
    return near and not any(_breaks_stretch(t) for t in between)


def _without_insertion(between: Span) -> list[Token]:
    """The words between without one of a few words in commas: «школа[, впрочем,] открыта»."""
    commas = [t.i for t in between if t.text == ","]
    if len(commas) != 2 or commas[1] - commas[0] > _MAX_INSERTION:
        return list(between)
    return [t for t in between if not commas[0] <= t.i <= commas[1]]


def _breaks_stretch(token: Token) -> bool:
    return (token.is_punct and token.text not in {"«", "»", "–", "—"}) or token.pos_ in {"VERB", "AUX", "CCONJ"}


def _agrees_with_passive(noun: Token, verb: Token) -> bool:
    short = feature(verb, "Variant") == "Short" and case_of(noun) == "Nom"
    same_gender = feature(verb, "Number") == "Plur" or feature(verb, "Gender") == feature(noun, "Gender")
    return short and feature(verb, "Number") == feature(noun, "Number") and same_gender


def _is_measured(noun: Token, verb: Token) -> bool:
    """«открыли две школы», «набрала 12 % голосов», «школы и сады закрыты»: a number, a measure, a conjunct between."""
    counted = noun.head.pos_ == "NUM" or noun.dep_ in {"conj", "nummod", "nummod:gov"}
    measured = fold(noun.head.lemma_) in _MEASURES and case_of(noun) in {"Gen", ""}
    return noun.head.head == verb and (counted or measured)


def _has_preposition(word: Token) -> bool:
    return word.pos_ not in {"VERB", "AUX"} and any(c.pos_ == "ADP" and c.i < word.i for c in word.children)


@lru_cache(maxsize=64)  # many phrases are looked for around one word
def _near(doc: Doc, index: int) -> tuple[tuple[int, str], ...]:
    """The other words of the sentence with their folded lemmas, the nearest first, at most fifteen to either side."""
    sentence, lemmas = sentence_of(doc[index]), folded_lemmas(doc)
    around = (place for distance in range(1, 16) for place in (index + distance, index - distance))
    return tuple((place, lemmas[place]) for place in around if sentence.start <= place < sentence.end)


@lru_cache(maxsize=64)
def _lemmas_near(doc: Doc, index: int) -> frozenset[str]:
    """What stands around a word: most of the many phrases that are looked for there have none of it."""
    return frozenset(lemma for _, lemma in _near(doc, index))


def belongs_to(word: Token, token: Token) -> bool:
    """Whether two words hang together: by the tree in at most three steps, or side by side without a break."""
    if word.head == token or token.head == word:
        return True
    if word.head == token.head and "xcomp" in {word.dep_, token.dep_}:
        return True  # «размещение может состояться», «результаты должны появиться»
    if word.head == token.head and word.dep_ == "nsubj" and token.pos_ in {"NOUN", "PROPN"}:
        return True  # «суд приступил к слушаниям»
    if word.head.head == token and word.head.pos_ not in {"VERB", "AUX"}:
        return True
    return _adjacent(word, token)


def _adjacent(word: Token, token: Token) -> bool:
    low, high = sorted((word.i, token.i))
    between = [t for t in word.doc[low + 1 : high] if not t.is_space]
    return len(between) <= _MAX_GAP and not any(t.is_punct or t.pos_ in {"VERB", "SCONJ"} for t in between)

"""Verbs above an event noun whose subject has a part in the event: «на заседании доложил», «выступил с просьбой»."""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.events.arguments.lexicon import argument_lexicon
from pipeline.events.arguments.phrases import Phrase
from pipeline.events.arguments.reading import Reading

_OUTCOMES = frozenset({"результат", "итог"})


def acts_in(reading: Reading, token: Token, verb: Token) -> bool:
    """Whether the subject of the verb takes part in what the noun names.

    Args:
        reading: the article.
        token: the event noun.
        verb: the verb that it hangs on, directly or by a noun such as «ход».
    """
    return any(rule(reading, token, verb) for rule in (_at_the_event, _announced, _brought))


def _at_the_event(reading: Reading, token: Token, verb: Token) -> bool:
    """Whether what the governor tells is done there: «[на] заседании доложил», «[в ходе] встречи отметил».

    «После победы в матче Орлов сказал»: the victory was won there, not the word said.
    """
    phrase = reading.phrase_at.get(token.i)
    noun = token.head
    if noun not in {verb, token} and noun.pos_ == "NOUN" and noun.lemma_ not in argument_lexicon().frames:
        return False
    if phrase is None or reading.doc[phrase.head].lemma_ in _OUTCOMES:
        return False  # «в результате налёта [Орлов] освобождён»
    return phrase.preposition in {"в", "во", "на"} and phrase.case == "Loc"


def _announced(reading: Reading, token: Token, verb: Token) -> bool:
    """Whether one speaks of an act of one's own: «[«Заря»] объявила о покупке завода»."""
    phrase = reading.phrase_at.get(token.i)
    about = phrase is not None and phrase.preposition in {"о", "об"} and phrase.case == "Loc"
    return about and verb.lemma_ in argument_lexicon().announcing


def _brought(reading: Reading, token: Token, verb: Token) -> bool:
    """Whether one comes with it: «[Анна Лин] выступила с предложением», «[Иран и Ирак] обменялись ударами»."""
    phrase = reading.phrase_at.get(token.i)
    if phrase is not None and not phrase.preposition and phrase.case == "Ins":
        return verb == token.head and verb.lemma_ in argument_lexicon().exchanging
    if phrase is not None and (phrase.preposition in {"в", "во"} or _sets_about(phrase)):
        return verb == token.head and verb.lemma_ in argument_lexicon().joining
    brought = phrase is not None and phrase.preposition in {"с", "со"} and phrase.case == "Ins"
    return brought and verb == token.head and verb.lemma_ in argument_lexicon().bringing


def _sets_about(phrase: Phrase) -> bool:
    """«[Следственный комитет] взялся за проверку», «[депутаты] сошлись на заседание»."""
    return phrase.preposition in {"за", "на"} and phrase.case == "Acc"

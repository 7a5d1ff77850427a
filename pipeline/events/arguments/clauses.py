"""Clauses by punctuation and predicates: the stretch of words in which a verb's arguments stand."""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.events.arguments.lexicon import argument_lexicon
from pipeline.events.arguments.reading import Reading
from pipeline.events.arguments.verb_forms import is_participle, is_predicate
from pipeline.language.features import features
from pipeline.language.sentences import sentence_of

_BORDERS = frozenset({",", ";", ":", "—", "–", "-", "(", ")", "«", "»", "“", "”"})


def clause_bounds(reading: Reading, token: Token) -> tuple[int, int]:
    """First token of the clause and the index behind its last.

    The clause of a word reaches over enumerations and inserted names and ends at a border with another predicate on
    its far side: «встреча, [которая прошла в Минске], завершилась».
    """
    found = reading.clauses.get(token.i)
    if found is None:
        sentence = sentence_of(token)
        found = _left(reading, token, sentence.start), _right(reading, token, sentence.end)
        reading.clauses[token.i] = found
    return found


def _left(reading: Reading, token: Token, first: int) -> int:
    doc, attributive = reading.doc, is_participle(token)
    seen = attributive or is_predicate(token)
    start = token.i
    for index in range(token.i - 1, first - 1, -1):
        word = doc[index]
        if word.lemma_ in argument_lexicon().clause_openers and _after_border(reading, index, first):
            return index
        if seen and _opens_its_own(word, token):
            return _behind_border(reading, index + 1, token.i)
        if attributive and _is_border(reading, index):
            return index + 1
        seen = seen or is_predicate(word)
        start = index
    return start


def _opens_its_own(word: Token, token: Token) -> bool:
    """«суд [решил], что мост закроют»: a predicate to the left with a clause of its own."""
    own = is_predicate(word) and word.dep_ not in {"xcomp", "aux:pass", "aux", "cop"}
    return own and not _chained(word, token) and not _inserted(word)


def _right(reading: Reading, token: Token, last: int) -> int:
    doc, attributive = reading.doc, is_participle(token)
    seen = attributive or is_predicate(token)
    for index in range(token.i + 1, last):
        word = doc[index]
        if attributive and _is_border(reading, index):
            return index
        if word.lemma_ in argument_lexicon().clause_openers and _after_border(reading, index, token.i):
            return index
        if _is_border(reading, index) and index + 1 < last and is_participle(doc[index + 1]):
            return index
        if is_predicate(word) and not _chained(word, token):
            if seen:
                return _before_border(reading, index, token.i + 1)
            seen = True
    return last


def _chained(word: Token, token: Token) -> bool:
    """Auxiliaries and the infinitive of a modal belong to one clause."""
    linked = word.head == token or token.head == word
    return word.dep_ in {"aux", "aux:pass", "cop"} or (
        linked and ("Inf" in features(word, "VerbForm") or "Inf" in features(token, "VerbForm"))
    )


def _inserted(word: Token) -> bool:
    """«[Напомним], с мужем, тренером Иваном Орловым, она развелась в мае»: a word to the reader is no clause."""
    first_plural = "1" in features(word, "Person") and "Plur" in features(word, "Number")
    return first_plural and word.i == sentence_of(word).start


def _is_border(reading: Reading, index: int) -> bool:
    if reading.doc[index].text not in _BORDERS or index in reading.covering:
        return False
    return not _quotes_a_name(reading, index)


def _quotes_a_name(reading: Reading, index: int) -> bool:
    """«гитарист, ради [«]Мыса[»] прилетевший в среду»: the quotation marks of a name part nothing."""
    text = reading.doc[index].text
    return (text in {"«", "“"} and index + 1 in reading.covering) or (
        text in {"»", "“"} and index - 1 in reading.covering
    )


def _after_border(reading: Reading, index: int, first: int) -> bool:
    """Whether a conjunction stands behind a comma, at most a preposition between: «, в которой»."""
    return index == first or any(_is_border(reading, i) for i in range(max(first, index - 2), index))


def _behind_border(reading: Reading, start: int, end: int) -> int:
    """The last border or conjunction between another predicate and the clause."""
    for index in range(end - 1, start - 1, -1):
        if _is_border(reading, index) or reading.doc[index].lower_ in {"и", "а", "но"}:
            return index + 1
    return start


def _before_border(reading: Reading, end: int, start: int) -> int:
    for index in range(start, end):
        joint = _is_border(reading, index) or reading.doc[index].lower_ in {"и", "а", "но"}
        if joint and index not in reading.phrase_at:
            return index
    return end

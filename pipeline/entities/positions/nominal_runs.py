"""The nominal words that run up to a name, or on behind it, without a verb or a stranger's name."""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.entities.positions.lexicon import post_lemma, post_lexicon
from pipeline.entities.positions.plain_verbs import is_plain_verb
from pipeline.entities.spans import Named, NamedSpans, fold
from pipeline.language.sentences import sentence_of

_REACH = 40
JOINS = frozenset({",", "–", "—", "-"})
_INSIDE = frozenset({"и", "«", "»", "„", "“", "”", '"'})
_PREPOSITIONS = frozenset({"по", "в", "во", "на", "при", "за", "от", "из"})
_SAYING = frozenset({"слово", "мнение", "данные", "оценка", "информация", "сведение", "версия"})
_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "DET", "X"})


def left_edge(named: NamedSpans, person: Named) -> int:
    """First token of the nominal words that run up to the name without a verb or a stranger's name."""
    floor = max(0, person.first - _REACH, sentence_of(named.doc[person.first]).start)
    edge = person.first
    while edge > floor and (start := _start(named, person, edge - 1, floor)) is not None:
        edge = start
    return edge


def _start(named: NamedSpans, person: Named, index: int, floor: int) -> int | None:
    """First token of the name, of the brackets or of the word that ends at a token; `None` where the run ends there."""
    mention, token = named.at(index), named.doc[index]
    if mention is not None:
        stranger = mention.is_person and mention.last != person.first - 1
        return None if stranger else mention.first
    if token.text == ")":
        opening = _opening(named, index, floor)
        return None if opening is None or _is_of_stranger(named, opening) else opening
    return index if _belongs(token) else None


def _opening(named: NamedSpans, index: int, floor: int) -> int | None:
    return next((i for i in range(index - 1, max(floor, index - 8), -1) if named.doc[i].text == "("), None)


def _is_of_stranger(named: NamedSpans, opening: int) -> bool:
    """«Иван Орлов (директор завода), [Анна Ли]»: what stands in brackets is said of the name before them."""
    before = named.at(opening - 1) if opening else None
    return before is not None and before.is_person


def right_edge(named: NamedSpans, start: int) -> int:
    """Token behind the nominal words that begin at `start`."""
    doc = named.doc
    end = min(len(doc), start + _REACH, sentence_of(doc[start]).end)
    index = start
    while index < end:
        mention = named.at(index)
        if mention is not None and not mention.is_person:
            index = mention.last + 1
            continue
        token = doc[index]
        if token.text in JOINS or mention is not None or not _belongs(token):
            break
        index += 1
    return index


def _belongs(token: Token) -> bool:
    text = token.lower_
    if fold(token.lemma_) in _SAYING and token.i and token.doc[token.i - 1].lower_ == "по":
        return False
    if text in JOINS or text in _INSIDE or text in _PREPOSITIONS:
        return True
    lemma = fold(token.lemma_)
    lexicon = post_lexicon()
    listed = (lexicon.titles, lexicon.loose, lexicon.tenure)
    if lexicon.is_post(post_lemma(token)) or any(lemma in words for words in listed):
        return True
    return token.pos_ in _NOMINAL and not token.is_space and not is_plain_verb(text)

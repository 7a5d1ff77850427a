"""What shows without a noun before the marks that a quoted name is a body: what it does, where it is from.

«саратовский «Волжанин»», ««Семь ветров» отозвали акцию», «разработчик софта «Логика-Про»», «матч «Сокола» и «Зари»».
"""

from __future__ import annotations

from pipeline.mentions.adjectives import entries_by_adjective
from pipeline.mentions.candidates import Words
from pipeline.mentions.dateline_agencies import in_dateline
from pipeline.mentions.gazetteer_in_use import load_gazetteer
from pipeline.mentions.lexicon import name_lexicon

_JOINTS = frozenset({"и", "или", "с", "со", "против"})
_MARKS = frozenset('«»"“”„')


def is_local(words: Words, first: int) -> bool:
    """An adjective of a place before the marks: «вологодский «Сухонский кузнец»», «иранская «Каспиан лайнз»»."""
    at = first - 2
    return (
        words.joined(at, first) and words.pos(at) == "ADJ" and words.lemma(at) in entries_by_adjective(load_gazetteer())
    )


def acts(words: Words, first: int, last: int) -> bool:
    """The subject of what only people and bodies do: ««Семь ветров» отозвали акцию», no film and no ship does that."""
    if words.pos(first - 2) in {"NOUN", "PROPN", "ADJ"} and words.joined(first - 2, first):
        return False
    verbs = (words.tokens[i].head for i in range(first, last) if words.tokens[i].dep_ == "nsubj")
    return any(verb.lemma_.replace("ё", "е") in name_lexicon().agent_verbs for verb in verbs)


def is_makers(words: Words, first: int) -> bool:
    """A noun in the genitive between the body's noun and the marks: «разработчик софта «Логика-Про»»."""
    at = first - 2
    if not words.joined(at - 1, first) or words.pos(at) != "NOUN" or words.case(at) != "Gen":
        return False
    return words.pos(at - 1) == "NOUN" and words.lemma(at - 1) in name_lexicon().quoted["body"]


def stands_with_body(words: Words, first: int) -> bool:
    """Joined to a quoted name that a body's noun introduces: «матч «Сокола» и «Зари»», «партии «Луч» и «Дом»»."""
    joint = first - 2
    if words.lower(joint) not in _JOINTS or words.text(joint - 1) not in _MARKS or not words.joined(joint - 1, first):
        return False
    opening = joint - 2
    while words.joined(opening, first) and words.text(opening) not in _MARKS:
        opening -= 1
    return words.joined(opening - 1, first) and words.lemma(opening - 1) in name_lexicon().quoted["body"]


def is_source(words: Words, first: int, last: int) -> bool:
    """Between strokes of a dateline or a line of sources: «ПЕРМЬ, 5 мая. /«Камский берег»/», «18:40 | «Заря»»."""
    before, after = first - 2, last + 1
    if words.text(before) in {"—", "–", "-", "."} and words.text(after) in {".", "-", "—", "–"}:
        return in_dateline(words, before)
    if words.text(before) not in {"|", "/", "//"}:
        return False
    return words.text(after) in {"|", "/", "//", "."} or not words.joined(before, after)

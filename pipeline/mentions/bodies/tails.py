"""The genitive or «по …» tail of a body: «Комитет | по чрезвычайным ситуациям и гражданской обороне»."""

from __future__ import annotations

from pipeline.language.inflection import may_be_adjective, may_be_animate, readings
from pipeline.mentions.bodies.heads import head_strength
from pipeline.mentions.candidates import Words
from pipeline.mentions.lexicon import NameLexicon

_MAX_TAIL = 9


def tail_end(words: Words, at: int, taken: frozenset[int], lexicon: NameLexicon) -> int:
    """End of the tail: «Министерство | энергетики и промышленности», «Комитет | по чрезвычайным ситуациям»."""
    start, last = at, at
    wanted = {"Gen"}
    while at - start < _MAX_TAIL and words.joined(at, start - 1) and at not in taken:
        if words.lower(at) == "по" and at == start and _is_tail_word(words, at + 1, {"Dat"}, taken, lexicon):
            wanted = {"Dat", "Gen"}
        elif words.lower(at) == "на" and words.lower(at + 1) == "транспорте":
            return at + 2
        elif _is_tail_word(words, at, wanted, taken, lexicon):
            last = at + 1 if words.pos(at) in {"NOUN", "PROPN"} else last
        elif words.lower(at) != "и" or last != at:
            break
        at += 1
    return last


def _is_tail_word(words: Words, at: int, cases: set[str], taken: frozenset[int], lexicon: NameLexicon) -> bool:
    if at >= len(words) or at in taken or words.case(at) not in cases or not words.text(at)[0].isalpha():
        return False
    if words.pos(at) not in {"NOUN", "ADJ", "PROPN", "VERB"} or words.text(at).isupper() or _is_finite(words.text(at)):
        return False
    if words.is_capital(at) and (head_strength(words, at, lexicon) or not _continues_capitals(words, at)):
        return False
    return words.lemma(at) not in lexicon.tail_stops and not _is_someone(words, at)


def _is_finite(word: str) -> bool:
    """«Институт степи | предупреждал»: a form that only verbs have, whatever case the tagger gave it."""
    parses = readings(word)
    return bool(parses) and all(parse.tag.POS in {"VERB", "INFN", "GRND"} for parse in parses)


def _is_someone(words: Words, at: int) -> bool:
    """One person ends the tail: «в больнице | пациента», unlike «комиссия по правам человека», «суд по делам детей»."""
    if words.pos(at) != "NOUN" or words.is_capital(at) or words.feature(at, "Number") != "Sing":
        return False
    if words.lemma(at) in {"человек", "ребенок", "потребитель", "мать", "семья"}:
        return False
    return words.feature(at, "Animacy") == "Anim" and may_be_animate(words.text(at))


def _continues_capitals(words: Words, at: int) -> bool:
    """«Общество Красного Полумесяца»: an adjective, or a noun behind one, may have a capital in the tail."""
    return may_be_adjective(words.text(at)) or may_be_adjective(words.text(at - 1)) or words.is_capital(at - 1)

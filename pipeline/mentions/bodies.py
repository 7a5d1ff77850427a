"""Names of bodies by their grammar: a head noun, the adjectives before it, the genitive or «по …» tail behind it.

«Имеретинское управление патрульной полиции», «Комитет по чрезвычайным ситуациям и гражданской обороне»,
«Видземский районный суд». What follows by name («Риги», «ЕЭК») is attached in `attachment`.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

from pipeline.language.inflection import is_plain_word, may_be_adjective, may_be_animate, readings
from pipeline.mentions.candidates import Candidate, Words
from pipeline.mentions.gazetteer import Gazetteer, load_gazetteer
from pipeline.mentions.lexicon import NameLexicon, name_lexicon
from pipeline.mentions.stems import stem

SOURCE = "rule.body-phrase"
MAX_TAIL = 9


def find_body_phrases(words: Words, taken: frozenset[int]) -> Iterator[Candidate]:
    """Yield the phrases around head nouns that may name a body.

    Args:
        words: the article.
        taken: words of people and places, which no adjective or tail may be.

    A phrase without a capital («суд») comes with the kind `nominal`: only a name behind it makes it a name.
    """
    lexicon = name_lexicon()
    for index in range(len(words)):
        head = head_strength(words, index, lexicon)
        if head and not _is_excluded(words, index, lexicon):
            yield _phrase(words, index, head, taken, lexicon)


def find_composed(words: Words) -> Iterator[Candidate]:
    """Yield names composed of shortened words: «Кыргызгидромет», «Госпромнадзор»."""
    for index, text in enumerate(words.texts):
        if (
            text[:1].isupper()
            and text[1:].islower()
            and (_is_composed(stem(text), words.lower(index)) or _is_bank(text))
        ):
            yield Candidate(first=index, last=index + 1, type="organization", source="rule.composed-name")


def _is_bank(text: str) -> bool:
    """«Уралпромбанк», «Белвнешэкономбанк», unlike «Центробанк» and other words of the dictionary."""
    shortened = stem(text)
    return shortened.endswith("банк") and len(shortened) > 6 and not is_plain_word(text)


@lru_cache(maxsize=1 << 14)
def _is_composed(shortened: str, word: str) -> bool:
    lexicon = name_lexicon()
    for start in lexicon.composed_starts:
        rest = shortened.removeprefix(start)
        if rest != shortened and any(rest == stem(end) or word == start + end for end in lexicon.composed_ends):
            return True
    return False


def _is_excluded(words: Words, head: int, lexicon: NameLexicon) -> bool:
    """«Лига чемпионов», «совет директоров»: a contest, a part of any company."""
    return any(
        f"{words.lemma(head)} {behind}" in lexicon.not_body_phrases
        for behind in (words.lower(head + 1), words.lemma(head + 1))
    )


def head_strength(words: Words, index: int, lexicon: NameLexicon) -> str:
    """`acronym`, `strong` or `weak` for a word that heads the name of one body; empty for any other word."""
    lemma = words.lemma(index)
    if words.text(index) in lexicon.acronym_heads:
        return "acronym"
    if words.pos(index) not in {"NOUN", "PROPN"}:
        return ""
    if words.text(index - 1) in {"«", '"', "„"} and words.text(index + 1) in {"»", '"', "“"}:
        return ""
    if words.feature(index, "Number") == "Plur" and lemma not in lexicon.plural_heads:
        return ""
    return next((strength for strength in ("strong", "weak") if lemma in lexicon.body_heads[strength]), "")


def _phrase(words: Words, head: int, strength: str, taken: frozenset[int], lexicon: NameLexicon) -> Candidate:
    first = _left_edge(words, head, taken, lexicon)
    named = first < head if strength == "acronym" else _is_named(words, first, head, lexicon)
    last = tail_end(words, head + 1, taken, lexicon) if named and strength != "acronym" else head + 1
    if named and strength != "acronym" and _is_bare(words, first, head, last, lexicon):
        first, named, last = head, False, head + 1
    return Candidate(
        first=first, last=last, type="organization", source=f"{SOURCE}.{strength}", confidence=0.85,
        kind="name" if named else "nominal",
    )  # fmt: skip


def _left_edge(words: Words, head: int, taken: frozenset[int], lexicon: NameLexicon) -> int:
    """The first of the adjectives that belong to the name: «вчера | Центральный районный суд».

    Before a capital no adjective in lower case belongs: «региональное | ГУ МЧС», «районная | Исполнительная власть».
    """
    first = head
    acronym = words.text(head).isupper()
    at = head - 1
    while words.joined(at, head) and at not in taken and _is_adjective_of(words, at, head):
        if words.is_capital(at):
            first = at
        elif words.lemma(at) in lexicon.body_adjectives and not acronym:
            if words.is_capital(first):
                break
            first = at
        elif not words.is_capital(at - 1):
            break
        at -= 1
    return first


def _is_adjective_of(words: Words, index: int, noun: int) -> bool:
    """An adjective, also one that the tagger took for a name, in the case of the noun."""
    if not words.text(index)[0].isalpha() or words.pos(index) == "DET" or not may_be_adjective(words.text(index)):
        return False
    cases = {words.case(index), words.case(noun)}
    return words.pos(index) != "ADJ" or len(cases) == 1 or "" in cases or words.text(noun).isupper()


def _is_named(words: Words, first: int, head: int, lexicon: NameLexicon) -> bool:
    """A capital, or an adjective that is enough by itself."""
    if any(words.lemma(i) in lexicon.body_adjectives_enough for i in range(first, head)):
        return True
    if _is_local(words, first, head, lexicon):
        return True
    return words.lemma(head) in lexicon.alone_heads or any(words.is_capital(i) for i in range(first, head + 1))


def _is_local(words: Words, first: int, head: int, lexicon: NameLexicon) -> bool:
    """A body of the place spoken of: «областное правительство», «городской суд»."""
    return first < head and words.lemma(head) in lexicon.local_heads and words.lemma(first) in lexicon.local_adjectives


def _is_bare(words: Words, first: int, head: int, last: int, lexicon: NameLexicon) -> bool:
    """The capital comes from the beginning of the sentence: «Комиссия прибыла», «Совместная рабочая группа»."""
    if not words.opens_sentence(first):
        return False
    if any(words.is_capital(i) for i in range(first + 1, head + 1)):
        return False
    if first == head:
        return last <= head + 2 and words.lemma(head) not in lexicon.alone_heads
    lemma = words.lemma(first)
    if _is_local(words, first, head, lexicon):
        return False
    if lemma in lexicon.not_name_adjectives or (last == head + 1 and lemma in _nationalities(load_gazetteer())):
        return True
    return not (
        lemma in lexicon.body_adjectives
        or (lemma.endswith(("ский", "цкий", "ской", "цкой")) and not lemma.endswith("ческий"))
    )


@cache
def _nationalities(gazetteer: Gazetteer) -> frozenset[str]:
    """«Японская полиция» opening a sentence is no name."""
    entries = gazetteer.entries.values()
    return frozenset(adjective for entry in entries if entry.type == "country" for adjective in entry.adjectives)


def tail_end(words: Words, at: int, taken: frozenset[int], lexicon: NameLexicon) -> int:
    """End of the tail: «Министерство | энергетики и промышленности», «Комитет | по чрезвычайным ситуациям»."""
    start, last = at, at
    wanted = {"Gen"}
    while at - start < MAX_TAIL and words.joined(at, start - 1) and at not in taken:
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

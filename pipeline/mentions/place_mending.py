"""What the recogniser took for a place, mended: posts and common nouns cut off, plain adjectives left out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from pipeline.language.inflection import is_plain_word, may_be_adjective, may_be_animate
from pipeline.mentions.bodies.heads import head_strength
from pipeline.mentions.candidates import Candidate, Words
from pipeline.mentions.describing import is_description
from pipeline.mentions.lexicon import name_lexicon

_ARTICLE = re.compile(r"[аэ](?:ль|[днрстшз])-[А-ЯЁ][а-яё]+")


def mend_places(words: Words, found: Iterable[Candidate]) -> Iterator[Candidate]:
    """Cut a common noun off the end of a place («в Охуде | мост»), take in what an Arabic article joins to it."""
    for place in (_without_post(words, _without_description(words, place)) for place in found):
        last = place.last
        while last - place.first > 1 and not words.is_capital(last - 1) and not may_be_adjective(words.text(last - 2)):
            last -= 1
        body = any(head_strength(words, i, name_lexicon()) for i in range(place.first, last))
        model = last - place.first == 1 and any(c.isdigit() for c in words.text(place.first))
        if _is_described(words, place.first, last) or _is_nobody(words, place.first, last):
            continue
        if words.is_capital(place.first) and not body and not model and not _is_plain_adjective(words, place):
            yield replace(place, last=_over_articles(words, last))


def cut_trailing_people(
    words: Words, places: Iterable[Candidate], people: Iterable[Candidate], listed: Iterable[Candidate]
) -> Iterator[Candidate]:
    """«В Туркестане | Ахметжанов побеседовал»: a known place, and behind it somebody whom the article names in full."""
    surnames = {c.first for c in people if c.source == "rule.repeated-name"}
    known = {c.span for c in listed if c.is_place}
    for place in places:
        last = place.last - 1
        whole = last not in surnames or (place.first, last) not in known or words.case(last) != "Nom"
        yield place if whole else replace(place, last=last)


def _over_articles(words: Words, last: int) -> int:
    """«Дейр | эз-Зор», «Умм | эс-Сардж эль-Кибли»: the recogniser ends a name before an article in small letters."""
    while _ARTICLE.fullmatch(words.text(last)):
        last += 1
    return last


def _without_description(words: Words, place: Candidate) -> Candidate:
    """«Соседняя | Инта»."""
    described = place.last - place.first > 1 and is_description(words, place.first)
    return replace(place, first=place.first + 1) if described else place


def _without_post(words: Words, place: Candidate) -> Candidate:
    """«Посол | Республики Корея»: a post with a capital is no part of the place."""
    post = place.last - place.first > 1 and is_plain_word(words.text(place.first))
    someone = post and words.feature(place.first, "Animacy") == "Anim" and may_be_animate(words.text(place.first))
    genitive = words.case(place.first + 1) == "Gen" and words.is_capital(place.first + 1)
    return replace(place, first=place.first + 1) if someone and genitive else place


def _is_described(words: Words, first: int, last: int) -> bool:
    """An adjective with a noun that names no place: «Ереванского гарнизона», «Северной столице»."""
    noun = words.lemma(last - 1)
    common = last - first > 1 and not words.is_capital(last - 1) and may_be_adjective(words.text(last - 2))
    return common and not name_lexicon().place_type(noun)


def _is_nobody(words: Words, first: int, last: int) -> bool:
    """«На Крещение», «к Новрузу»: a holiday; not «остров Пасхи»."""
    lexicon = name_lexicon()
    alone = last - first == 1 and words.lemma(first - 1) not in lexicon.place_words
    return alone and words.lemma(first) in lexicon.not_person


def _is_plain_adjective(words: Words, place: Candidate) -> bool:
    """«Ровной земли»: the recogniser took the first word of a sentence for a place."""
    return place.last - place.first == 1 and words.opens_sentence(place.first) and words.pos(place.first) == "ADJ"

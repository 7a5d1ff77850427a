"""Where a body works: «УФСБ | по Кабардино-Балкарии», «посольство Чехии | в Перу», «администрация | города Твери»."""

from __future__ import annotations

from pipeline.mentions.attachment.links import Links
from pipeline.mentions.attachment.ownership import is_closed
from pipeline.mentions.candidates import Candidate, Words
from pipeline.mentions.lexicon import name_lexicon

_GENERIC_PLACE = frozenset({"город", "муниципий", "муниципия", "сектор", "село", "поселок", "г", "город-герой"})


def attach_region(links: Links, body: Candidate, at: int) -> int | None:
    """«УФСБ | по Кабардино-Балкарии»; in «ГУ МЧС России по Приморскому краю» the place is that of the ГУ."""
    words = links.words
    if words.lower(at) != "по" or not any(_is_regional(words, i) for i in range(body.first, body.last)):
        return None
    inner = body.first > 0 and words.joined(body.first - 1, at) and _is_regional(words, body.first - 1)
    return None if inner else _regional_end(links, at + 1)


def _is_regional(words: Words, index: int) -> bool:
    """«УФСБ», «управление»: a word of a body that has branches in regions."""
    heads = name_lexicon().regional_heads
    return words.lower(index) in heads or words.lemma(index) in heads


def _regional_end(links: Links, at: int) -> int | None:
    """End of the places after «по»: «по городу Казани», «по КБР», «по Санкт-Петербургу и Ленобласти»."""
    if links.words.lemma(at) in _GENERIC_PLACE:
        at += 1
    link = links.by_first.get(at)
    if link is None or not link.is_place:
        return None
    second = links.by_first.get(link.last + 1) if links.words.lower(link.last) == "и" else None
    return second.last if second and second.is_place and _is_dative(links.words, second.candidate) else link.last


def _is_dative(words: Words, place: Candidate) -> bool:
    cases = place.cases or {words.case(place.last - 1)}
    return bool(cases & {"datv", "Dat"})


def attach_abroad(links: Links, body: Candidate, at: int) -> int | None:
    """«посольство Чехии | в Перу», «миссия ЮНЕСКО | в Мали»; the owner or an adjective must be told."""
    words = links.words
    if words.lower(at) not in {"в", "во", "при"} or words.lemma(body.first) not in name_lexicon().abroad_heads:
        return None
    link = links.by_first.get(at + 1)
    owned = at > body.first + 1
    if link is None or not owned or not words.joined(body.first, at + 1):
        return None
    return link.last if link.is_place == (words.lower(at) != "при") else None


def attach_generic_place(links: Links, body: Candidate, at: int) -> int | None:
    """«администрация | города Твери», «примэрия | муниципия Кишинёв»."""
    words = links.words
    if words.lemma(at) in _GENERIC_PLACE and words.case(at) in {"Gen", ""} and not is_closed(body):
        after = at + 2 if words.text(at + 1) == "." else at + 1
        following = links.by_first.get(after)
        return following.last if following and following.is_place else None
    return None

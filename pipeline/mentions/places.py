"""Names of places: those of the gazetteer that the context does not forbid, and noun phrases around a place noun.

«Иглинский район», «Ворухский анклав», «улица Барыкина», «ледник Голубина»; «Баткенская и Согдийская области».
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from pipeline.language.inflection import is_plain_word, may_be_adjective, may_be_animate, readings
from pipeline.mentions.bodies.heads import head_strength
from pipeline.mentions.candidates import Candidate, Words
from pipeline.mentions.lexicon import NameLexicon, name_lexicon

SOURCE = "rule.place-phrase"
_PLACE_PREPOSITIONS = frozenset({"в", "во", "из", "под", "до", "через", "близ", "около", "у", "над", "за", "на"})
_LONGEST_PLACE = 3  # words
_MONTHS = frozenset(
    {"январь", "февраль", "март", "апрель", "май", "июнь", "июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь"}
)
_ROAD = re.compile(r"[А-ЯA-Z]{1,2}-?\d{1,4}")


def find_place_phrases(words: Words) -> Iterator[Candidate]:
    """Yield noun phrases that name a place."""
    lexicon = name_lexicon()
    for index in range(len(words)):
        kind = lexicon.place_type(words.lemma(index))
        if kind and not words.text(index).isupper():
            yield from _adjective_phrase(words, index, kind)
            yield from _shared_noun(words, index, kind)
        proper = kind == "facility" and words.is_capital(index) and not words.opens_sentence(index)
        if words.lemma(index) in lexicon.place_heads_before or words.lower(index) in {"ул", "пр"} or proper:
            yield from _named_after(words, index, lexicon)


def _adjective_phrase(words: Words, head: int, kind: str) -> Iterator[Candidate]:
    """«Уссурийский городской округ»: adjectives with a capital, then those without."""
    first = head
    while (
        words.joined(first - 1, head)
        and (words.pos(first - 1) in {"ADJ", "PROPN"} or _is_relational_name(words, first - 1))
        and _is_adjective(words, first - 1)
    ):
        first -= 1
        if words.is_capital(first) and words.pos(first) == "PROPN" and not _is_adjective(words, first - 1):
            break
    while first < head and not words.is_capital(first):
        first += 1
    if first < head and not (words.opens_sentence(first) and not _is_relational(words, first)):
        yield Candidate(first=first, last=head + 1, type=kind, source=f"{SOURCE}.adjective")


def _is_adjective(words: Words, index: int) -> bool:
    return index >= 0 and words.text(index)[0].isalpha() and may_be_adjective(words.text(index))


def _is_relational(words: Words, index: int) -> bool:
    """«Иглинский», unlike «Новый», opens a sentence as part of a name."""
    return "ск" in words.lower(index)[-5:] or "цк" in words.lower(index)[-5:]


def _is_relational_name(words: Words, index: int) -> bool:
    """«Засурский мост»: an adjective with a capital, though the tagger takes it for a noun."""
    return index >= 0 and words.is_capital(index) and _is_relational(words, index)


def _shared_noun(words: Words, head: int, kind: str) -> Iterator[Candidate]:
    """«Баткенской и Согдийской областей»: the adjective before «и» names a place by itself."""
    if words.feature(head, "Number") != "Plur" or not words.joined(head - 3, head):
        return
    first, second = head - 3, head - 1
    named = all(words.is_capital(i) and _is_relational(words, i) for i in (first, second))
    if named and words.lower(head - 2) in {"и", "или"}:
        yield Candidate(first=first, last=first + 1, type=kind, source=f"{SOURCE}.shared-noun")


def _named_after(words: Words, head: int, lexicon: NameLexicon) -> Iterator[Candidate]:
    """«улица Барыкина», «ул. Декабристов», «площадь Ала-Тоо»."""
    at = head + 2 if words.text(head + 1) == "." else head + 1
    if not words.joined(head, at) or not words.is_capital(at) or words.text(at).isupper():
        return
    last = at + 1
    while words.joined(head, last) and words.is_capital(last) and words.case(last) == words.case(at) == "Gen":
        last += 1
    if words.feature(head, "Number") == "Plur":
        return
    kind = lexicon.place_type(words.lemma(head)) or "facility"
    yield Candidate(first=head, last=last, type=kind, source=f"{SOURCE}.noun-first", confidence=0.8)


def find_road_numbers(words: Words) -> Iterator[Candidate]:
    """«трасса М-5», «шоссе А-108»: the number alone."""
    for index in range(1, len(words)):
        if words.lemma(index - 1) in {"трасса", "автотрасса", "шоссе", "автодорога"} and _ROAD.fullmatch(
            words.text(index)
        ):
            yield Candidate(first=index, last=index + 1, type="facility", source="rule.road-number")


def find_dateline_places(words: Words) -> Iterator[Candidate]:
    """«ЛОМЕ, 16 июня.», «УСТЬ-НЕРА, 2 мая —»: capitals at the head of a line before a comma and a day."""
    for index in range(len(words) - 3):
        if not words.opens_sentence(index) or not _is_shouted(words.text(index)):
            continue
        last = index + 1
        while last - index < _LONGEST_PLACE and words.joined(index, last) and _is_shouted(words.text(last)):
            last += 1
        day = words.text(last) == "," and words.text(last + 1).isdigit() and words.lemma(last + 2) in _MONTHS
        if day:
            yield Candidate(first=index, last=last, type="location", source="rule.dateline", confidence=0.8)


def _is_shouted(text: str) -> bool:
    return len(text) > 2 and text.isupper() and text.replace("-", "").isalpha()


def find_route_ends(words: Words, places: Sequence[Candidate]) -> Iterator[Candidate]:
    """«на дороге Иджеван — Газах»: the far end of a route whose near end is a place."""
    route_words = name_lexicon().route_words
    for place in places:
        at = place.last + 1
        route = words.lemma(place.first - 1) in route_words and words.joined(place.first - 1, at)
        if route and words.text(place.last) in {"—", "–", "-"} and words.is_capital(at):
            yield Candidate(first=at, last=at + 1, type="location", source="rule.route-end", confidence=0.8)


def mend_places(words: Words, found: Iterable[Candidate]) -> Iterator[Candidate]:
    """Cut a common noun off the end of what the recogniser took for a place: «в Охуде | мост»."""
    for place in (_without_post(words, place) for place in found):
        last = place.last
        while last - place.first > 1 and not words.is_capital(last - 1) and not may_be_adjective(words.text(last - 2)):
            last -= 1
        body = any(head_strength(words, i, name_lexicon()) for i in range(place.first, last))
        model = last - place.first == 1 and any(c.isdigit() for c in words.text(place.first))
        if _is_described(words, place.first, last):
            continue
        if words.is_capital(place.first) and not body and not model and not _is_plain_adjective(words, place):
            yield replace(place, last=last)


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


def _is_plain_adjective(words: Words, place: Candidate) -> bool:
    """«Ровной земли»: the recogniser took the first word of a sentence for a place."""
    return place.last - place.first == 1 and words.opens_sentence(place.first) and words.pos(place.first) == "ADJ"


def is_place_by_context(words: Words, candidate: Candidate, located: bool) -> bool:
    """Whether a gazetteer place is meant, not the common word or person of the same letters.

    Args:
        words: the article.
        candidate: a place of the gazetteer.
        located: the recogniser takes it for a place too.

    «Он живёт в Орле» is the city, «Орёл взлетел» is none, «Владимир Жириновский» neither.
    """
    if candidate.last - candidate.first > 1 or located:
        return True
    index = candidate.first
    if not is_ambiguous(words.text(index)) or _is_dateline(words, index):
        return True
    before = words.lower(index - 1) if words.joined(index - 1, index) else ""
    return before in _PLACE_PREPOSITIONS or words.lemma(index - 1) in name_lexicon().place_words


def _is_dateline(words: Words, index: int) -> bool:
    """«НАХОДКА. Докеры …», «ОРЁЛ, 3 мая»: capitals at the head of a line before a full stop or a comma."""
    return _is_shouted(words.text(index)) and words.opens_sentence(index) and words.text(index + 1) in {".", ","}


def is_ambiguous(word: str) -> bool:
    """Whether the word is a common word or a person's name as well."""
    known = [parse for parse in readings(word) if parse.is_known and "Geox" not in parse.tag]
    return any(parse.tag.POS in {"NOUN", "VERB", "INFN", "ADJF", "ADJS", "ADVB", "PREP", "GRND"} for parse in known)

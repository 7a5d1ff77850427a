"""Streets and waters that a noun names with what follows: «улиц Гоголя и Мира», «шоссе Псков — Остров», «озеро Чад»."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from pipeline.mentions.candidates import Candidate, Words

SOURCE = "rule.place-phrase"
_STREETS = frozenset({"улица", "проспект", "переулок", "бульвар", "площадь", "шоссе", "набережная", "проезд"})
_WATERS = frozenset({"озеро", "река", "гора", "вулкан", "пустыня", "остров"})
_OPEN_SPACES = frozenset({"площадь", "мост", "набережная", "сквер", "аллея", "собор", "мечеть", "храм", "бухта"})
_NAMESAKES = frozenset({"country", "city", "state_or_province"})


def find_shared_streets(words: Words) -> Iterator[Candidate]:
    """«на углу улиц Гоголя и Мира»: the plural noun with the first name, and the second name alone."""
    for index in range(len(words) - 3):
        plural = words.lemma(index) in _STREETS and words.feature(index, "Number") == "Plur"
        if not plural or not words.joined(index, index + 3) or not words.is_capital(index + 1):
            continue
        if words.lower(index + 2) in {"и", "с"} and words.is_capital(index + 3):
            yield Candidate(first=index, last=index + 2, type="facility", source=f"{SOURCE}.shared-street")
            yield Candidate(first=index + 3, last=index + 4, type="facility", source=f"{SOURCE}.shared-street")


def find_namesake_waters(words: Words, places: Iterable[Candidate]) -> Iterator[Candidate]:
    """«бассейн озера Чад», «река Иордания»: the name alone would be a state or a city, so the noun belongs to it."""
    for place in places:
        before = place.first - 1
        other = place.entries and all(entry.type in _NAMESAKES for entry in place.entries)
        if other and words.joined(before, place.first) and words.lemma(before) in _WATERS - {"остров"}:
            yield Candidate(first=before, last=place.last, type="location", source=f"{SOURCE}.namesake")


def is_described(words: Words, head: int, places: Sequence[Candidate]) -> bool:
    """«центральная площадь | Кишинёва», «шоссе | Псков — Остров»: a place's noun whose name this is not."""
    named = any(place.first == head + 1 and place.entries for place in places)
    if not named:
        return False
    end = max(place.last for place in places if place.first == head + 1)
    if words.text(end) in {"—", "–", "-"} and words.is_capital(end + 1):
        return True
    lower = words.pos(head - 1) == "ADJ" and words.joined(head - 1, head) and not words.is_capital(head - 1)
    return lower and words.lemma(head) in _OPEN_SPACES

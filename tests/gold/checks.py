"""What may be wrong with an annotated article beyond its form: rules that read one article and name its faults.

A rule is a function from an article to its faults, each in words that let the annotator find the place. `RULES` holds
them all; `tests/gold/test_gold.py` asks them of every corpus.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from pipeline.evaluation.gold import GoldArticle, GoldEntity
from pipeline.records import edtf


def _numbered(first: int, stems: str) -> list[tuple[int, re.Pattern[str]]]:
    return [(number, re.compile(rf"\b{stem}")) for number, stem in enumerate(stems.split(), first)]


Rule = Callable[[GoldArticle], Iterator[str]]
_VOWELS = re.compile(r"(?:ая|яя|ое|ее|ой|ый|ий|ые|ие|[аеёиоуыэюяйь])$")
_WEEKDAYS = _numbered(0, "понедельник вторник сред[уыае] четверг пятниц суббот воскресень")
_MONTHS = _numbered(1, "январ феврал март апрел ма[йяею] июн июл август сентябр октябр ноябр декабр")
_CYRILLIC = re.compile(r"[А-ЯЁа-яё][а-яё]{3,}")
_OF_THE_TOWN = r"(?:а|у|ом|е)?"
_CASE_ENDING = r"[а-яё]{0,3}"


def dates_exist(article: GoldArticle) -> Iterator[str]:
    """«31 июня» is no day; «2019-2020» is no EDTF."""
    for value in {v for d in article.dates for v in d.values} | {v for e in article.events for v in e.date if v}:
        if not edtf.is_valid(value):
            yield f"no EDTF value: {value}"


def weekdays_and_months_agree(article: GoldArticle) -> Iterator[str]:
    """«в пятницу» is a Friday, «9 июля» a day of July."""
    for date in article.dates:
        words, days = article.text[date.start : date.end].lower(), _days(date.values[0])
        weekdays = [number for number, stem in _WEEKDAYS if stem.search(words)]
        months = [number for number, stem in _MONTHS if stem.search(words)]
        if days and weekdays and not {day.weekday() for day in days} & {*weekdays}:
            yield f"no such weekday: {words} = {date.values}"
        if days and months and not {day.month for day in days} & {*months}:
            yield f"no such month: {words} = {date.values}"


def spans_belong_to_one_entity(article: GoldArticle) -> Iterator[str]:
    """«Московский» is either the town or the street, never both."""
    yield from _twice("two entities", article, (m for e in article.entities for m in e.mentions))
    yield from _twice("two dates", article, ((d.start, d.end) for d in article.dates))


def happenings_are_told_once(article: GoldArticle) -> Iterator[str]:
    """A second mention of the same happening is the same event; one word may tell two («двоих задержали: …»)."""
    words = Counter((e.trigger, e.type, e.status, e.place, e.participants) for e in article.events)
    yield from (f"two events on one word: {article.text[slice(*key[0])]}" for key, times in words.items() if times > 1)
    dated = {e.trigger: e for e in article.events if e.participants and e.date != (None,)}.values()
    told = Counter((e.type, e.status, e.date, e.place, e.participants) for e in dated)
    yield from (
        f"told twice: {key[0]} of {', '.join(key[-1])} on {key[2][0]}" for key, times in told.items() if times > 1
    )


def quotes_are_listed_as_often_as_they_stand(article: GoldArticle) -> Iterator[str]:
    """A headline may repeat the words of the body: then both are quotes."""
    for starts, times in Counter(q.starts for q in article.quotes).items():
        if times > article.text.count(starts):
            yield f"quote listed {times} times: {starts}"


def places_are_locations(article: GoldArticle) -> Iterator[str]:
    """A body cannot be a place."""
    locations = {e.name for e in article.entities if e.type == "location"}
    for place in {p for e in article.events for p in (e.place, *e.place_also) if p} - locations:
        yield f"not a location: {place}"


def other_answers_add_something(article: GoldArticle) -> Iterator[str]:
    """What is right already need not be allowed as well."""
    for event in article.events:
        repeated = {event.type} & {*event.type_also} | {*event.participants} & {*event.participants_also}
        if repeated or event.place in event.place_also:
            yield f"{event.type} at {event.trigger[0]} allows what it says: {repeated or event.place}"


def surnames_of_two_are_nobodys_alias(article: GoldArticle) -> Iterator[str]:
    """Where a mother and a daughter are called Рюмина, «Рюмина» alone names neither."""
    people = [e for e in article.entities if e.type == "person"]
    for alias, times in Counter(a for e in people for a in {*e.aliases} if " " not in a and "." not in a).items():
        if times > 1:
            yield f"alias of two people: {alias}"


def names_are_annotated_wherever_they_stand(article: GoldArticle) -> Iterator[str]:
    """«Нарва» is an entity, so «в Нарве» further down is a mention, and «ЕЭК» wherever it was one once.

    What lies in another name or in a date is none.
    """
    taken = [m for e in article.entities for m in e.mentions] + [(d.start, d.end) for d in article.dates]
    for entity in article.entities:
        for pattern in {*_patterns(entity), *(_as_written(article.text[slice(*m)]) for m in entity.mentions)}:
            for found in pattern.finditer(article.text):
                if not any(start <= found.start() and found.end() <= end for start, end in taken):
                    yield f"{entity.name} stands at {found.start()} too: {found.group()}"


RULES: tuple[Rule, ...] = (
    dates_exist,
    weekdays_and_months_agree,
    spans_belong_to_one_entity,
    happenings_are_told_once,
    quotes_are_listed_as_often_as_they_stand,
    places_are_locations,
    other_answers_add_something,
    surnames_of_two_are_nobodys_alias,
    names_are_annotated_wherever_they_stand,
)


def _days(value: str) -> list[dt.date]:
    """The days that a value names: one, the two ends of a range, or none."""
    if not edtf.is_valid(value):
        return []
    return [dt.date.fromisoformat(day) for day in re.findall(r"\d{4}-\d\d-\d\d", value)]


def _twice(what: str, article: GoldArticle, spans: Iterable[tuple[int, int]]) -> Iterator[str]:
    for (start, end), times in Counter(spans).items():
        if times > 1:
            yield f"{what} on one span: {article.text[start:end]}"


def _patterns(entity: GoldEntity) -> Iterator[re.Pattern[str]]:
    """The declined name, of a person also the surname alone."""
    yield _whole_words(entity.name)
    last = entity.name.split()[-1]
    if entity.type == "person" and last in entity.aliases and _CYRILLIC.fullmatch(last):
        yield _whole_words(last)


def _as_written(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){re.escape(words)}(?![\w-])")


def _whole_words(name: str) -> re.Pattern[str]:
    words = r"\s+".join(map(_declined, name.split()))
    return re.compile(rf"(?<![\w-]){words}(?![\w-])")


def _declined(word: str) -> str:
    """A regular expression for the cases of a word: «Нарва» also finds «Нарвою», «Минск» not «Минский»."""
    if not _CYRILLIC.fullmatch(word):
        return re.escape(word)
    if word.endswith(("ск", "цк")):
        return word + _OF_THE_TOWN
    return re.escape(_VOWELS.sub("", word)) + _CASE_ENDING

"""Checks of days: existing ones, in the right case, not names of streets."""

from __future__ import annotations

import calendar

from pipeline.mentions.dates.checks.word_kinds import DAY_PARTS
from pipeline.mentions.dates.contexts import load_contexts
from pipeline.mentions.dates.recognise import Candidate, Surroundings
from pipeline.mentions.dates.values import month_before

_NUMBERS = {"n1", "n10", "n13", "n25"}  # that may be days
_CLAUSE = 8  # atoms
_LATE, _EARLY = 20, 15  # «с 28 по 3 декабря» turns the month; «с 12 по 11 декабря» is a slip
_ORDINAL_CASES = ("ого", "его", "ое", "ье", "ому", "ему", "ым", "им")


def exists(candidate: Candidate, around: Surroundings) -> bool:
    """«30 февраля» and «45.13.2020» are no days."""
    groups = candidate.groups
    month = groups.get("month") or groups.get("to_month")
    days = [int(groups[name].value) for name in ("day", "to_day") if name in groups]
    if month is None:
        return all(1 <= day <= 31 for day in days)
    number = int(month.value)
    turned = "month" not in groups and len(days) > 1 and days[0] > days[1]
    months = [month_before(number) if turned else number, number]  # «с 31 по 2 ноября»
    return 1 <= number <= 12 and all(_has(each, day) for each, day in zip(months, days, strict=False))


def _has(month: int, day: int) -> bool:
    return 1 <= day <= calendar.monthrange(2000, month)[1]


def rising(candidate: Candidate, around: Surroundings) -> bool:
    """A range goes up, or from one month to the next; «22 и 24 ноября» are two days, «22 и 23 ноября» a range."""
    first, last = (int(candidate.groups[name].value) for name in ("day", "to_day"))
    joined = any(around.kind(i) == "and" for i in range(candidate.first, candidate.last))
    started = around.kind(candidate.first) == "from"
    if joined and not started:
        return last == first + 1
    return last > first or (started and first >= _LATE and last <= _EARLY)


def days_rise(candidate: Candidate, around: Surroundings) -> bool:
    """«между 5 и 7 декабря»."""
    return int(candidate.groups["day"].value) < int(candidate.groups["to_day"].value)


def day_case(candidate: Candidate, around: Surroundings) -> bool:
    """«второе мая», «второго мая», not «второй май»."""
    ordinals = [a for name, a in candidate.groups.items() if a.kind == "ordinal_word" and name in {"day", "to_day"}]
    return all(around.content[a.start : a.end].lower().endswith(_ORDINAL_CASES) for a in ordinals)


def no_street(candidate: Candidate, around: Surroundings) -> bool:
    """«улица 8 Марта», «ул. 8 марта», «площадь 1905 года» name places; «осмотрел завод 4 апреля» does not."""
    before = candidate.first - 1
    shortened = around.kind(before) == "dot" and around.text(before - 1).lower() in load_contexts()["street_short"]
    if around.kind(before) == "sign" or shortened:
        before -= 1
    called = {around.lemma(before), around.text(before).lower()}
    if called & load_contexts()["street_word"]:
        return in_lower_case_month(candidate, around) and _is_named_already(before, around)
    if called & load_contexts()["street"]:
        small = in_lower_case_month(candidate, around)
        return small and (_is_named_already(before, around) or not _names_streets(candidate))
    behind = around.lemma(candidate.last) in {"улица", "проспект", "площадь"}
    return not behind or in_lower_case_month(candidate, around)


def _is_named_already(place: int, around: Surroundings) -> bool:
    """«на Красной площади 9 мая», «вышли на улицу 10 августа»: the street has its name, or is meant for none."""
    named = around.pos(place - 1) in {"ADJ", "PROPN"} and around.text(place - 1)[:1].isupper()
    return named or around.feature(place, "Case") == "Acc"


def no_number_before(candidate: Candidate, around: Surroundings) -> bool:
    """«в марте», not what is left of «улица 8 марта»."""
    return around.kind(candidate.first - 1) not in _NUMBERS


def _names_streets(candidate: Candidate) -> bool:
    """A year, or one of the days that streets, parks and works are called by."""
    day, month = candidate.groups.get("day"), candidate.groups.get("month")
    return day is None or month is None or f"{day.value}.{month.value}" in load_contexts()["street_day"]


def in_lower_case_month(candidate: Candidate, around: Surroundings) -> bool:
    """Whether the month is written small."""
    month = candidate.groups.get("month")
    return month is None or around.content[month.start].islower()


def own_day(candidate: Candidate, around: Surroundings) -> bool:
    """«на вчерашней встрече», not «на сегодняшний день» (by now), «сегодняшняя молодёжь» (of our times)."""
    if around.lemma(candidate.last) in load_contexts()["of_our_time"]:
        return candidate.groups["shift"].value != 0
    said_alone = candidate.first == 0 and candidate.last + 1 == len(around.atoms)
    noun = candidate.last + (around.pos(candidate.last) == "ADJ")
    if around.feature(noun, "Animacy") == "Anim" and around.feature(noun, "Number") == "Plur":
        return False  # «вчерашние школьники»
    before = candidate.first - 1
    timed = around.kind(before) in DAY_PARTS or around.text(before).lower() == "течение"
    if around.text(candidate.last).lower() == "дня" and timed:
        return True  # «к вечеру вчерашнего дня», not «боятся завтрашнего дня»
    return around.lemma(candidate.last) != "день" or around.kind(candidate.first - 1) == "from" or said_alone


def singular_term(candidate: Candidate, around: Surroundings) -> bool:
    """«15 числа», not «в первых числах»."""
    return around.text(candidate.last - 1).lower() not in {"числах", "чисел", "числам", "числами"}


def is_all(candidate: Candidate, around: Surroundings) -> bool:
    """Whether the text is the expression and nothing else, as one says it to an assistant: «Рождество», «15-го»."""
    return candidate.first == 0 and candidate.last == len(around.atoms)


def on_holiday(candidate: Candidate, around: Surroundings) -> bool:
    """«к Новому году», «в день Рождества», not «с Новым годом», «парад Победы»."""
    before = {"in", "at", "towards", "under", "until", "after", "before", "eve", "eve_form"}
    that_day = around.kind(candidate.first - 1) == "day_noun" and around.kind(candidate.first - 2) == "in"
    met = around.lemma(candidate.first - 1) in load_contexts()["holiday_verb"]  # «встретит Новый год дома»
    since = around.kind(candidate.first - 1) == "from" and not _instrumental(candidate, around)
    return that_day or met or since or around.kind(candidate.first - 1) in before or is_all(candidate, around)


def _instrumental(candidate: Candidate, around: Surroundings) -> bool:
    """«с Новым годом», not «с Нового года»."""
    named = candidate.groups["holiday"]
    return around.content[named.start : named.end].lower().endswith(("ом", "ем", "ём", "ой", "ью", "ами"))


def once(candidate: Candidate, around: Surroundings) -> bool:
    """«в январе», «9 мая», not «каждый январь», «каждое 9 мая»."""
    return around.kind(candidate.first - 1) != "every"


def not_every(candidate: Candidate, around: Surroundings) -> bool:
    """«15 числа», not «15 числа каждого месяца», «каждый июнь начинается с 15-го числа»."""
    before = range(max(0, candidate.first - _CLAUSE), candidate.first - 1)
    recurs = any(around.kind(i) == "every" and around.kind(i + 1) in {"month", "month_word"} for i in before)
    return around.kind(candidate.last) != "every" and not recurs

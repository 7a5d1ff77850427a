"""Which two neighbours are cues for one date: «14 февраля прошлого года», «вчера, 20 ноября»."""

from __future__ import annotations

from pipeline.mentions.dates.reading import Reading
from pipeline.mentions.dates.recognise import Surroundings
from pipeline.mentions.dates.values import CalendarValue, Level

Pair = tuple[Level, Level]

# What may be joined across nothing, «в», «около» or «на»; the order is the order in the text.
_JOINED: frozenset[Pair] = frozenset(
    {
        ("day", "year"),
        ("month", "year"),
        ("period", "year"),
        ("half", "year"),
        ("half", "month"),
        ("half", "century"),
        ("part", "day"),
        ("day", "part"),
        ("day", "clock"),
        ("clock", "day"),
        ("part", "clock"),
        ("clock", "part"),
        ("day", "day"),
        ("day", "week"),
        ("day", "day_number"),
        ("day_number", "month"),
        ("day_number", "part"),
        ("part", "day_number"),
        ("decade", "century"),
        ("day_number", "clock"),
        ("half", "week"),
        ("year", "day"),
        ("year", "month"),
        ("year", "period"),
        ("week", "day"),
    }
)
# What may be joined across a comma, with or without a preposition behind it.
_APPOSED: frozenset[Pair] = frozenset(
    {
        ("day", "day"),
        ("day", "clock"),
        ("part", "day"),
        ("day", "part"),
        ("day", "day_number"),
        ("month", "year"),
        ("day_number", "clock"),
        ("year", "day"),
        ("year", "month"),
        ("week", "day"),
        ("month", "day_number"),
    }
)
_CLOSING = {"comma", "dot", "break", "rparen", "dash"}


def are_one_date(first: Reading, second: Reading, around: Surroundings, bridge: list[str], *, apposed: bool) -> bool:
    """Whether two neighbours are cues for one date.

    Between them stand atoms of the classes of `bridge`; a second that is `apposed` has a comma or bracket before these.
    """
    pair = (first.value.level, second.value.level)
    if pair not in (_APPOSED if apposed else _JOINED) or not _compatible(first.value, second.value, apposed, bridge):
        return False
    if pair[0] == "year" and apposed and (second.value.has_year or pair[1] == "month"):
        return first.value.deictic and around.kind(second.last) in _CLOSING
    if pair[0] == "year":
        return first.value.deictic if apposed else _heads_day(first, around, bridge)
    return pair != ("day", "day") or not (_repeated(first, second) or (apposed and _goes_on(first, second, around)))


def _heads_day(first: Reading, around: Surroundings, bridge: list[str]) -> bool:
    """«В 2001 году 11 сентября», «в семьдесят восьмом зимой»; not «прибыль за 2023 год в мае»."""
    within = around.kind(first.first) == "in" or around.kind(first.first - 1) == "in"
    return within and bridge in ([], ["in"])


def _compatible(first: CalendarValue, second: CalendarValue, apposed: bool, bridge: list[str]) -> bool:
    """What the levels alone do not tell."""
    if any(v.end is not None and v.level != "clock" for v in (first, second)):
        return False
    pair = (first.level, second.level)
    if pair == ("day", "day"):
        return _two_cues(first, second) and (apposed or not bridge or bridge == ["in"])
    if pair == ("day", "week"):
        return first.weekday is not None and first.step is None
    if pair == ("month", "year") and apposed and bridge:
        return False
    return _fits_year(first, second) if "year" in pair else _fits(first, second, apposed, bridge)


def _fits_year(first: CalendarValue, second: CalendarValue) -> bool:
    """«14 февраля прошлого года», «через четыре года, 1 октября»."""
    if second.level != "year" and first.deictic and second.year is not None:
        return second.month is not None  # «годом раньше, в феврале 2014-го,»
    if second.level != "year":
        bare = _undated(second) or (second.period is not None and second.shift is None)
        return first.end is None and not second.has_year and not (second.deictic and first.year) and bare
    return not first.has_year and (_undated(first) if first.level == "day" else not first.deictic)


def _fits(first: CalendarValue, second: CalendarValue, apposed: bool, bridge: list[str]) -> bool:
    pair = (first.level, second.level)
    if pair == ("day_number", "month"):
        return second.unit == "month"
    if pair == ("week", "day"):
        return first.deictic and not second.deictic and (apposed or bridge in ([], ["in"]))
    if pair == ("day", "day_number") and not apposed:
        return first.weekday is not None and first.hour is None and not bridge  # «вторник 19-го»
    if pair[1] == "day_number" and first.base == "document" and first.step is not None:
        return False  # «в тот же день, 16-го вышел под залог»
    if "clock" in pair:
        day = first if pair[1] == "clock" else second
        return day.hour is None and first.unit not in {"hour", "minute"}
    return not (pair == ("part", "day") and bridge and "at" not in bridge and "in" not in bridge)


def _two_cues(first: CalendarValue, second: CalendarValue) -> bool:
    """Two cues of different kinds are for one day («вчера, 20 ноября»), two of one kind are two days."""
    same_day = first.day is not None and (first.month, first.day) == (second.month, second.day)  # «День Победы, 9 мая»
    return (_cue(first) != _cue(second) or same_day) and first.hour is None and second.base != "document"


def _repeated(first: Reading, second: Reading) -> bool:
    """«20 ноября в Минске, 20 ноября в Бресте» say one day twice; «в День Победы, 9 мая» names it."""
    same_cue = _cue(first.value) == _cue(second.value) == "calendar"
    return same_cue and "holiday" not in first.rule and "holiday" not in second.rule


def _goes_on(first: Reading, second: Reading, around: Surroundings) -> bool:
    """«прибывший во вторник, вчера он выступил»: only «во вторник, вчера, он выступил» is one day.

    «проиграли 7 марта, через два дня сравняли», but «отстранён 6 ноября, спустя два дня после эфира».
    """
    onward = second.value.base in {"clause", "event"} and first.value.shift is None
    if onward and around.kind(second.last) != "after" and around.kind(second.last - 1) != "after":
        return True
    yesterday = first.value.weekday is not None and second.rule.startswith("day-word")
    return yesterday and around.kind(second.last) not in {"comma", "dot", "break", "rparen", "dash"}


def _undated(value: CalendarValue) -> bool:
    """A day of a month without a year: «14 февраля» in «14 февраля прошлого года»."""
    return value.month is not None and value.shift is None


def _cue(value: CalendarValue) -> str:
    if value.weekday is not None:
        return "weekday"
    return "calendar" if value.day is not None else "deictic"

"""Checks of clock times and parts of the day: not scores, lengths or prices."""

from __future__ import annotations

from pipeline.mentions.dates.checks.numeric import is_score, is_unit, measured
from pipeline.mentions.dates.checks.word_kinds import is_genitive
from pipeline.mentions.dates.contexts import load_contexts
from pipeline.mentions.dates.recognise import Candidate, Surroundings

_NOMINAL = {"NOUN", "ADJ", "PROPN"}
_UNITS = {"hour_word", "minute_word", "half_hour"}
_FEW = 4  # what counts single things: «два вечера», «четыре ночи», but «пять ночей»
_COUNTS_NIGHTS = {"одна", "одной", "одну", "одно", "одного", "одному", "один", "две"}
_ROUND_THE_CLOCK = {"daytime", "part"}
_PAIRED = {"и", "ни", ","}
_PAIR = 3  # atoms
_NEAR = 6  # atoms
_DESCRIBING = {"word", "season_adjective"}
_STOPS = {"dot", "break", "comma", "dash", "colon"}
_AT_AN_HOUR = {"in", "towards", "from", "until", "about", "after", "at", "by", "and", "dash", "glued_dash"}
_DAYS = {"weekday", "wednesday_other", "n1", "n10", "n13", "n25", "day_word"}


def adverbial(candidate: Candidate, around: Surroundings) -> bool:
    """«Днём прошло заседание», not «с каждым днём», «днём рождения», «поздней ночью», «зимним утром»."""
    before, after = around.pos(candidate.first - 1), candidate.last
    if around.kind(candidate.first - 1) in {"from", "every", "by"} or before in {"ADP", "DET"}:
        return False
    return not _described(candidate.first - 1, around) and not (
        is_genitive(after, around, {"NOUN", "ADJ"})
        and around.kind(after) == "word"
        and around.kind(candidate.first) == "daytime"
        and around.feature(after, "Animacy") != "Anim"  # «Днём жителей вывезли»
    )


def _described(index: int, around: Surroundings) -> bool:
    """«[зимним] утром», «[сырой] ночью» are any such ones; «субботним утром», «тем же утром» are not."""
    feminine = around.text(index).endswith(("ой", "ей"))  # of four cases alike
    instrumental = around.pos(index) == "ADJ" and (feminine or around.feature(index, "Case") == "Ins")
    single = around.feature(index, "Number") == "Sing" and around.lowered(index)
    return instrumental and single and around.kind(index) in _DESCRIBING


def not_always(candidate: Candidate, around: Surroundings) -> bool:
    """«Ночью стреляли», not «днём и ночью идёт погрузка», «ни днём, ни ночью»: both together are always."""
    own = around.kind(candidate.last - 1)
    ahead = [i for i in range(candidate.last, candidate.last + _PAIR) if around.kind(i) in _ROUND_THE_CLOCK]
    behind = [i for i in range(candidate.first - _PAIR, candidate.first) if around.kind(i) in _ROUND_THE_CLOCK]
    return not (_pairs(own, ahead[:1], candidate.last, around) or _pairs(own, behind[-1:], candidate.first, around))


def _pairs(own: str, other: list[int], end: int, around: Surroundings) -> bool:
    """Whether day and night stand on both sides of nothing but «и», «ни» and a comma."""
    if not other or {own, around.kind(other[0])} != _ROUND_THE_CLOCK:
        return False
    between = range(*sorted((end, other[0] + (other[0] < end))))
    return all(around.text(i).lower() in _PAIRED for i in between)


def clock_time(candidate: Candidate, around: Surroundings) -> bool:
    """«в 9:00», not «со счётом 10:12», «в 9.30 раза»."""
    groups = candidate.groups
    if int(groups["hour"].value) > 24 or ("minute" in groups and int(groups["minute"].value) > 59):
        return False
    habitual = around.kind(candidate.first - 2) == "habit"  # «по будням в 19:00»
    if habitual or is_score(candidate, around) or _rather_a_day(candidate, around):
        return False
    if "part" in groups and int(groups["hour"].value) <= 12:
        return True
    dotted = any(around.kind(i) == "glued_dot" for i in range(candidate.first, candidate.last))
    dated = around.kind(candidate.last + 1) in {"month", "month_abbreviation"}  # «в 01.20 29 сентября»
    counts = around.pos(candidate.last) in {"NUM", "SYM"} or is_unit(candidate.last, around)
    return not dotted or dated or not counts


def _rather_a_day(candidate: Candidate, around: Surroundings) -> bool:
    """«с 20.11», «до 25.12»; clock times with a dot mostly end in 0 or 5; «с 10.11 до 12.10 процента» is neither."""
    if candidate.pattern.name != "clock-dotted":
        return False
    minute = int(candidate.groups["minute"].value)
    month = 1 <= minute <= 12 and minute % 5 != 0 and around.kind(candidate.first) in {"from", "until"}
    return month or measured(candidate.last, around)


def clock_hours(candidate: Candidate, around: Surroundings) -> bool:
    """«в 15 часов», not «около 5 часов», «до 10 часов» (lengths), «в двух часах езды»."""
    groups = candidate.groups
    if int(groups["hour"].value) > 24:
        return False
    if "part" in groups or "minute" in groups:
        return True
    if around.kind(candidate.last) in _DAYS:  # «с 22 часов пятницы»
        return True
    singular_or_count = around.text(candidate.last - 1).lower() in {"час", "часа", "часов", "часам"}
    return around.kind(candidate.first) in {"in", "towards"} and singular_or_count


def clock_range(candidate: Candidate, around: Surroundings) -> bool:
    """«с 10 до 12 часов»."""
    return int(candidate.groups["hour"].value) <= 24 and int(candidate.groups["to_hour"].value) <= 24


def moment_of_day(candidate: Candidate, around: Surroundings) -> bool:
    """«до полуночи», «на рассвете», not «за две минуты до полуночи», «на заре века»."""
    after = candidate.last
    if around.kind(after) == "word" and is_genitive(after, around, _NOMINAL):
        return False
    return around.kind(candidate.first) != "until" or around.kind(candidate.first - 1) not in _UNITS


def till_evening(candidate: Candidate, around: Surroundings) -> bool:
    """«Допрос шёл до вечера»: still that day; «до утра», «до трёх ночи» are not, «с утра до вечера» is a length."""
    if "from" in {around.kind(i) for i in range(candidate.first - _NEAR // 2, candidate.first)}:
        return False
    return around.content[(part := candidate.groups["part"]).start : part.end].lower() == "вечера"


def meal_time(candidate: Candidate, around: Surroundings) -> bool:
    """«После обеда принял посла», «К обеду в офисе остыли»; not «до обеда патриарха», «собрались к обеду в Кремле»."""
    of_whom = is_genitive(candidate.last, around, _NOMINAL)
    opens = around.lowered(candidate.first) and around.text(candidate.first)[:1].isupper()
    where = around.text(candidate.last + 1)
    within = around.kind(candidate.last) == "in" and not (opens and where[:1].islower() and where != "честь")
    return not of_whom and around.kind(candidate.last) != "at" and not within


def free_part(candidate: Candidate, around: Surroundings) -> bool:
    """«К вечеру стихло», not «к вечеру памяти», «к ночи музеев»."""
    of_what = is_genitive(candidate.last, around, {"NOUN"})
    return candidate.groups["part"].kind != "night" or not of_what


def once(candidate: Candidate, around: Surroundings) -> bool:
    """«Вечером он читал», not «вечером он обычно читает», «летом здесь бывает душно»."""
    near = range(max(0, candidate.first - _NEAR), candidate.last + _NEAR)
    left = max((i for i in near if i < candidate.first and around.kind(i) in _STOPS), default=near.start)
    right = min((i for i in near if i >= candidate.last and around.kind(i) in _STOPS), default=near.stop)
    return not any(around.lemma(i) in load_contexts()["habitual"] for i in range(left, right))


def clock_short(candidate: Candidate, around: Surroundings) -> bool:
    """«в 3 ч. 20 мин.», not «в 25 ч.», «до 8 ч» (a length)."""
    sure = "minute" in candidate.groups or around.kind(candidate.first) == "in"
    return int(candidate.groups["hour"].value) <= 24 and sure


def clock_half(candidate: Candidate, around: Surroundings) -> bool:
    """«в половине шестого вечера», not «в половине пятых классов»."""
    part = candidate.groups["half_to"]
    genitive = part.kind == "half_to" or around.content[part.start : part.end].endswith("го")
    free = "part" in candidate.groups or around.pos(candidate.last) not in {"NOUN", "ADJ", "PROPN"}
    return genitive and free and 1 <= int(part.value) <= 12


def clock_part(candidate: Candidate, around: Surroundings) -> bool:
    """«9 утра», «в два часа дня»; «два дня» is a length, «в два дня» at best too, «мы три ночи не спали» as well.

    Hours are masculine and the first is «час ночи», so «фильм об одной ночи», «номер на две ночи» count nights.
    """
    hour, before = int(candidate.groups["hour"].value), around.kind(candidate.first - 1)
    if around.text(candidate.first).lower() in _COUNTS_NIGHTS:
        return False
    if 2 <= hour <= _FEW and around.kind(candidate.first) not in _AT_AN_HOUR and before not in _AT_AN_HOUR:
        return False
    return candidate.groups["part"].kind != "day_genitive" and int(candidate.groups["hour"].value) <= 12

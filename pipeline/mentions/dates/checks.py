"""What must hold around a candidate for its words to mean a date: small named functions, one for each trap."""

from __future__ import annotations

import calendar
from collections.abc import Callable, Mapping

from pipeline.mentions.dates.contexts import load_contexts
from pipeline.mentions.dates.recognise import Candidate, Surroundings

Check = Callable[[Candidate, Surroundings], bool]

_NOMINAL = {"NOUN", "ADJ", "PROPN", "NUM", "SYM", "X", "DET"}
_SEASON_PREPOSITIONS = {
    "at",
    "towards",
    "from",
    "until",
    "during",
    "by",
    "in",
    "whole",
    "after",
    "edge",
    "through",
    "and",
    "or",
}
_SEASON_ADVERBS = {"весной", "летом", "осенью", "зимой", "весною", "зимою"}
_ORDINAL_CASES = ("ого", "его", "ое", "ье", "ому", "ему", "ым", "им")
_PREPOSITIONS = {"in", "at", "from", "out", "by", "until", "after", "towards", "about", "during"}
_ONE_UNIT = {"день", "сутки", "неделю", "месяц", "год", "час", "десятилетие", "квартал", "век", "столетие"}
_INSTRUMENTAL = ("ом", "ем", "ём", "ей", "ой", "ами", "ями")


def holds(candidate: Candidate, around: Surroundings) -> bool:
    """Whether all checks of the candidate's pattern hold."""
    return all(check(candidate, around) for check in CHECKS.get(candidate.pattern.name, ()))


def in_lower_case(candidate: Candidate, around: Surroundings) -> bool:
    """«в мае», not «Май Абрикосов»."""
    return around.text(candidate.first)[:1].islower()


def lower_or_first(candidate: Candidate, around: Surroundings) -> bool:
    """«Весной» may open a sentence; inside of one a capital makes a name («кафе Весна»)."""
    return around.lowered(candidate.first)


def exists(candidate: Candidate, around: Surroundings) -> bool:
    """«30 февраля» and «45.13.2020» are no days."""
    groups = candidate.groups
    month = groups.get("month") or groups.get("to_month")
    days = [int(groups[name].value) for name in ("day", "to_day") if name in groups]
    if month is None:
        return all(1 <= day <= 31 for day in days)
    number = int(month.value)
    return 1 <= number <= 12 and all(1 <= day <= calendar.monthrange(2000, number)[1] for day in days)


def rising(candidate: Candidate, around: Surroundings) -> bool:
    """A range goes up; «22 и 24 ноября» are two days, «22 и 23 ноября» a range."""
    first, last = (int(candidate.groups[name].value) for name in ("day", "to_day"))
    joined = any(around.kind(i) == "and" for i in range(candidate.first, candidate.last))
    started = around.kind(candidate.first) == "from"
    return last == first + 1 if joined and not started else last > first


def day_case(candidate: Candidate, around: Surroundings) -> bool:
    """«второе мая», «второго мая», not «второй май»."""
    ordinals = [a for name, a in candidate.groups.items() if a.kind == "ordinal_word" and name in {"day", "to_day"}]
    return all(around.content[a.start : a.end].lower().endswith(_ORDINAL_CASES) for a in ordinals)


def no_street(candidate: Candidate, around: Surroundings) -> bool:
    """«улица 8 Марта», «площадь 1905 года», «завод имени 1 Мая» name places."""
    streets = load_contexts()["street"]
    before = candidate.first - 1
    if around.kind(before) in {"dot", "sign"}:
        before -= 1
    return around.lemma(before) not in streets and not (
        around.lemma(candidate.last) in {"улица", "проспект", "площадь"} and not in_lower_case_month(candidate, around)
    )


def in_lower_case_month(candidate: Candidate, around: Surroundings) -> bool:
    """Whether the month is written small."""
    month = candidate.groups.get("month")
    return month is None or around.content[month.start].islower()


def no_namesake(candidate: Candidate, around: Surroundings) -> bool:
    """«апрельские переговоры», not «Октябрьская революция» or «майский жук»."""
    return around.lowered(candidate.first) and around.lemma(candidate.last) not in load_contexts()["namesake"]


def season_noun(candidate: Candidate, around: Surroundings) -> bool:
    """«осенняя сессия» is a happening of that autumn, «зимняя резина» is not."""
    nouns = load_contexts()["season_noun"]
    near = (around.lemma(candidate.last), around.lemma(candidate.last + 1))
    return near[0] in nouns or (near[1] in nouns and around.pos(candidate.last) == "ADJ")


def season_governed(candidate: Candidate, around: Surroundings) -> bool:
    """«летом», «на осень», «до конца зимы», not «Лето пройдёт»."""
    word = around.text(candidate.first).lower()
    return word in _SEASON_ADVERBS or around.kind(candidate.first - 1) in _SEASON_PREPOSITIONS


def year_alone(candidate: Candidate, around: Surroundings) -> bool:
    """«в 1973 он вернулся», «(1994)», «© Вестник, 2024»; not «в 2021 человек», «резолюция 2231»."""
    value = int(candidate.groups["year"].value)
    if not 1800 <= value <= 2100:
        return False
    before, after = around.kind(candidate.first - 1), around.kind(candidate.last)
    if before == "lparen" and after in {"rparen", "comma"}:
        return True
    if any(around.kind(i) == "copyright" for i in range(max(0, candidate.first - 8), candidate.first)):
        return True
    followed = around.pos(candidate.last) not in _NOMINAL and after not in {"percent", "glued_dash", "sign"}
    return before in {"in", "until", "after"} and followed and after not in {"n1", "n100", "number"}


def years_alone(candidate: Candidate, around: Surroundings) -> bool:
    """«1985—1990», not «1000–2000 рублей»."""
    first, last = (int(candidate.groups[name].value) for name in ("year", "to_year"))
    plausible = 1800 <= first < last <= 2100
    return (
        plausible
        and around.kind(candidate.first - 1) in {"lparen", *_PREPOSITIONS}
        and (around.pos(candidate.last) not in _NOMINAL)
    )


def years_rise(candidate: Candidate, around: Surroundings) -> bool:
    """«2016–2020 годы», «2021/22», «с 1991 по 1994 год»; «с 1500 до 2000 рублей» is no period."""
    first, last = int(candidate.groups["year"].value), int(candidate.groups["to_year"].value)
    if last < 100:
        last += first - first % 100
    named = any(around.kind(i) in {"year_word", "year_abbreviation"} for i in range(candidate.first, candidate.last))
    joined = any(around.kind(i) == "and" for i in range(candidate.first, candidate.last))
    if joined and around.kind(candidate.first) != "from":
        return last == first + 1
    return first < last and (named or (1800 <= first <= 2100 and around.pos(candidate.last) not in _NOMINAL))


def year_of_two_digits(candidate: Candidate, around: Surroundings) -> bool:
    """«в 98-м году», not «на 85 году жизни», «в 5-м году обучения»."""
    named = around.text(candidate.last - 1).lower() == "году"
    counted = around.pos(candidate.last) == "NOUN" and around.feature(candidate.last, "Case") == "Gen"
    return named and not counted


def season_pair(candidate: Candidate, around: Surroundings) -> bool:
    """«сезон 2021/22»."""
    first, last = int(candidate.groups["year"].value), int(candidate.groups["to_year"].value)
    return last == (first + 1) % 100


def no_gram(candidate: Candidate, around: Surroundings) -> bool:
    """«2021 г.» is a year, «1500 г муки» a weight."""
    value = int(candidate.groups["year"].value)
    abbreviated = any(around.kind(i) == "year_abbreviation" for i in range(candidate.first, candidate.last))
    return not abbreviated or 1700 <= value <= 2100


def ordinal_alone(candidate: Candidate, around: Surroundings) -> bool:
    """«перенесли на 29-е», not «5-е место», «на 29-й минуте»."""
    before, after = around.kind(candidate.first - 1), around.pos(candidate.last)
    if around.kind(candidate.last) == "at" and around.pos(candidate.last + 2) in _NOMINAL:
        return around.kind(candidate.last + 2) not in {"word"}  # «с 5-го на 3-е место»
    free = after not in _NOMINAL or around.kind(candidate.last) in {"day_word", "weekday"}
    if before in {"at", "from", "until", "towards", "by"}:
        return free
    return before in {"comma", "and", "word", "lparen"} and (after in {"PUNCT", "VERB"} and free)


def nth_weekday(candidate: Candidate, around: Surroundings) -> bool:
    """«третий вторник сентября»: a month has five at most."""
    return int(candidate.groups["nth"].value) <= 5


def one_weekday(candidate: Candidate, around: Surroundings) -> bool:
    """«в пятницу», not «каждую пятницу», «Чёрная пятница», the channel «Пятница»."""
    before = candidate.first - 1
    if around.kind(before) == "every" or around.lemma(before) in load_contexts()["weekday_epithet"]:
        return False
    return around.lowered(candidate.last - 1) or around.kind(before) in _PREPOSITIONS


def at_weekend(candidate: Candidate, around: Surroundings) -> bool:
    """«в выходные», «на выходных», not «три выходных»."""
    return "step" in candidate.groups or around.kind(candidate.first - 1) in {"in", "at", "by", "during", "towards"}


def no_genitive(candidate: Candidate, around: Surroundings) -> bool:
    """«Накануне он прибыл», not «накануне саммита»."""
    after = candidate.last
    if around.kind(after) in {"n1", "n10", "n13", "n25"}:
        return False
    genitive = around.feature(after, "Case") == "Gen"
    return not (genitive and around.pos(after) in {"NOUN", "ADJ", "DET"})


def adverbial(candidate: Candidate, around: Surroundings) -> bool:
    """«Днём прошло заседание», not «с каждым днём», «днём рождения», «поздней ночью»."""
    before, after = around.pos(candidate.first - 1), candidate.last
    if around.kind(candidate.first - 1) in {"from", "every", "by"} or before in {"ADP", "DET"}:
        return False
    return not (
        around.feature(after, "Case") == "Gen"
        and around.pos(after) in {"NOUN", "ADJ"}
        and around.kind(after) == "word"
        and around.kind(candidate.first) == "daytime"
    )


def clock_time(candidate: Candidate, around: Surroundings) -> bool:
    """«в 9:00», not «со счётом 10:12», «в 9.30 раза»."""
    groups = candidate.groups
    if int(groups["hour"].value) > 24 or ("minute" in groups and int(groups["minute"].value) > 59):
        return False
    score = load_contexts()["score"]
    if any(around.lemma(i) in score for i in range(max(0, candidate.first - 3), candidate.first)):
        return False
    dotted = any(around.kind(i) == "glued_dot" for i in range(candidate.first, candidate.last))
    return (
        not dotted or around.lemma(candidate.last) == "мск" or around.pos(candidate.last) not in {"NOUN", "NUM", "SYM"}
    )


def clock_hours(candidate: Candidate, around: Surroundings) -> bool:
    """«в 15 часов», not «около 5 часов», «до 10 часов» (lengths), «в двух часах езды»."""
    groups = candidate.groups
    if int(groups["hour"].value) > 24:
        return False
    if "part" in groups or "minute" in groups:
        return True
    singular_or_count = around.text(candidate.last - 1).lower() in {"час", "часа", "часов", "часам"}
    return around.kind(candidate.first) in {"in", "towards"} and singular_or_count


def clock_part(candidate: Candidate, around: Surroundings) -> bool:
    """«9 утра», «в два часа дня»; «два дня» is a length, «в два дня» at best too."""
    return candidate.groups["part"].kind != "day_genitive" and int(candidate.groups["hour"].value) <= 12


def by_how_much(candidate: Candidate, around: Surroundings) -> bool:
    """«днём ранее», «двумя неделями позже», not «на два дня раньше»."""
    unit = candidate.groups["unit"]
    instrumental = around.content[unit.start : unit.end].lower().endswith(_INSTRUMENTAL)
    return instrumental and around.kind(candidate.first - 1) != "at"


def one_unit(candidate: Candidate, around: Surroundings) -> bool:
    """«в прошлом году», not «в прошлые годы», «в эти дни»."""
    unit = candidate.groups["unit"]
    form = around.content[unit.start : unit.end].lower()
    plural = form in {
        "дни",
        "днях",
        "дней",
        "дням",
        "годы",
        "годах",
        "годов",
        "годам",
        "недель",
        "неделях",
        "месяцы",
        "месяцев",
        "месяцах",
        "сутки",
        "суток",
        "века",
        "десятилетия",
        "десятилетий",
        "кварталы",
    }
    if form == "века" or (form == "недели" and around.feature(candidate.last - 1, "Number") == "Plur"):
        plural = around.feature(candidate.last - 1, "Number") == "Plur"
    nearest = around.text(candidate.first).lower().startswith("ближайш")
    return not plural and not nearest


def round_decade(candidate: Candidate, around: Surroundings) -> bool:
    """«1980–1990-е годы», not «1985–1990-е»."""
    return int(candidate.groups["decade"].value) % 10 == 0


def known_century(candidate: Candidate, around: Surroundings) -> bool:
    """Centuries go from I to XXI."""
    return all(1 <= int(a.value) <= 22 for name, a in candidate.groups.items() if name.endswith("century"))


def counted_through(candidate: Candidate, around: Surroundings) -> bool:
    """«через неделю», not «через годы», «через века»."""
    return "count" in candidate.groups or _unit_form(candidate, around) in _ONE_UNIT


def counted_ago(candidate: Candidate, around: Surroundings) -> bool:
    """«год назад», «пять лет назад», not «много лет назад», «столетия назад», «тысячи лет назад»."""
    if around.text(candidate.first).lower() in {"тысячи", "тысяч", "сотни"}:
        return False
    return "count" in candidate.groups or _unit_form(candidate, around) in _ONE_UNIT


def _unit_form(candidate: Candidate, around: Surroundings) -> str:
    unit = candidate.groups["unit"]
    return around.content[unit.start : unit.end].lower()


def wednesday(candidate: Candidate, around: Surroundings) -> bool:
    """«в прошлую среду», «к следующей среде», not «в этой среде» (surroundings)."""
    kind = candidate.groups["weekday"].kind
    if kind == "wednesday_accusative":
        return around.kind(candidate.first) != "this_step" or around.kind(candidate.first - 1) in {"in", "at"}
    return kind == "weekday" or around.kind(candidate.first - 1) in {"until", "from", "towards"}


def not_every(candidate: Candidate, around: Surroundings) -> bool:
    """«15 числа», not «15 числа каждого месяца»."""
    return around.kind(candidate.last) != "every"


def own_day(candidate: Candidate, around: Surroundings) -> bool:
    """«на вчерашней встрече», not «на сегодняшний день» (by now)."""
    return around.lemma(candidate.last) != "день" or around.kind(candidate.first - 1) == "from"


def on_holiday(candidate: Candidate, around: Surroundings) -> bool:
    """«к Новому году», «в День Победы», not «с Новым годом», «парад Победы»."""
    return around.kind(candidate.first - 1) in {"in", "at", "towards", "under", "until", "after", "before"}


CHECKS: Mapping[str, tuple[Check, ...]] = {
    "iso-day": (exists,),
    "numeric-day": (exists,),
    "numeric-day-short": (exists,),
    "slash-day": (exists,),
    "slash-day-short": (exists,),
    "numeric-days": (exists, rising),
    "numeric-range": (exists,),
    "day-month": (exists, day_case, no_street),
    "day-month-abbreviated": (exists, day_case),
    "day-month-year": (exists, day_case, no_street, no_gram),
    "day-month-abbreviated-year": (exists, day_case),
    "day-month-short-year": (exists, day_case),
    "days": (exists, rising, day_case),
    "days-year": (exists, rising, day_case),
    "days-from": (exists, rising, day_case),
    "days-from-year": (exists, rising, day_case),
    "night-between": (exists,),
    "day-listed": (exists, day_case),
    "day-of-month": (exists, not_every),
    "day-ordinal": (exists, ordinal_alone),
    "month-year": (no_gram,),
    "month": (in_lower_case,),
    "month-step": (in_lower_case,),
    "month-adjective": (no_namesake,),
    "year": (no_gram, no_street),
    "year-short": (year_of_two_digits,),
    "ago": (counted_ago,),
    "year-bare": (year_alone,),
    "years": (years_rise,),
    "years-bare": (years_alone,),
    "years-season": (season_pair,),
    "years-from": (years_rise,),
    "season": (lower_or_first, season_governed),
    "season-year": (lower_or_first,),
    "season-step": (),
    "season-adjective": (lower_or_first, season_noun),
    "weekday": (one_weekday,),
    "weekday-wednesday": (one_weekday,),
    "weekday-step": (one_weekday, wednesday),
    "weekend": (at_weekend,),
    "weekday-of-month": (nth_weekday,),
    "night-between-months": (exists,),
    "day-adjective": (own_day,),
    "holiday": (on_holiday,),
    "eve": (no_genitive,),
    "part-of-day": (adverbial,),
    "part-daytime": (adverbial,),
    "clock": (clock_time,),
    "clock-dotted": (clock_time,),
    "clock-hours": (clock_hours,),
    "clock-part": (clock_part,),
    "earlier": (by_how_much,),
    "step-unit": (one_unit,),
    "same-unit": (one_unit,),
    "that-day": (one_unit,),
    "century": (known_century,),
    "decades": (round_decade,),
    "century-abbreviated": (known_century,),
    "centuries": (known_century,),
    "through": (counted_through,),
}

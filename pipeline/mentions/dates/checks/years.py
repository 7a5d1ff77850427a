"""Checks of years: not weights, sums or numbers of people."""

from __future__ import annotations

from pipeline.mentions.dates.checks.line_heads import heading_year
from pipeline.mentions.dates.checks.word_kinds import NOMINAL, PREPOSITIONS, is_genitive
from pipeline.mentions.dates.recognise import Candidate, Surroundings

_ELIDED = {"прошлого", "позапрошлого", "нынешнего", "текущего", "будущего", "следующего"}
_LAST_DAY = 31
_MONTHS = 12
_LEAST_SHORT = 21  # «в двенадцатом» may be a chapter, a hall or a round


def year_alone(candidate: Candidate, around: Surroundings) -> bool:
    """«в 1973 он вернулся», «(1994)», «© Вестник, 2024», «1936. Открыт музей»; not «в 2021 человек»."""
    value = int(candidate.groups["year"].value)
    if heading_year(candidate, around):
        return True
    if not 1800 <= value <= 2100:
        return False
    before, after = around.kind(candidate.first - 1), around.kind(candidate.last)
    if before == "lparen" and after in {"rparen", "comma"}:
        return True
    if any(around.kind(i) == "copyright" for i in range(max(0, candidate.first - 8), candidate.first)):
        return True
    followed = around.pos(candidate.last) not in NOMINAL and after not in {"percent", "glued_dash", "sign"}
    return before in {"in", "until", "after"} and followed and after not in {"n1", "n100", "number"}


def ordinal_year_alone(candidate: Candidate, around: Surroundings) -> bool:
    """«в 2014-м он уехал», not «на 1900-м километре трассы», «1187-й рейс»."""
    value = int(candidate.groups["year"].value)
    ending = around.text(candidate.last - 1).lower()
    agreeing = {"м": "Loc", "го": "Gen"}.get(ending.rpartition("-")[2], around.feature(candidate.last, "Case"))
    counted = around.pos(candidate.last) == "NOUN" and around.feature(candidate.last, "Case") == agreeing
    counted = counted and around.feature(candidate.last, "Gender") != "Fem"  # «в 1962-м труппе присвоили»
    return 1000 <= value <= 2100 and not counted


def years_alone(candidate: Candidate, around: Surroundings) -> bool:
    """«1985—1990», not «1000–2000 рублей»."""
    first, last = (int(candidate.groups[name].value) for name in ("year", "to_year"))
    plausible = 1800 <= first < last <= 2100
    return (
        plausible
        and around.kind(candidate.first - 1) in {"lparen", *PREPOSITIONS}
        and (around.pos(candidate.last) not in NOMINAL)
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
    named = named or around.kind(candidate.last - 1) == "ordinal_year"  # «с 2019-го по 2021-й завод стоял»
    return first < last and (named or (1800 <= first <= 2100 and around.pos(candidate.last) not in NOMINAL))


def years_between(candidate: Candidate, around: Surroundings) -> bool:
    """«между 2015 и 2018 годами», «между 2015-м и 2018-м», not «между 1500 и 2000 рублей»."""
    first, last = candidate.groups["year"], candidate.groups["to_year"]
    named = around.kind(candidate.last - 1) != "year"
    return int(first.value) < int(last.value) and named


def year_elided(candidate: Candidate, around: Surroundings) -> bool:
    """«в апреле нынешнего суд отказал», «осенью прошлого», not «в мае прошлого сезона», «в мае этого не было»."""
    step, after = around.text(candidate.last - 1).lower(), candidate.last
    return step in _ELIDED and not is_genitive(after, around)


def year_of_two_digits(candidate: Candidate, around: Surroundings) -> bool:
    """«в 98-м году», «к концу 23-го года», not «на 85 году жизни», «в 5-м году обучения», «до 85-го года жизни»."""
    bounded = around.kind(candidate.first - 1) in {"edge", "from", "until", "after"}
    ended = bounded and candidate.groups["short_year"].kind.startswith("ordinal")  # «не дожив до 71 года» is an age
    named = around.text(candidate.last - 1).lower() in ({"году", "года"} if ended else {"году"})
    counted = is_genitive(candidate.last, around, {"NOUN"})
    return named and not counted


def months_of_year(candidate: Candidate, around: Surroundings) -> bool:
    """«за первые семь месяцев 2017 года», not «за последние два месяца 2017 года», «каждые три месяца 2017 года»."""
    count = int(candidate.groups["to_month"].value)
    return 1 < count <= _MONTHS and around.kind(candidate.first - 1) not in {"last", "every"}


def season_pair(candidate: Candidate, around: Surroundings) -> bool:
    """«сезон 2021/22»."""
    first, last = int(candidate.groups["year"].value), int(candidate.groups["to_year"].value)
    return last == (first + 1) % 100


def no_gram(candidate: Candidate, around: Surroundings) -> bool:
    """«2021 г.» is a year, «1500 г муки» a weight."""
    value = int(candidate.groups["year"].value)
    abbreviated = any(around.kind(i) == "year_abbreviation" for i in range(candidate.first, candidate.last))
    governed = "month" in candidate.groups or around.kind(candidate.first - 1) in PREPOSITIONS
    return not abbreviated or 1700 <= value <= 2100 or (governed and 1000 <= value < 1700)


def early_year(candidate: Candidate, around: Surroundings) -> bool:
    """«в 988 году», not «120 лет», «на 120 год»."""
    return around.text(candidate.last - 1).lower() in {"году", "года"}


def within_era(candidate: Candidate, around: Surroundings) -> bool:
    """No year before 1000 BC; «490 году до н. э.», not «490 лет до н. э.»."""
    return 1 <= int(candidate.groups["early_year"].value) <= (1000 if "bce" in candidate.groups else 2100)


def quarter_of_four(candidate: Candidate, around: Surroundings) -> bool:
    """A year has four; «I–III кварталы» rise."""
    numbers = [int(atom.value) for name, atom in candidate.groups.items() if name.endswith("quarter")]
    joined = any(around.kind(i) == "and" for i in range(candidate.first, candidate.last))
    rises = len(numbers) == 1 or numbers[1] == numbers[0] + 1 or (not joined and numbers[1] > numbers[0])
    return all(1 <= number <= 4 for number in numbers) and rises


def short_year_behind(candidate: Candidate, around: Surroundings) -> bool:
    """«в августе 91-го», «летом 41-го», «в июне сорок первого»; a month's «14-го» may be its day."""
    genitive = around.text(candidate.last - 1).lower().endswith("го")
    least = 10 if "period" in candidate.groups or "day" in candidate.groups else _LAST_DAY + 1
    named = is_genitive(candidate.last, around)
    return genitive and not named and least <= int(candidate.groups["short_year"].value) < 100


def one_quarter(candidate: Candidate, around: Surroundings) -> bool:
    """«4 квартал 2018», not «4 квартала» (a length), «третий квартал подряд»."""
    counted = candidate.groups["quarter"].kind in {"n1", "n01"}
    word = next(i for i in range(candidate.first, candidate.last) if around.kind(i) == "quarter_word")
    return not (counted and around.text(word).lower().endswith(("а", "ов"))) and not _in_a_row(candidate, around)


def _in_a_row(candidate: Candidate, around: Surroundings) -> bool:
    return around.text(candidate.last).lower() == "подряд"


def short_year_alone(candidate: Candidate, around: Surroundings) -> bool:
    """«вернулся в сорок пятом», «в 62-м», «впервые с девяносто восьмого», not «в 45-м туре», «в шестом»."""
    if around.kind(candidate.first - 1) != "in":
        return _bounding_year(candidate, around)
    locative = around.text(candidate.last - 1).lower().endswith(("м", "ом", "ем"))
    agreeing = around.feature(candidate.last, "Case") in {"Loc", "Gen", ""}
    named = around.pos(candidate.last) in NOMINAL and agreeing
    return locative and not named and _LEAST_SHORT <= int(candidate.groups["short_year"].value) < 100


def _bounding_year(candidate: Candidate, around: Surroundings) -> bool:
    """«с девяносто восьмого, когда», «до восемьдесят пятого работал»; no day, place in a table or kilometre.

    Not «с двадцать пятого», «с 38-го на 42-е место», «с тридцать пятого по сорок второй километр».
    """
    words = range(candidate.first, candidate.last)
    spelt = not any(char.isdigit() for index in words for char in around.text(index))
    genitive = around.text(candidate.last - 1).lower().endswith("го")
    closed = around.pos(candidate.last) in {"PUNCT", "VERB", "PRON"}
    return spelt and genitive and closed and _LAST_DAY < int(candidate.groups["short_year"].value) < 100

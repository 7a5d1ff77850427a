"""Times, months and years that head the lines of a chronicle: «16:40. Подъезжает фургон», «1936. Открыт музей».

One such line may be a count, a score or an item of a contract; two make a chronicle, if its years do not fall and its
dotted times cannot all be days («05.10. Концерт», «12.10. Спектакль»).
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from pipeline.mentions.dates.checks.days import is_all
from pipeline.mentions.dates.checks.word_kinds import BEHIND_HEADS, is_genitive
from pipeline.mentions.dates.contexts import load_contexts
from pipeline.mentions.dates.lexicon import load_lexicon
from pipeline.mentions.dates.recognise import Candidate, Surroundings

_HEAD = re.compile(
    r"^[^\S\n]*(?:(?P<year>1[6-9]\d\d|20\d\d)|(?P<hour>[01]?\d|2[0-3])(?P<sign>[:.])(?P<minute>[0-5]\d))"
    r"\s?[.:—–-](?!\s*\d{4})",
    re.MULTILINE,
)
_MONTHS = range(1, 13)
_STEP = 5  # minutes
_YEAR, _MONTH, _WEEKDAY, _CLOCK, _DOTTED = "year", "month", "weekday", ":", "."
_WEEKDAY_HEADS = re.compile(r"^[^\S\n]*(?:Понедельник|Вторник|Четверг|Пятница|Суббота)[.:—–](?=\s)", re.MULTILINE)


def heading_stamp(candidate: Candidate, around: Surroundings) -> bool:
    """«16:40. Подъезжает фургон», «11.15. Мэр открыл парад»; not «10:12 — счёт»."""
    dotted = candidate.pattern.name == "clock-stamp"
    return _heads(candidate, around, _DOTTED if dotted else _CLOCK)


def dotted_stamp(candidate: Candidate, around: Surroundings) -> bool:
    """«11.15. Мэр открыл парад», not «2.3. Порядок»: such times are round and of two digits."""
    hour, minute = (candidate.groups[name] for name in ("hour", "minute"))
    two_digits = all(number.end - number.start == len("00") for number in (hour, minute))
    return two_digits and int(minute.value) % _STEP == 0 and heading_stamp(candidate, around)


def heading_year(candidate: Candidate, around: Surroundings) -> bool:
    """«1936. В Москве открыт музей», «1992 — завод закрыт»; not «2000 — рублей»."""
    return _heads(candidate, around, _YEAR)


def small_or_heading(candidate: Candidate, around: Surroundings) -> bool:
    """«в мае», «Июль. Премьер подаёт в отставку»; not «Май Абрикосов»."""
    if around.text(candidate.first)[:1].islower():
        return True
    alone = candidate.last == candidate.first + 1
    return alone and _heads(candidate, around, _MONTH)


def _heads(candidate: Candidate, around: Surroundings, kind: str) -> bool:
    first, last = candidate.first, candidate.last
    opens = around.kind(first - 1) == "break" and around.kind(last) in BEHIND_HEADS
    if not opens or kind not in _chronicle(around.content):
        return False
    counted = is_genitive(last + 1, around, {"NOUN"})
    return not counted and around.lemma(last + 1) not in load_contexts()["score"]


def wednesday_heading(candidate: Candidate, around: Surroundings) -> bool:
    """«Среда. Спикер переносит голосование» in a chronicle with «Вторник. …», not «Среда. Всё о природе»."""
    return is_all(candidate, around) or _heads(candidate, around, _WEEKDAY)


@cache
def _month_heads() -> re.Pattern[str]:
    """«Октябрь. Мэр …», and the days between: «18 сентября. Блок …»."""
    months = "|".join(form.capitalize() for form, (kind, _) in load_lexicon().forms.items() if kind == "month")
    days = rf"\d\d?\s+(?:{months.lower()})"
    return re.compile(rf"^[^\S\n]*(?:{months}|{days})[.:—–](?=\s)", re.MULTILINE)


@lru_cache(maxsize=4)
def _chronicle(content: str) -> frozenset[str]:
    """What the lines of a text are headed by, where they make a chronicle."""
    found = list(_HEAD.finditer(content))
    years = [int(head["year"]) for head in found if head["year"]]
    clocks = [head for head in found if head["sign"] == _CLOCK]
    dotted = [int(head["minute"]) for head in found if head["sign"] == _DOTTED]
    kinds = {
        _WEEKDAY: len(_WEEKDAY_HEADS.findall(content)) > 1,
        _MONTH: len(_month_heads().findall(content)) > 1,
        _YEAR: len(years) > 1 and years == sorted(years),
        _CLOCK: len(clocks) > 1,
        _DOTTED: len(dotted) > 1 and any(minute not in _MONTHS for minute in dotted),
    }
    return frozenset(kind for kind, holds in kinds.items() if holds)

"""Checks of counted units: «год назад», not «годы назад»."""

from __future__ import annotations

from pipeline.mentions.dates.checks.word_kinds import is_genitive
from pipeline.mentions.dates.contexts import load_contexts
from pipeline.mentions.dates.recognise import Candidate, Surroundings

_ONE_UNIT = {"день", "сутки", "неделю", "недельку", "месяц", "год", "час", "десятилетие", "квартал", "век", "столетие"}
_INSTRUMENTAL = ("ом", "ем", "ём", "ей", "ой", "ами", "ями")
_PLURALS = frozenset(
    ["дни", "днях", "дней", "дням", "годы", "годах", "годов", "годам", "недель", "неделях", "месяцы", "месяцев",
     "месяцах", "сутки", "суток", "века", "десятилетия", "десятилетий", "кварталы"]
)  # fmt: skip


def by_how_much(candidate: Candidate, around: Surroundings) -> bool:
    """«днём ранее», «двумя неделями позже», not «на два дня раньше»."""
    unit = candidate.groups["unit"]
    instrumental = around.content[unit.start : unit.end].lower().endswith(_INSTRUMENTAL)
    ahead = around.lemma(candidate.last) in load_contexts()["ahead_of"]  # «годом раньше срока»
    return instrumental and not ahead and around.kind(candidate.first - 1) != "at"


def one_unit(candidate: Candidate, around: Surroundings) -> bool:
    """«в прошлом году», not «в прошлые годы», «в эти дни»."""
    unit = candidate.groups["unit"]
    form = around.content[unit.start : unit.end].lower()
    plural = form in _PLURALS and not around.text(candidate.first).lower().endswith(("ого", "его"))
    if form == "века" or (form == "недели" and around.feature(candidate.last - 1, "Number") == "Plur"):
        plural = around.feature(candidate.last - 1, "Number") == "Plur"
    nearest = around.text(candidate.first).lower().startswith("ближайш")
    return not plural and not nearest


def told_already(candidate: Candidate, around: Surroundings) -> bool:
    """«в том году», not «в том году, когда он родился»."""
    return around.kind(candidate.last) != "comma" or around.text(candidate.last + 1).lower() != "когда"


def whole_day_past(candidate: Candidate, around: Surroundings) -> bool:
    """«за минувшие сутки», not «за прошедшие дни»."""
    return _unit_form(candidate, around) == "сутки"


def day_since(candidate: Candidate, around: Surroundings) -> bool:
    """«на пятый день сдались», not «на пятый день осады», «на первый день», «на третий день подряд»."""
    of_what = is_genitive(candidate.last, around, {"NOUN", "ADJ", "PROPN"})
    single = _unit_form(candidate, around) in {"день", "сутки"} and int(candidate.groups["nth"].value) > 1
    apposed = around.kind(candidate.first - 1) == "comma" and around.pos(candidate.last) == "PUNCT"  # of something
    return single and not of_what and not apposed and around.lemma(candidate.last) not in {"подряд", "после", "с", "со"}


def of_range(candidate: Candidate, around: Surroundings) -> bool:
    """«В первый день прошла беседа», «итоги первого дня визита»; not «первый день недели», «на третий день»."""
    within = _unit_form(candidate, around) == "день" and around.kind(candidate.first) == "in"
    of_it = _unit_form(candidate, around) == "дня" and around.text(candidate.first).lower().endswith("го")
    return (within or of_it) and around.kind(candidate.last) not in {"week_word", "month_word", "year_word"}


def on_week(candidate: Candidate, around: Surroundings) -> bool:
    """«Ледоход начался на неделе», not «на неделе моды», «отпуск на неделю», «на каждой неделе»."""
    of_what = is_genitive(candidate.last, around, {"NOUN", "ADJ", "PROPN"})
    return around.text(candidate.last - 1).lower() == "неделе" and not of_what


def counted_through(candidate: Candidate, around: Surroundings) -> bool:
    """«через неделю», «год спустя», not «через годы», «века спустя», «много лет спустя»."""
    return "count" in candidate.groups or _unit_form(candidate, around) in _ONE_UNIT


def counted_ago(candidate: Candidate, around: Surroundings) -> bool:
    """«год назад», «пять лет назад», not «много лет назад», «столетия назад», «тысячи лет назад»."""
    if around.text(candidate.first).lower() in {"тысячи", "тысяч", "сотни"}:
        return False
    return "count" in candidate.groups or _unit_form(candidate, around) in _ONE_UNIT


def _unit_form(candidate: Candidate, around: Surroundings) -> str:
    unit = candidate.groups["unit"]
    return around.content[unit.start : unit.end].lower()

"""Checks of days said by an ordinal alone: «29-е», «двадцать пятого», «третьего дня»."""

from __future__ import annotations

from pipeline.mentions.dates.checks.days import is_all
from pipeline.mentions.dates.checks.word_kinds import DAY_PARTS, NOMINAL, is_genitive
from pipeline.mentions.dates.contexts import load_contexts
from pipeline.mentions.dates.recognise import Candidate, Surroundings

_TIMES = DAY_PARTS | {"weekday", "after"}
_GOES_ON = {"VERB", "ADP", "PRON", "PART", "ADV"}  # parts of speech that nothing counted has
_EMPHATIC = {"ещё", "еще", "лишь", "только", "уже", "именно", "аж"}
_CONTRASTING = {"а", "не", *_EMPHATIC}
_LEAST_WORD = 10  # «с первого» may be a floor, a year of school, a try


def ordinal_alone(candidate: Candidate, around: Surroundings) -> bool:
    """«перенесли на 29-е», not «5-е место», «на 29-й минуте»."""
    before, after = around.kind(candidate.first - 1), around.pos(candidate.last)
    if is_all(candidate, around):
        return candidate.groups["day"].kind == "ordinal_day"
    if _changes_rank(candidate, around):
        return False
    free = after not in NOMINAL or around.kind(candidate.last) in {"day_word", "weekday", "part"}
    if before in {"comma", "and", "word", "dot", "break"} and not free and _stands_apart(candidate, around):
        return True
    if before in {"at", "from", "until", "towards", "by"}:
        return free
    return _set_apart(candidate, around, free=free) or _adverbial(candidate, around, free=free)


def _set_apart(candidate: Candidate, around: Surroundings, *, free: bool) -> bool:
    """A diary's «14-го. Приехал министр»; «сыграют не 22-го, а позже», «а 21-го и вовсе»."""
    genitive = around.text(candidate.first).lower().endswith("го")
    heads = around.kind(candidate.first - 1) == "break" and around.text(candidate.last) in {".", ":"}
    contrasted = around.text(candidate.first - 1).lower() in _CONTRASTING and around.pos(candidate.last) != "ADP"
    return genitive and (heads or (free and contrasted and not _counts(candidate.last, around)))


def _counts(index: int, around: Surroundings) -> bool:
    """«не 5-го, а 6-го подъезда»: what the second one counts, the first counts too."""
    other = around.text(index + 1).lower() == "а" and around.kind(index + 2).startswith("ordinal")
    return around.kind(index) == "comma" and other and around.pos(index + 3) in NOMINAL


def _adverbial(candidate: Candidate, around: Surroundings, *, free: bool) -> bool:
    """A day that says when, by what stands before it; `free` where no noun behind can be what it counts."""
    before, after = around.kind(candidate.first - 1), around.pos(candidate.last)
    genitive = around.text(candidate.first).lower().endswith("го")
    if before in _TIMES:
        return genitive and free  # «утром 19-го на перегоне», «к вечеру 15-го»
    if before in {"break", "dot", "colon"}:
        return genitive and (after in _GOES_ON or around.kind(candidate.last) == "dash")  # «12-го на улицы вышли»
    if before == "dash":
        return genitive and after == "PUNCT"  # «Второй тур — 28-го»
    listed = before in {"and", "comma"} or (before == "word" and around.pos(candidate.first - 1) == "VERB")
    if genitive and listed and (after == "ADP" or around.kind(candidate.last) == "dash"):
        return True  # «пройдёт 19-го в школе», «15-го в Минске и 17-го в Бресте»
    timed = genitive and around.kind(candidate.last) in {"part", "daytime"}  # «27-го вечером»
    return before in {"comma", "and", "word", "lparen"} and (timed or (after in {"PUNCT", "VERB"} and free))


def _changes_rank(candidate: Candidate, around: Surroundings) -> bool:
    """«поднялся с 5-го на 3-е место», «с 1-го по 5-й этаж», not «19-го на окраине города»."""
    after = candidate.last
    ranked = around.kind(after) in {"at", "by", "until"} and around.kind(after + 1).startswith("ordinal")
    return ranked and around.kind(after + 2) == "word" and around.pos(after + 2) in NOMINAL


def _stands_apart(candidate: Candidate, around: Surroundings) -> bool:
    """«25-го столицу посетит министр»: the noun is in another case than a day in the genitive; «25-го полка» is not."""
    genitive = around.text(candidate.first).lower().endswith("го")
    return genitive and around.feature(candidate.last, "Case") in {"Nom", "Acc", "Dat", "Ins"}


def ordinal_word_alone(candidate: Candidate, around: Surroundings) -> bool:
    """«двадцать пятого» alone, «до двадцатого», «на двадцать пятое», «по двенадцатое»; not «на пятое место»."""
    form, day = around.text(candidate.last - 1).lower(), int(candidate.groups["day"].value)
    neuter, genitive = form.endswith(("ое", "ье")), form.endswith("го")
    if not 1 <= day <= 31:
        return False
    if day >= _LEAST_WORD and genitive and (_opens_clause(candidate, around) or _beside_verb(candidate, around)):
        return True
    if around.pos(candidate.last) in NOMINAL:
        return False
    if is_all(candidate, around):
        return genitive
    before = around.kind(candidate.first - 1)
    put = before in {"at", "by"} and neuter
    return day >= _LEAST_WORD and (put or (before in {"from", "until"} and genitive))


def _opens_clause(candidate: Candidate, around: Surroundings) -> bool:
    """«Двадцатого нас позвали в палату», not «Двадцатого участника ждали»."""
    opens = around.kind(candidate.first - 1) in {"break", "dot", "colon"}
    free = around.pos(candidate.last) not in NOMINAL | {"ADP", "PUNCT", "CCONJ"}
    return opens and (free or _stands_apart(candidate, around))


def _beside_verb(candidate: Candidate, around: Surroundings) -> bool:
    """«вернулась десятого.», «слёг ещё двадцатого», «мы десятого вылетели», not «удалил одиннадцатого»."""
    before, after = candidate.first - 1, around.pos(candidate.last)
    if not around.text(candidate.first).islower():
        return False  # «Людовика Шестнадцатого казнили»
    emphatic = around.text(before).lower() in _EMPHATIC
    verb = before - 1 if emphatic else before
    stays = emphatic or around.lemma(verb) in load_contexts()["day_verb"]
    told = around.pos(verb) == "VERB" and after in {"PUNCT", "CCONJ"} and stays
    return told or (after == "VERB" and around.pos(before) == "PRON")


def third_day(candidate: Candidate, around: Surroundings) -> bool:
    """«Третьего дня прибыл посол», «водолазы третьего дня достали» (two days ago), not «итоги третьего дня саммита»."""
    alone = around.pos(candidate.first - 1) not in NOMINAL | {"ADP"} or _behind_doer(candidate, around)
    return around.text(candidate.first).lower() == "третьего" and alone and not is_genitive(candidate.last, around)


def _behind_doer(candidate: Candidate, around: Surroundings) -> bool:
    """«Водолазы [третьего дня] достали обрез», «Иван Орлов …», not «лидер третьего дня упал»: days of an event."""
    before = candidate.first - 1
    somebody = around.feature(before, "Animacy") == "Anim" or around.pos(before) == "PROPN"
    of_event = around.lemma(before) in load_contexts()["of_event"]
    return around.pos(candidate.last) == "VERB" and somebody and not of_event

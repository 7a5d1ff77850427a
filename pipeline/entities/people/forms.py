"""The parts of a person's name as they stand in the text: which word is the first name, which the surname."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from pipeline.entities.lexicon import name_words
from pipeline.entities.people.person import PersonForm
from pipeline.entities.people.roles import can_be_first, can_be_last, east_surname, follows_womans_name, is_father

_INITIALS = re.compile(r"(?<![А-ЯЁA-Zа-яёa-z])([А-ЯЁA-Z][а-яё]?)\.")
_WORD = re.compile(r"[^\W\d_]+(?:[-’'`ъ][^\W\d_]+)*|[IVX]+\b")
_PREPOSITIONS = frozenset("ОВСКУИА")
_VOWEL = re.compile(r"[аеёиоуыэюя]", re.IGNORECASE)
_NUMERAL = re.compile(r"[IVX]+")
_GENERATION = re.compile(r"-(старш|младш)(ий|его|ему|им|ем|ая|ей|ую)$")


@lru_cache(maxsize=20_000)
def read_parts(text: str) -> PersonForm:
    """Tell the parts of a name apart.

    Examples: «Жаксыбаев С.К.» has the initials С, К and a surname; «Бакыт уулу Нурлан» the surname «Бакыт уулу»;
    «Лукашенко Александром Григорьевичем» is surname, first name, patronymic; «Ли Дон Хёка» begins with the surname.
    """
    initials = tuple(_INITIALS.findall(text))
    words = [_GENERATION.sub("", _cased(w)) for w in _WORD.findall(_INITIALS.sub(" ", text))]
    if len(words) > 1 and words[0] in _PREPOSITIONS:  # «О Довлатове» in a headline
        del words[0]
    if initials:
        return _with_initials(words, initials)
    if words and len(words) > 1 and _NUMERAL.fullmatch(words[-1]):
        return PersonForm(first=" ".join(words[:-1]), numeral=words[-1])
    generation = _GENERATION.search(text)
    return replace(_by_count(words), generation=generation.group(1) if generation else "")


def _cased(word: str) -> str:
    """«ЛУКАШЕНКО» as «Лукашенко»; a name in small letters stays."""
    if word.isupper() and len(word) > 3 and not _NUMERAL.fullmatch(word):
        return "-".join(part.capitalize() for part in word.split("-"))
    return word


def _with_initials(words: list[str], initials: tuple[str, ...]) -> PersonForm:
    if len(words) == 2 and len(initials) == 1 and can_be_first(words[0], sure=True):
        return PersonForm(first=words[0], last=words[1], initials=())
    return PersonForm(last=" ".join(words), initials=initials)


def _by_count(words: list[str]) -> PersonForm:
    if not words:
        return PersonForm()
    if len(words) == 1:
        return PersonForm(lone=words[0])
    if words[0].islower() and words[0] in name_words().particles:
        return PersonForm(last=" ".join(words))
    for rule in (_kin_name, _with_patronymic, _east_asian):
        found = rule(words)
        if found:
            return found
    if len(words) == 2:
        return _two_words(*words)
    return _western(words)


def _kin_name(words: list[str]) -> PersonForm | None:
    """«Нурлан Бакыт уулу», «Бакыт уулу Нурлан», «Алиев Гейдар Рза оглы»."""
    at = next((i for i, word in enumerate(words) if word.lower() in name_words().kinship), 0)
    if not at:
        return None
    kin = f"{words[at - 1]} {words[at].lower()}"
    rest = words[: at - 1] + words[at + 1 :]
    if not rest:
        return PersonForm(last=kin)
    if len(rest) == 1:
        return PersonForm(first=rest[0], last=kin)
    pair = _two_words(rest[0], rest[1])
    return PersonForm(first=pair.first, last=pair.last, patronymic=kin)


def _with_patronymic(words: list[str]) -> PersonForm | None:
    """«Асель Болатовна», «Асель Болатовна Нурмухамбетова», «Нурмухамбетова Асель Болатовна»."""
    if (
        len(words) == 2
        and is_father(words[1], sure=False)
        and can_be_first(words[0])
        and not follows_womans_name(*words)
    ):
        return PersonForm(first=words[0], patronymic=words[1])
    if len(words) >= 3 and is_father(words[1], sure=True) and not is_father(words[2], sure=False):
        return PersonForm(first=words[0], patronymic=words[1], last=" ".join(words[2:]))
    if len(words) == 3 and is_father(words[2], sure=True) and can_be_first(words[1]):
        return PersonForm(last=words[0], first=words[1], patronymic=words[2])
    return None


def _east_asian(words: list[str]) -> PersonForm | None:
    """«Ван Цзяньминь», «Ким Чен Ын»: a known surname of one syllable, then no name that Russian knows."""
    syllables = len(words) == 3 and all(len(word) < 6 and len(_VOWEL.findall(word)) < 3 for word in words[1:])
    surname = east_surname(words[0], declined=syllables)
    if len(words) > 3 or not surname:
        return None
    if not syllables and any(can_be_first(w, sure=True) for w in words[1:]):
        return None
    return PersonForm(last=surname, first=" ".join(words[1:]), east=True)


def _two_words(one: str, two: str) -> PersonForm:
    """First name, surname; the other way round where only the second word can be a first name."""
    turned = can_be_first(two, sure=True) and not can_be_first(one, sure=True)
    if (
        turned
        and can_be_last(one)
        and not (one.lower() in name_words().east_surnames and two.lower() in name_words().east_surnames)
    ):
        return PersonForm(first=two, last=one)
    return PersonForm(first=one, last=two)


def _western(words: list[str]) -> PersonForm:
    """«Урсула фон дер Ляйен», «Реджеп Тайип Эрдоган»: particles belong to the surname, middle names to the first."""
    at = next(
        (i for i, word in enumerate(words) if i and word.lower().split("-")[0] in name_words().particles),
        len(words) - 1,
    )
    return PersonForm(first=" ".join(words[:at]), last=" ".join(words[at:]))

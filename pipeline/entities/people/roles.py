"""Which part of a person's name a single word can be: first name, patronymic, surname."""

from __future__ import annotations

import re

from pipeline.entities.declension.readings import read_form
from pipeline.entities.lexicon import name_words
from pipeline.entities.people.given import is_first_name, known_genders
from pipeline.language.given_names import is_patronymic, surname_rank

_SURNAME_FORM = re.compile(
    r"(?:[оеё]в|ин|ын|ян|ко|швили|дзе|ск[а-яё]{1,3}|[оеё]в[а-яё]{1,2}|ин[а-яё]{1,2}|ич[а-яё]{0,2})$"
)
_PATRONYMIC_FORM = re.compile(r".{2,}(?:[оеё]вич|ич)(?:|а|у|ем|ом|е)|.{2,}(?:[оеё]вн|ичн|инишн)(?:а|ы|е|у|ой|ою)")
_MANS_PATRONYMIC = re.compile(r".{2,}[оеё]вич(?:|а|у|ем|ом|е)")
_WOMANS_PATRONYMIC = re.compile(r"(?:овн|евн|ёвн|ичн|инишн)(?:а|ы|е|у|ой|ою)$")


def can_be_first(word: str, *, sure: bool = False) -> bool:
    """Whether some nominative of the word is a known first name; with `sure` unknown words are none."""
    readings = read_form(word.lower(), "first")
    known = any((is_first_name(r.nominative) and r.weight > 0.15) or is_first_name(word) for r in readings)
    return known or (not sure and not known_genders(word))


def can_be_last(word: str) -> bool:
    """Whether some nominative of the word is a known surname or ends like one."""
    return _is_known_last(word) or bool(_SURNAME_FORM.search(word.lower()))


def _is_known_last(word: str) -> bool:
    return any(surname_rank(r.nominative) for r in read_form(word.lower(), "last"))


def is_father(word: str, *, sure: bool) -> bool:
    """Whether a word is a patronymic; `sure` where its place already says so."""
    lowered = word.lower()
    if not _PATRONYMIC_FORM.fullmatch(lowered):
        return False
    return sure or is_patronymic(word) or bool(_WOMANS_PATRONYMIC.search(lowered))


def looks_like_father(word: str) -> bool:
    """A word in the form of a man's patronymic that no list knows as a surname: «Токтогулович», not «Маркович»."""
    return bool(_MANS_PATRONYMIC.fullmatch(word.lower())) and not _is_known_last(word)


def follows_womans_name(first: str, father: str) -> bool:
    """«Светланы Алексиевич»: behind a name that only women have, what looks like a man's patronymic is a surname."""
    genders = (known_genders(r.nominative) for r in read_form(first.lower(), "first") if r.weight > 0.15)
    return not _WOMANS_PATRONYMIC.search(father) and frozenset().union(*genders) == {"f"}


def east_surname(word: str, *, declined: bool) -> str:
    """The surname as it stands; in «Кима Чен Ира» it declines as well, against the rule."""
    surnames = name_words().east_surnames
    if word.lower() in surnames or not declined:
        return word if word.lower() in surnames else ""
    nominatives = (r.nominative for r in read_form(word.lower(), "last") if r.gender == "m" and r.case != "Nom")
    return next((name.capitalize() for name in nominatives if name in surnames and len(name) > 2), "")

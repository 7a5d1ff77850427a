"""Forms of names by pymorphy3: which cases a surface form of a nominative can be in, and the genitive."""

from __future__ import annotations

from collections.abc import Set
from functools import cache, lru_cache
from itertools import takewhile
from typing import Any

from pipeline.language.backends import morph_analyzer

CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct")
ALL_CASES = frozenset(CASES)
_CASE_OF = {"gen2": "gent", "acc2": "accs", "loc2": "loct", "voct": "nomn"}


# A word that the dictionary cannot decline, by the endings of its kind: «Жогорку [Кенеша]».
_HARD = tuple("бвгджзклмнпрстфхчш")
_MASCULINE = {"а": {"gent"}, "у": {"datv"}, "ом": {"ablt"}, "ем": {"ablt"}, "е": {"loct"}}


@lru_cache(maxsize=1 << 15)
def declined_forms(nominative: str) -> dict[str, frozenset[str]]:
    """Forms of one word, lower case with ё as е, with the cases each can be in; the word's own number is kept.

    Example: `declined_forms("Минск")["минском"]` is `{"ablt"}`. A word that cannot decline has itself in all cases.
    """
    word = nominative.lower()
    folded = word.replace("ё", "е")
    forms: dict[str, set[str]] = {}
    for parse in _nominative_parses(word):
        number = "plur" if "plur" in parse.tag else "sing"
        gender = parse.tag.gender if parse.tag.POS == "ADJF" else None
        for form in parse.lexeme:
            wrong_gender = gender and form.tag.gender and form.tag.gender != gender
            if number in form.tag and form.tag.case and form.tag.POS == parse.tag.POS and not wrong_gender:
                case = _CASE_OF.get(form.tag.case, str(form.tag.case))  # pymorphy3's own strings cannot be kept
                forms.setdefault(form.word.replace("ё", "е"), set()).add(case)
    known = any(parse.is_known for parse in readings(word))
    if not known and len(forms) < 2 and word.endswith(_HARD):
        for ending, cases in _MASCULINE.items():
            forms.setdefault(f"{folded}{ending}", set()).update(cases)
    forms.setdefault(folded, set()).update({"nomn"} if known and forms else ALL_CASES)
    return {form: frozenset(cases) for form, cases in forms.items()}


def inflected(parse: Any, grammemes: Set[str]) -> str | None:
    """The form of a parsed word that has the grammemes, `None` where there is none.

    Of several superlatives the word's own: pymorphy3 makes «высочайший» of «высшего» and «наихороший» of «лучшего».
    """
    if "Supr" not in parse.tag:
        form = parse.inflect(grammemes)
        return str(form.word) if form is not None else None
    forms = [form.word for form in parse.lexeme if "Supr" in form.tag and grammemes <= form.tag.grammemes]
    return max(forms, key=lambda word: _letters_shared(word, parse.word), default=None)


def _letters_shared(one: str, other: str) -> int:
    """How many letters two words begin with alike."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


@cache
def genitive(name: str) -> str:
    """Genitive of a name of one or more words: «Республика Беларусь» gives «Республики Беларусь».

    Adjectives and the first noun decline, what follows the first noun stays.
    """
    words: list[str] = []
    open_head = True
    for word in name.split():
        parse = next(iter(_nominative_parses(word.lower())), None)
        if not open_head or parse is None:
            words.append(word)
            continue
        form = inflected(parse, {"gent", "plur" if "plur" in parse.tag else "sing"}) or inflected(parse, {"gent"})
        words.append(_like(word, form) if form else word)
        open_head = parse.tag.POS == "ADJF"
    return " ".join(words)


def is_nominative_noun(word: str) -> bool:
    """Whether the word can be the nominative of a noun."""
    return any(parse.tag.POS == "NOUN" for parse in _nominative_parses(word.lower()))


def is_nominative_adjective(word: str) -> bool:
    """Whether the likeliest nominative reading of the word is an adjective or participle."""
    first = next(iter(_nominative_parses(word.lower())), None)
    return first is not None and first.tag.POS in {"ADJF", "PRTF"} and (first.is_known or len(word) > 5)


@lru_cache(maxsize=1 << 15)
def readings(word: str) -> tuple[Any, ...]:
    """All of pymorphy3's parses of a word, the likeliest first."""
    return tuple(morph_analyzer().parse(word.lower()))


_PROPER = ("Geox", "Name", "Surn", "Patr", "Orgn", "Trad", "Abbr")


@lru_cache(maxsize=1 << 15)
def is_plain_word(word: str) -> bool:
    """Whether the dictionary knows the word, or all parts of a compound, and never as a proper name."""
    parts = [word] if readings(word)[0].is_known else word.split("-")
    known = all(any(p.is_known for p in readings(part)) for part in parts if part)
    return known and not any(tag in p.tag for p in readings(word) for tag in _PROPER)


def may_be_animate(word: str) -> bool:
    """Whether the form can be a noun for a living being: «академик», «председатель»."""
    return any("NOUN" in parse.tag and "anim" in parse.tag for parse in readings(word))


@lru_cache(maxsize=1 << 15)
def is_known_word(word: str) -> bool:
    """Whether the dictionary has the form, as a common word or a name; without its parses, which take much memory."""
    return bool(morph_analyzer().word_is_known(word.lower()))


@lru_cache(maxsize=1 << 15)
def may_be_adjective(word: str) -> bool:
    """Whether the form can be an adjective's or a participle's in full form."""
    return any(parse.tag.POS in {"ADJF", "PRTF"} for parse in readings(word))


def _nominative_parses(word: str) -> list[Any]:
    """Readings as a nominative noun or adjective: places before other nouns, known words before guesses."""
    found = [p for p in readings(word) if p.tag.case == "nomn" and p.tag.POS in {"NOUN", "ADJF", "PRTF"}]
    places = [p for p in found if "Geox" in p.tag]
    singular = [p for p in found if "sing" in p.tag]
    return places or singular or found


def _like(model: str, word: str) -> str:
    """Give a word the capitals of its model: «Нью-Йорк» and «нью-йорка» give «Нью-Йорка»."""
    if model.isupper() and len(model) > 1:
        return word.upper()
    parts = word.split("-")
    models = model.split("-")
    if len(parts) != len(models):
        return word.capitalize() if model[:1].isupper() else word
    return "-".join(p[:1].upper() + p[1:] if m[:1].isupper() else p for m, p in zip(models, parts, strict=True))


@cache
def verb_forms(infinitive: str) -> frozenset[str]:
    """Forms of a verb that tell what someone does, lower case with ё as е: no participles, no imperatives.

    Example: `verb_forms("сказать")` holds «сказал», «скажут», «сказав».
    """
    verbs = (parse for parse in morph_analyzer().parse(infinitive) if parse.tag.POS == "INFN")
    forms = (form for parse in verbs for form in parse.lexeme if form.tag.POS in {"VERB", "INFN", "GRND"})
    return frozenset(form.word.replace("ё", "е") for form in forms if form.tag.mood != "impr")

"""Part of speech, features and lemma of each word by itself: pymorphy3's likeliest parse, no network, no context.

What needs context (the case of «сети», subject or object) is often wrong, so only components that ask little of
morphology stand behind it.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from pipeline.language.backends import morph_analyzer

_POS = {
    "NOUN": "NOUN", "ADJF": "ADJ", "ADJS": "ADJ", "COMP": "ADV", "VERB": "VERB", "INFN": "VERB", "PRTF": "VERB",
    "PRTS": "VERB", "GRND": "VERB", "NUMR": "NUM", "ADVB": "ADV", "NPRO": "PRON", "PRED": "VERB", "PREP": "ADP",
    "CONJ": "CCONJ", "PRCL": "PART", "INTJ": "INTJ",
}  # fmt: skip
_SHORT = {"PRTS", "ADJS"}
VERB_FORMS = {"VERB": "Fin", "INFN": "Inf", "PRTF": "Part", "PRTS": "Part", "GRND": "Conv"}
_FEATURES = {
    "case": ("Case", {"nomn": "Nom", "gent": "Gen", "gen2": "Gen", "datv": "Dat", "accs": "Acc", "ablt": "Ins",
                      "loct": "Loc", "loc2": "Loc"}),
    "number": ("Number", {"sing": "Sing", "plur": "Plur"}),
    "gender": ("Gender", {"masc": "Masc", "femn": "Fem", "neut": "Neut"}),
    "tense": ("Tense", {"past": "Past", "pres": "Pres", "futr": "Fut"}),
    "aspect": ("Aspect", {"perf": "Perf", "impf": "Imp"}),
    "mood": ("Mood", {"indc": "Ind", "impr": "Imp"}),
}  # fmt: skip
_ANIMACY = {"anim": "Anim", "inan": "Inan"}
Entry = tuple[str, str, str]  # part of speech, features, lemma


def likeliest(word: str) -> Entry:
    """Part of speech (UD), features and lemma of the likeliest parse.

    Example: «прошёл» is `("VERB", "Aspect=Perf|…|Tense=Past|VerbForm=Fin", "пройти")`.
    """
    if word.isspace():
        return "SPACE", "_", word
    lowered = word.lower()
    if not word[0].isalpha():
        kind = "NUM" if word[0].isdigit() else "SYM" if word[0] in "%№$€₽" else "PUNCT"
        return kind, "_", lowered
    return _likeliest(lowered)


@lru_cache(maxsize=1 << 15)
def _likeliest(lowered: str) -> Entry:
    try:
        known = _known(lowered) if len(lowered) > 1 else None  # a letter may be an initial
        tag, lemma = known or _guessed(lowered)
    except ValueError:  # it asks for the Unicode name of a letter, and Tangut ones and halves of a pair have none
        return "X", "_", lowered
    return *_described(tag), lemma


def _guessed(lowered: str) -> tuple[Any, str]:
    parse = morph_analyzer().parse(lowered)[0]
    return parse.tag, str(parse.normal_form)


def _known(lowered: str) -> tuple[Any, str] | None:
    """Tag and lemma of the first parse of a word of the dictionary, without making the others: a third of the time."""
    analyzer = morph_analyzer()
    dictionary = analyzer.dictionary
    found = [
        (word, dictionary.build_tag_info(*place), place)
        for word, places in dictionary.words.similar_items(lowered, analyzer.char_substitutes)
        for place in places
    ]
    if not found:
        return None
    probability = analyzer.prob_estimator.p_t_given_w.prob
    if len(found) > 1 and lowered.endswith("ли"):  # «нашли» is hardly «send!»
        found = [f for f in found if "impr" not in f[1]] or found
    word, tag, place = max(found, key=lambda f: probability(lowered, f[1])) if len(found) > 1 else found[0]
    return tag, dictionary.build_normal_form(*place, word)


def features_of(tag: Any) -> dict[str, str]:
    """Case, number, gender, tense, aspect and mood of a tag, in the words of Universal Dependencies."""
    return {name: values[str(value)] for attribute, (name, values) in _FEATURES.items()
            if str(value := getattr(tag, attribute)) in values}  # fmt: skip


@lru_cache(maxsize=10_000)
def _described(tag: Any) -> tuple[str, str]:
    """Part of speech and features: the dictionary has some thousand tags."""
    found = features_of(tag)
    form = VERB_FORMS.get(str(tag.POS))
    if form:
        found["VerbForm"] = form
    if str(tag.animacy) in _ANIMACY:
        found["Animacy"] = _ANIMACY[str(tag.animacy)]
    if str(tag.POS) in _SHORT:
        found["Variant"] = "Short"
    return _part_of_speech(tag), "|".join(f"{name}={found[name]}" for name in sorted(found)) or "_"


def _part_of_speech(tag: Any) -> str:
    if "Name" in tag or "Surn" in tag or "Geox" in tag:
        return "PROPN"
    return _POS.get(str(tag.POS), "X")


@lru_cache(maxsize=10_000)
def is_plural_subject(form: str) -> bool:
    """Whether a word can be a plural nominative, whatever else it can be: «стороны», «власти»."""
    return any({"nomn", "plur"} in parse.tag for parse in morph_analyzer().parse(form.lower()))


@lru_cache(maxsize=10_000)
def is_past_participle(form: str) -> bool:
    """Whether a word can be a passive participle of the past, whatever else it can be: «закрытый», «достигнутую»."""
    return any({"PRTF", "past", "pssv"} in parse.tag for parse in morph_analyzer().parse(form.lower()))


def beginnings(lemmas: Iterable[str], length: int) -> frozenset[str]:
    """First letters of all forms of the given dictionary forms, with ё and with е: «год» has «год» and «лет».

    No word that begins otherwise is a form of theirs, so that it need not be looked up.
    """
    found: set[str] = set()
    for lemma in lemmas:
        forms = {form.word for parse in morph_analyzer().parse(lemma) for form in parse.lexeme}
        found.update(form[:length] for form in {lemma, *forms})
    return frozenset({*found, *(beginning.replace("ё", "е") for beginning in found)})

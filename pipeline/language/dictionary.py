"""Part of speech, features and lemma of each word by itself: pymorphy3's likeliest parse, no network, no context.

A tenth of a millisecond an article once the words are known; what needs context (the case of «сети», subject or object)
is often wrong, so only components that ask little of morphology stand behind it.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import numpy as np
from spacy.tokens import Doc
from spacy.vocab import Vocab

from pipeline.language.backends import morph_analyzer

_POS = {
    "NOUN": "NOUN", "ADJF": "ADJ", "ADJS": "ADJ", "COMP": "ADV", "VERB": "VERB", "INFN": "VERB", "PRTF": "VERB",
    "PRTS": "VERB", "GRND": "VERB", "NUMR": "NUM", "ADVB": "ADV", "NPRO": "PRON", "PRED": "VERB", "PREP": "ADP",
    "CONJ": "CCONJ", "PRCL": "PART", "INTJ": "INTJ",
}  # fmt: skip
_VERB_FORMS = {"VERB": "Fin", "INFN": "Inf", "PRTF": "Part", "PRTS": "Part", "GRND": "Conv"}
_FEATURES = {
    "case": ("Case", {"nomn": "Nom", "gent": "Gen", "gen2": "Gen", "datv": "Dat", "accs": "Acc", "ablt": "Ins",
                      "loct": "Loc", "loc2": "Loc"}),
    "number": ("Number", {"sing": "Sing", "plur": "Plur"}),
    "gender": ("Gender", {"masc": "Masc", "femn": "Fem", "neut": "Neut"}),
    "tense": ("Tense", {"past": "Past", "pres": "Pres", "futr": "Fut"}),
    "aspect": ("Aspect", {"perf": "Perf", "impf": "Imp"}),
}  # fmt: skip
Entry = tuple[str, str, str]  # part of speech, features, lemma


class DictionaryTagger:
    """Writes `token.pos_`, `token.morph` and `token.lemma_` word by word."""

    def __init__(self, vocab: Vocab) -> None:
        """Keep the vocabulary, and what was looked up in it, by the hash of the form."""
        self.vocab = vocab
        self.known: dict[int, tuple[int, int, int]] = {}

    def __call__(self, doc: Doc) -> Doc:
        """Tag all words in one go."""
        known, look_up = self.known, self._look_up
        rows = [known.get(form) or look_up(form) for form in doc.to_array("ORTH").tolist()]
        if rows:
            doc.from_array(["POS", "MORPH", "LEMMA"], np.array(rows, dtype=np.uint64))  # type: ignore[arg-type]
        return doc

    def _look_up(self, form: int) -> tuple[int, int, int]:
        strings = self.vocab.strings
        pos, features, lemma = likeliest(strings[form])
        row = self.known[form] = (strings.add(pos), self.vocab.morphology.add(features), strings.add(lemma))
        return row


@lru_cache(maxsize=200_000)
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
    try:
        parses = morph_analyzer().parse(lowered)
    except ValueError:  # it asks for the Unicode name of a letter, and Tangut ones have none
        return "X", "_", lowered
    parse = parses[0]
    return _part_of_speech(parse.tag), _features(parse.tag), str(parse.normal_form)


def _part_of_speech(tag: Any) -> str:
    if "Name" in tag or "Surn" in tag or "Geox" in tag:
        return "PROPN"
    return _POS.get(str(tag.POS), "X")


def _features(tag: Any) -> str:
    found = {name: values[str(value)] for attribute, (name, values) in _FEATURES.items()
             if str(value := getattr(tag, attribute)) in values}  # fmt: skip
    form = _VERB_FORMS.get(str(tag.POS))
    if form:
        found["VerbForm"] = form
    return "|".join(f"{name}={found[name]}" for name in sorted(found)) or "_"

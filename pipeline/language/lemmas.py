"""Lemmas by pymorphy3 that agree with the tagger: of all parses of a form the one most like its tag."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.language.backends import morph_analyzer

_POS: dict[str, frozenset[str]] = {
    "NOUN": frozenset({"NOUN"}),
    "PROPN": frozenset({"NOUN"}),
    "VERB": frozenset({"VERB", "INFN", "PRTF", "PRTS", "GRND"}),
    "AUX": frozenset({"VERB", "INFN", "GRND"}),
    "ADJ": frozenset({"ADJF", "ADJS", "COMP", "PRTF"}),
    "ADV": frozenset({"ADVB", "COMP", "PRED"}),
    "PRON": frozenset({"NPRO", "NOUN"}),
    "DET": frozenset({"ADJF", "NPRO"}),
    "NUM": frozenset({"NUMR", "ADJF"}),
    "ADP": frozenset({"PREP"}),
    "CCONJ": frozenset({"CONJ"}),
    "SCONJ": frozenset({"CONJ"}),
    "PART": frozenset({"PRCL"}),
}
_GRAMMEMES = {
    "Nom": "nomn", "Gen": "gent", "Dat": "datv", "Acc": "accs", "Ins": "ablt", "Loc": "loct",
    "Sing": "sing", "Plur": "plur", "Masc": "masc", "Fem": "femn", "Neut": "neut",
    "Past": "past", "Pres": "pres", "Fut": "futr", "Perf": "perf", "Imp": "impf", "Anim": "anim", "Inan": "inan",
}  # fmt: skip
_KEPT = 1 << 14
_COMPARED = ("Case", "Number", "Gender", "Tense", "Aspect", "Animacy")


@Language.factory(
    "svodka_lemmas",
    assigns=["token.lemma"],
    requires=["token.pos", "token.morph"],
)
def create_lemmatizer(nlp: Language, name: str) -> Lemmatizer:
    """Factory of the lemmatizer."""
    return Lemmatizer()


class Lemmatizer:
    """Writes `token.lemma_`, lower case, ё kept as pymorphy3 has it; white space and punctuation are their own."""

    def __init__(self) -> None:
        """Begin with no lemma."""
        self._known: dict[tuple[int, int, int], str] = {}

    def __call__(self, doc: Doc) -> Doc:
        """Set the lemma of every token; form and tag are compared as the numbers that spaCy has for them."""
        known = self._known
        if len(known) > _KEPT:
            known.clear()
        for token in doc:
            key = token.orth, token.pos, hash(token.morph)
            found = known.get(key)
            if found is None:
                found = known[key] = lemma(token.text, token.pos_, str(token.morph))
            token.lemma_ = found
        return doc


@lru_cache(maxsize=10_000)
def lemma(word: str, pos: str, morph: str) -> str:
    """Lemma of a word form with its Universal Dependencies tag.

    Example: `lemma("стали", "VERB", "Tense=Past")` is «стать», `lemma("стали", "NOUN", "Case=Gen")` is «сталь».
    """
    lowered = word.lower()
    if not any(c.isalpha() for c in lowered):
        return lowered
    features = dict(pair.split("=", 1) for pair in morph.split("|") if "=" in pair)
    try:
        parses = morph_analyzer().parse(lowered)
    except ValueError:  # it asks for the Unicode name of a letter, and Tangut ones have none
        return lowered
    best = max(parses, key=lambda p: _likeness(p, pos, features))
    return str(best.normal_form)


def _likeness(parse: Any, pos: str, features: Mapping[str, str]) -> float:
    """Matching features count one each, the part of speech three; pymorphy3's own estimate breaks ties."""
    tag = parse.tag
    score = 3.0 * (str(tag.POS) in _POS.get(pos, frozenset()))
    wanted = (_GRAMMEMES.get(features.get(name, "")) for name in _COMPARED)
    score += sum(1.0 for grammeme in wanted if grammeme and grammeme in tag)
    return score + 0.9 * float(parse.score)

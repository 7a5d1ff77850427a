"""Agreement: whether a participle or a relative clause can speak of a noun by case, number and gender."""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.language.features import features

_OBLIQUE = ("ого", "его", "ому", "ему", "ым", "им", "ом", "ем")
_AGREEMENT = ("Case", "Number")


def agrees(noun: Token, word: Token) -> bool:
    """Case and number agree as far as both show them, in the singular the gender too."""
    plural, feminine = "Plur" in features(word, "Number"), "Fem" in features(word, "Gender")
    compared = ("Number",) if feminine and word.lower_.endswith(("ой", "ей")) else _AGREEMENT
    for feature in (*compared, *(() if plural else ("Gender",))):
        ours, theirs = features(noun, feature), features(word, feature)
        alike = ours == theirs or _nominative_accusative(ours, theirs) or _one_form({*ours, *theirs}, word)
        if ours and theirs and not alike:
            return False
    return True


def _one_form(genders: set[str], word: Token) -> bool:
    """Masculine and neuter are one form outside the nominative: «заседанию, [запланированному] на вторник»."""
    return genders == {"Masc", "Neut"} and word.lower_.removesuffix("ся").endswith(_OBLIQUE)


def _nominative_accusative(ours: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    return {*ours, *theirs} == {"Nom", "Acc"}

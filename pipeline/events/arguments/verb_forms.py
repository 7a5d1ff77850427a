"""Verb forms, and how the tree hangs words on them: predicates, participles that speak of a noun, subjects."""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.language.features import features

SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
VERBAL = frozenset({"VERB", "AUX"})
ATTRIBUTIVE = frozenset({"acl", "acl:relcl", "amod"})  # of a verb that speaks of its noun
_FULL = (
    *("ый", "ий", "ой", "ая", "яя", "ое", "ее", "ые", "ие", "ого", "его", "ому", "ему", "ым", "им", "ом", "ем", "ей"),
    *("ую", "юю", "ых", "их", "ыми", "ими", "ийся", "аяся", "ееся", "иеся", "егося", "емуся", "имся", "емся", "ейся"),
    *("уюся", "ихся", "имися"),
)


def is_participle(token: Token) -> bool:
    """A full participle; the short one («отменён») is a predicate like a finite verb.

    The tagger takes some for gerunds («намечавшаяся»): their ending tells.
    """
    forms = features(token, "VerbForm")
    if "Part" in forms:
        return "Short" not in features(token, "Variant") and token.lower_.endswith(_FULL)
    return "Conv" in forms and token.lower_.endswith(_FULL)


def is_predicate(token: Token) -> bool:
    """A finite verb, a short participle, an infinitive or a gerund."""
    return token.pos_ in VERBAL and not is_participle(token)

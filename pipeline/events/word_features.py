"""Morphological features of a word, mended where the tagger takes a verb for something else or errs in its tense."""

from __future__ import annotations

from functools import lru_cache

from spacy.tokens import Token

from pipeline.language.backends import morph_analyzer
from pipeline.language.dictionary import VERB_FORMS
from pipeline.language.features import features

_VERBAL_FEATURES = frozenset({"Tense", "VerbForm", "Variant", "Voice"})
_MISTAKEN = frozenset({"NOUN", "PROPN", "ADJ", "X"})
_INFINITIVE = ("ть", "ти", "чь", "ться", "тись", "чься")


def feature(token: Token, name: str) -> str:
    """A morphological feature («Case», «Tense», ...), empty where the word has none."""
    values = features(token, name)
    if values and name == "Tense" and values[0] != "Past":
        # Aspect is a fact of the verb: «пришлёт», «будет» are future whatever the tagger says.
        return _verbal_features(token.text.lower(), token.lemma_).get("Tense") or str(values[0])
    if values:
        return str(values[0])
    if name in _VERBAL_FEATURES and token.pos_ in _MISTAKEN and token.lemma_.endswith(_INFINITIVE):
        return _verbal_features(token.text.lower(), token.lemma_).get(name, "")
    return ""


@lru_cache(maxsize=20_000)
def _verbal_features(word: str, lemma: str) -> dict[str, str]:
    """Features of a verb form that the tagger took for a noun or an adjective («беседовала», «похищенный»)."""
    parses = morph_analyzer().parse(word)
    verbal = [p for p in parses if str(p.tag.POS) in VERB_FORMS]
    tags = [p.tag for p in verbal if p.normal_form == lemma] or [p.tag for p in verbal]
    if not tags:
        return {}
    tag = tags[0]
    found = {"VerbForm": VERB_FORMS[str(tag.POS)], "Variant": "Short" if tag.POS == "PRTS" else ""}
    found["Tense"] = {"past": "Past", "pres": "Pres", "futr": "Fut"}.get(str(tag.tense), "")
    found["Voice"] = "Pass" if str(tag.voice) == "pssv" else ""
    return found


def imperfective(verb: Token) -> bool:
    """Whether a verb is imperfective, by tagger and dictionary alike; many verbs in «-ировать» have both aspects."""
    if feature(verb, "Aspect") != "Imp" or verb.lemma_.endswith("ировать"):
        return False
    parse = morph_analyzer().parse(verb.lemma_)[0]
    return str(parse.tag.aspect) != "perf"

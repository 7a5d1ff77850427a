"""Rules for what helps to tell something else: a habit, a row of games, an attribute, a circumstance."""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.events.arguments.lexicon import argument_lexicon
from pipeline.events.arguments.verb_forms import VERBAL
from pipeline.events.cues import default_cues
from pipeline.events.passing.told import Told
from pipeline.events.phrases import fold
from pipeline.events.predicate import prepositions_of
from pipeline.events.word_features import feature, imperfective
from pipeline.language.features import case_of

_OWN_SLOTS = ("frame/genitive/", "frame/с:ins/", "frame/между:ins/", "frame/company/", "frame/против:gen/")
_STANDS = frozenset({"request", "rejection", "accusation"})
# What befell a person is news wherever it is told: «после отставки [Анны Лин]».
_FATES = frozenset({"death", "injury", "arrest", "appointment", "dismissal", "birth", "marriage", "award", "trial"})


def usual_of_nobody(told: Told) -> bool:
    """«Их избивали за курение»: an imperfective verb that names nobody, no place and no day; «требуют» is a stand."""
    if told.says_who or told.event.status != "occurred":
        return False
    stand = told.event.type in _STANDS and any(feature(h, "Tense") == "Pres" for h in told.heads)
    return not stand and all(_is_usual(head) for head in told.heads)


def _is_usual(head: Token) -> bool:
    finite = head.pos_ in VERBAL and feature(head, "VerbForm") in {"Fin", "Conv"} and imperfective(head)
    return finite and not any(t.pos_ == "NUM" for t in head.subtree)


def an_attribute(told: Told) -> bool:
    """«Отец [погибшего] байкера»: a participle that only tells which one is meant, and that one has no name."""
    if told.says_who:
        return False
    return all(h.dep_ == "amod" and feature(h, "VerbForm") == "Part" and h.i < h.head.i for h in told.heads)


def of_many(told: Told) -> bool:
    """«В последних восьми [матчах] он забил девять раз»: a row of games, none of them in particular."""
    return told.event.type == "competition" and all(_is_one_of_many(head) for head in told.heads)


def _is_one_of_many(head: Token) -> bool:
    plural = feature(head, "Number") == "Plur" and fold(head.lemma_) not in default_cues().plural_names
    return plural and head.pos_ == "NOUN"


def a_circumstance(told: Told) -> bool:
    """«После матча тренер подал в отставку», «участники акции»: when, where or of whom something else is told."""
    own = [a for a in told.named if a.source.startswith(_OWN_SLOTS)]
    if told.event.type in _FATES and own:
        return False
    if len(own) > 1 or (own and told.event.place):
        return False
    return all(_stands_aside(head) for head in told.heads)


def _stands_aside(head: Token) -> bool:
    if head.pos_ in VERBAL or any(c.dep_ in {"acl", "acl:relcl"} for c in head.children):
        return False
    prepositions = prepositions_of(head)
    if head.dep_ == "nmod" and not prepositions:
        return case_of(head) == "Gen" and fold(head.head.lemma_) not in default_cues().stage
    carried = head.head.lemma_ in argument_lexicon().joining | argument_lexicon().bringing  # «ввязался в войну»
    return head.dep_ == "obl" and not carried and bool(set(prepositions) & default_cues().circumstantial)

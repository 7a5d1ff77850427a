"""Status rules for what was done to an event: called off, moved, taken up again by a pronoun."""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.events.clause import Clause
from pipeline.events.cue_words import attribute_among
from pipeline.events.cues import StatusCues
from pipeline.events.phrases import fold
from pipeline.events.predicate import agrees, is_predicate, prepositions_of
from pipeline.events.verb_tense import is_negated, is_past, is_present
from pipeline.events.verdict import Verdict
from pipeline.events.word_features import feature
from pipeline.language.features import case_of
from pipeline.records.annotations import Status

_COMPLEMENTS = frozenset({"xcomp", "csubj", "csubj:pass"})
ONES_OWN = frozenset({"visit", "meeting", "session", "deal", "culture", "competition", "call", "agreement"})
_BORNE = frozenset({"nsubj", "nsubj:pass", "obj"})
_SAYS_NOTHING = frozenset({"быть", "объявить"})
_PRONOUNS = frozenset({"он", "она", "оно", "они", "его", "ее", "их"})


def called_off(clause: Clause, cues: StatusCues) -> Verdict | None:
    """«Визит отменён», «матч сорвался», «встреча не состоялась», «пришлось отменить концерт»."""
    if clause.is_verbal:
        return None
    cue = carrier(clause, cues.cancel) or attribute_among(clause, cues.cancel) or _given_up(clause, cues)
    if cue is not None and not is_negated(cue) and not left_standing(cue):
        return Verdict(status="cancelled", cue=cue)
    failed = carrier(clause, frozenset({"состояться"}))
    return Verdict(status="cancelled", cue=failed) if failed is not None and is_negated(failed) else None


def after_all(clause: Clause, cues: StatusCues) -> Verdict | None:
    """«Матч, отложенный в мае, прошёл вчера»: what it did itself outranks what had been done to it."""
    predicate = clause.predicate
    if clause.is_verbal or predicate is None or not clause.is_direct or predicate in clause.attributes:
        return None
    did = fold(predicate.lemma_) in (cues.happen | cues.start | cues.end) - _SAYS_NOTHING
    if not did or not is_past(predicate) or is_negated(predicate):
        return None
    moved_before = attribute_among(clause, cues.cancel | cues.postpone) is not None
    return Verdict(status="occurred", cue=predicate) if moved_before else None


def left_standing(verb: Token) -> bool:
    """«Концерт [отменять] не стали»."""
    above = verb.head
    return feature(verb, "VerbForm") == "Inf" and above != verb and is_predicate(above) and is_negated(above)


def moved(clause: Clause, cues: StatusCues) -> Verdict | None:
    """«Заседание перенесено на 5 мая», «визит отложен», «выставка, которую отложили»."""
    if clause.is_verbal:
        return None
    cue = carrier(clause, cues.postpone) or attribute_among(clause, cues.postpone)
    return Verdict(status="postponed", cue=cue) if cue is not None and not is_negated(cue) else None


def carrier(clause: Clause, lemmas: frozenset[str]) -> Token | None:
    """The verb of the list that has the event as its subject or object, directly or by an infinitive."""
    predicate = clause.predicate
    if predicate is None or not clause.is_direct:
        return None
    if fold(predicate.lemma_) in lemmas:
        return predicate
    return next((c for c in predicate.children if c.dep_ in _COMPLEMENTS and fold(c.lemma_) in lemmas), None)


def _given_up(clause: Clause, cues: StatusCues) -> Token | None:
    """«Отказался от визита»."""
    predicate = clause.predicate
    if predicate is None or fold(predicate.lemma_) not in cues.refuse or not is_past(predicate):
        return None
    planned = clause.candidate.type in ONES_OWN and "от" in prepositions_of(clause.top)
    return predicate if planned else None


def fate_behind(clause: Clause, cues: StatusCues) -> Verdict | None:
    """«Шествие к парламенту, которое анонсировали на 7 мая, отменено»: a short participle that agrees, further on.

    Or the verb that it hangs on, past what is told of it in between: «церемонию, запланированную на вечер, отменили».
    """
    if clause.is_verbal or prepositions_of(clause.top):
        return None
    verb = clause.top.head
    ruled = fate_of(verb, cues) if clause.top.dep_ in _BORNE and not is_negated(verb) else None
    if ruled is not None:
        return Verdict(status=ruled, cue=verb, confidence=0.85)
    if case_of(clause.top) not in {"Nom", "Acc"}:
        return None
    for token in clause.segment:
        if token.i <= clause.head.i or feature(token, "Variant") != "Short" or is_negated(token):
            continue
        status = fate_of(token, cues)
        if status is not None and _has_for_subject(token, clause.top):
            return Verdict(status=status, cue=token, confidence=0.8)
    return None


def _has_for_subject(participle: Token, noun: Token) -> bool:
    """The participle agrees with the noun or its coordination and has no other subject of its own."""
    together = {noun, *(c for c in noun.children if c.dep_ == "conj"), noun.head if noun.dep_ == "conj" else noun}
    others = [c for c in participle.children if c.dep_.startswith("nsubj") and c not in together]
    if any(c.lower_ != "которые" and c.i > noun.i for c in others):
        return False
    return agrees(participle, noun) or (len(together) > 1 and feature(participle, "Number") == "Plur")


def taken_up_later(clause: Clause, cues: StatusCues) -> Verdict | None:
    """«Третий раунд намечен на вторник, но его перенесли»: a pronoun takes the event up in the same sentence."""
    if clause.is_verbal:
        return None
    for token in clause.segment:
        if token.i <= clause.head.i or not is_predicate(token):
            continue
        status = _nothing(token) if is_negated(token) else fate_of(token, cues) or _intention(token, cues)
        if status is not None and any(fold(c.lower_) in _PRONOUNS for c in token.children):
            return Verdict(status=status, cue=token, confidence=0.8)
    return None


def _nothing(token: Token) -> Status | None:
    """«О заседании ей ничего не известно: «Его не было»»."""
    return "denied" if fold(token.lemma_) == "быть" and is_past(token) else None


def _intention(token: Token, cues: StatusCues) -> Status | None:
    """«Намерены провести его в октябре»."""
    meant = fold(token.head.lemma_) in cues.intend and feature(token, "VerbForm") == "Inf"
    return "planned" if meant and fold(token.lemma_) in cues.happen else None


def fate_of(token: Token, cues: StatusCues) -> Status | None:
    """What a verb does to an event: «отменили», «перенесён», «продолжается»."""
    lemma = fold(token.lemma_)
    if lemma in cues.cancel:
        return "cancelled"
    if lemma in cues.postpone:
        return "postponed"
    return "ongoing" if lemma in cues.go_on and is_present(token) else None

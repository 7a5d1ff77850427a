"""Status rules for what was done to an event: called off, moved, taken up again by a pronoun."""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.events.clause import Clause, is_negated, is_predicate, is_present
from pipeline.events.cues import StatusCues
from pipeline.events.phrases import fold
from pipeline.events.verdict import Verdict
from pipeline.records.annotations import Status

_PRONOUNS = frozenset({"он", "она", "оно", "они", "его", "ее", "их"})


def called_off(clause: Clause, cues: StatusCues) -> Verdict | None:
    """«Визит отменён», «матч сорвался», «встреча не состоялась», «пришлось отменить концерт»."""
    if clause.is_verbal:
        return None
    cue = carrier(clause, cues.cancel)
    if cue is not None and not is_negated(cue):
        return Verdict(status="cancelled", cue=cue)
    failed = carrier(clause, frozenset({"состояться"}))
    return Verdict(status="cancelled", cue=failed) if failed is not None and is_negated(failed) else None


def moved(clause: Clause, cues: StatusCues) -> Verdict | None:
    """«Заседание перенесено на 5 мая», «визит отложен», «выставка, которую отложили»."""
    if clause.is_verbal:
        return None
    beside = (t for t in clause.attributes if fold(t.lemma_) in cues.postpone)
    cue = carrier(clause, cues.postpone) or next(beside, None)
    return Verdict(status="postponed", cue=cue) if cue is not None and not is_negated(cue) else None


def carrier(clause: Clause, lemmas: frozenset[str]) -> Token | None:
    """The verb of the list that has the event as its subject or object, directly or by an infinitive."""
    predicate = clause.predicate
    if predicate is None or not clause.is_direct:
        return None
    if fold(predicate.lemma_) in lemmas:
        return predicate
    return next((c for c in predicate.children if c.dep_ in {"xcomp", "csubj"} and fold(c.lemma_) in lemmas), None)


def taken_up_later(clause: Clause, cues: StatusCues) -> Verdict | None:
    """«Третий раунд намечен на вторник, но его перенесли»: a pronoun takes the event up in the same sentence."""
    if clause.is_verbal:
        return None
    for token in clause.segment:
        if token.i <= clause.head.i or not is_predicate(token) or is_negated(token):
            continue
        status = _fate(token, cues)
        if status is not None and any(fold(c.lower_) in _PRONOUNS for c in token.children):
            return Verdict(status=status, cue=token, confidence=0.8)
    return None


def _fate(token: Token, cues: StatusCues) -> Status | None:
    lemma = fold(token.lemma_)
    if lemma in cues.cancel:
        return "cancelled"
    if lemma in cues.postpone:
        return "postponed"
    return "ongoing" if lemma in cues.go_on and is_present(token) else None

"""Status rules for phases: what goes on, has begun, has ended or stays as it is."""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.events.clause import Clause
from pipeline.events.cue_words import attribute_among
from pipeline.events.cues import StatusCues
from pipeline.events.fate import carrier
from pipeline.events.phrases import fold
from pipeline.events.predicate import is_participle, prepositions_of
from pipeline.events.tellings import SAYINGS
from pipeline.events.verb_tense import is_negated, is_past, is_present
from pipeline.events.verdict import Verdict
from pipeline.records.annotations import Status

# Who «просит», «обвиняет» or «отвергает» has done so with these words.
_SAID = SAYINGS - {"call", "concession"}
_STAYING = frozenset({"closure", "seizure"})
_SOON = frozenset({"завтра", "послезавтра"})


def going_on(clause: Clause, cues: StatusCues) -> Verdict | None:
    """«Поиски продолжаются», «следователи допрашивают»; «завтра вылетает» is a plan, «музей просит» is done."""
    predicate = clause.predicate
    if predicate is None or not is_present(predicate) or not (clause.is_direct or clause.is_during):
        return None
    lemma = fold(predicate.lemma_)
    if clause.is_during:
        leaving = lemma in cues.scheduled_present and clause.candidate.type in {"visit", "culture"}
        return _guess("planned", predicate) if leaving else None
    if clause.is_verbal and clause.candidate.type in _SAID:
        return Verdict(status="occurred", cue=predicate, confidence=0.8)
    if clause.is_verbal:
        soon = lemma in cues.scheduled_present or any(c.lower_ in _SOON for c in predicate.children)
        return _guess("planned" if soon else "ongoing", predicate)
    if lemma in cues.start | cues.end:
        return _guess("planned", predicate)
    return _guess("ongoing", predicate) if lemma in cues.go_on | cues.happen else None


def _guess(status: Status, cue: Token) -> Verdict:
    """A present tense may mean a plan: the date decides."""
    return Verdict(status=status, cue=cue, datable=True, confidence=0.7)


def begun(clause: Clause, cues: StatusCues) -> Verdict | None:
    """«Паводок начался», «начали учения», «открылась сессия»: what lasts goes on from there."""
    over = carrier(clause, cues.end | cues.happen)
    beside = attribute_among(clause, cues.start) if over is None else None
    cue = None if clause.is_verbal else carrier(clause, cues.start) or beside
    if cue is None or not (is_past(cue) or is_participle(cue)):
        return None
    if any(c.dep_ == "conj" and fold(c.lemma_) in cues.end for c in cue.children):
        return Verdict(status="occurred", cue=cue, phase="end", confidence=0.8)
    lasts = clause.candidate.type in cues.lasting
    return Verdict(status="ongoing" if lasts else "occurred", cue=cue, phase="start", confidence=0.7)


def ended(clause: Clause, cues: StatusCues) -> Verdict | None:
    """«Закончилось противостояние», «завершили переговоры»."""
    cue = None if clause.is_verbal else carrier(clause, cues.end) or attribute_among(clause, cues.end)
    if cue is None or not (is_past(cue) or is_participle(cue)):
        return None
    return Verdict(status="occurred", cue=cue, phase="end")


def not_over(clause: Clause, cues: StatusCues) -> Verdict | None:
    """«Бои не прекращаются», «следствие не закончено», «пожар пока не потушен»."""
    predicate = clause.predicate
    if clause.is_verbal or predicate is None or not clause.is_direct or not is_negated(predicate):
        return None
    if fold(predicate.lemma_) not in cues.end:
        return None
    if any(c.lower_ == "ничем" for c in predicate.children):  # «ничем не закончились»
        return Verdict(status="occurred", cue=predicate, phase="end")
    return Verdict(status="ongoing", cue=predicate)


def in_force(clause: Clause, cues: StatusCues) -> Verdict | None:
    """«Дорога закрыта до мая», «мост, закрытый с марта»: what was shut or stopped stays so."""
    del cues
    predicate = clause.predicate
    if predicate is None or not clause.is_verbal or clause.candidate.type not in _STAYING:
        return None
    if not is_participle(predicate) or not any({"до", "с"} & set(prepositions_of(c)) for c in predicate.children):
        return None
    return Verdict(status="ongoing", cue=predicate, datable=True, confidence=0.7)

"""Status rules for what took place by the tense of its predicate, of its attributes, or of the act done at it."""

from __future__ import annotations

from pipeline.events.clause import Clause
from pipeline.events.cue_words import governing_word
from pipeline.events.cues import StatusCues
from pipeline.events.fate import carrier
from pipeline.events.phrases import fold
from pipeline.events.predicate import is_participle
from pipeline.events.verb_tense import is_future, is_infinitive, is_negated, is_past, is_present
from pipeline.events.verdict import Verdict

# Types of which nothing is left where they fail; a lawsuit, a rescue or a journey that failed was begun all the same.
_DONE_OR_NOT = frozenset({"arrest", "agreement", "deal", "seizure", "election", "appointment", "attack", "closure"})


def took_place(clause: Clause, cues: StatusCues) -> Verdict | None:
    """«Встретились», «задержанный», «прошла встреча», «провели обыск»."""
    predicate = clause.predicate
    if predicate is None or not (is_past(predicate) or is_participle(predicate)):
        return None
    if clause.is_verbal or carrier(clause, cues.happen) is not None:
        return Verdict(status="occurred", cue=predicate)
    return None


def by_attribute(clause: Clause, cues: StatusCues) -> Verdict | None:
    """«Сессии, запланированной на 5 мая», «встрече, которая пройдёт в Минске», «саммите, состоявшемся в Сочи»."""
    for word in clause.attributes:
        lemma = fold(word.lemma_)
        if lemma in cues.schedule or (is_future(word) and lemma in cues.carriers):
            return Verdict(status="planned", cue=word)
        if lemma in cues.go_on | cues.happen and is_present(word):
            return Verdict(status="ongoing", cue=word, datable=True)
        if lemma in cues.happen and is_past(word):
            return Verdict(status="occurred", cue=word)
    return None


def during_past(clause: Clause, cues: StatusCues) -> Verdict | None:
    """«Заявил на встрече»: what was said at it has been said."""
    del cues
    predicate = clause.predicate
    if predicate is not None and clause.is_during and is_past(predicate):
        return Verdict(status="occurred", cue=predicate, confidence=0.8)
    return None


def failed(clause: Clause, cues: StatusCues) -> Verdict | None:
    """«Не удалось [поймать]», «не смогли [договориться]»; «оспорить штраф не удалось» leaves that it was tried."""
    predicate = clause.predicate
    if predicate is None or clause.candidate.type not in _DONE_OR_NOT or not clause.is_verbal:
        return None
    done = governing_word(clause, predicate, cues.achieve) if is_infinitive(predicate) else None
    if done is None or not is_past(done) or not is_negated(done):
        return None
    return Verdict(status="denied", cue=done, confidence=0.8)


def bare_infinitive(clause: Clause, cues: StatusCues) -> Verdict | None:
    """«Удалось освободить» took place; «чтобы освободить» is only aimed at; «поймать не удалось»."""
    predicate = clause.predicate
    if predicate is None or not is_infinitive(predicate) or not clause.is_direct:
        return None
    done = governing_word(clause, predicate, cues.achieve | cues.start)
    if done is not None and is_past(done):
        return Verdict(status="denied" if is_negated(done) else "occurred", cue=done, confidence=0.8)
    return Verdict(status="hypothetical", cue=predicate, confidence=0.6)

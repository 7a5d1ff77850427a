"""Status rules for what is to come: intentions, the future tense, preparations."""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.events.clause import Clause
from pipeline.events.cue_words import attribute_among, governing_word
from pipeline.events.cues import StatusCues
from pipeline.events.fate import carrier
from pipeline.events.phrases import fold
from pipeline.events.predicate import prepositions_of
from pipeline.events.verb_tense import is_future, is_infinitive, is_past
from pipeline.events.verdict import Verdict
from pipeline.language.sentences import sentence_of

_ON_THE_EVE = frozenset({"преддверии", "накануне"})


def intended(clause: Clause, cues: StatusCues) -> Verdict | None:
    """«Намерен посетить», «обещал вывести», «прививать начнут», «планируется провести встречу»."""
    predicate = clause.predicate
    if predicate is None or not is_infinitive(predicate) or not (clause.is_direct or clause.is_during):
        return None
    cue = governing_word(clause, predicate, cues.intend | cues.start | cues.schedule)
    if cue is None or (fold(cue.lemma_) in cues.start and is_past(cue)):
        return None
    return Verdict(status="planned", cue=cue)


def future(clause: Clause, cues: StatusCues) -> Verdict | None:
    """«Встретятся», «встреча пройдёт», «будет подписан», «доложит на заседании»."""
    predicate = clause.predicate
    if predicate is None or not is_future(predicate):
        return None
    if not clause.is_verbal and not _future_reaches(clause, predicate, cues):
        return None
    phase = "start" if fold(predicate.lemma_) in cues.start else "end" if fold(predicate.lemma_) in cues.end else ""
    return Verdict(status="planned", cue=predicate, phase=phase)  # type: ignore[arg-type]


def _future_reaches(clause: Clause, predicate: Token, cues: StatusCues) -> bool:
    """«Осудят нападение» says nothing of when the attack takes place, «примет саммит» of the summit does."""
    if clause.is_direct and fold(predicate.lemma_) in cues.carriers:
        return True
    schedulable = clause.candidate.own_type or clause.candidate.type in cues.schedulable
    return schedulable and (clause.is_direct or clause.is_during)


def prepared(clause: Clause, cues: StatusCues) -> Verdict | None:
    """«Заседание назначено на среду», «готовится визит», «подготовка к саммиту», «в преддверии саммита»."""
    if clause.is_verbal:
        return None
    cue = carrier(clause, cues.schedule) or attribute_among(clause, cues.schedule)
    if cue is not None and (predicate_is_silent(clause, cues) or cue == clause.predicate):
        return Verdict(status="planned", cue=cue)
    readying = clause.predicate is not None and fold(clause.predicate.lemma_) in cues.schedule
    if readying and "к" in prepositions_of(clause.top):
        return Verdict(status="planned", cue=clause.predicate)
    eve = clause.doc[max(sentence_of(clause.head).start, clause.head.i - 3) : clause.head.i]
    before = next((t for t in eve if t.lower_ in _ON_THE_EVE and not _breaks_off(t, clause.head)), None)
    if before is not None:
        return Verdict(status="planned", cue=before, datable=True, confidence=0.6)
    near = next((word for word, _ in clause.path_up[:1] if fold(word.lemma_) in cues.preparation), None)
    return Verdict(status="planned", cue=near, datable=True) if near is not None else None


def _breaks_off(word: Token, noun: Token) -> bool:
    """«Сказала накануне на встрече»: an adverb, not the preposition of the noun."""
    return any(t.pos_ not in {"ADJ", "DET", "NUM"} for t in word.doc[word.i + 1 : noun.i])


def predicate_is_silent(clause: Clause, cues: StatusCues) -> bool:
    """Whether the main verb says nothing of the event itself: «обсудили саммит, намеченный на май»."""
    return carrier(clause, cues.carriers - cues.schedule) is None and not clause.is_during

"""Status rules for tense and aspect: what is to come, goes on, has begun, has ended, took place."""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.events.clause import Clause, is_future, is_infinitive, is_past, is_present
from pipeline.events.cues import StatusCues
from pipeline.events.fate import carrier
from pipeline.events.modality import governor
from pipeline.events.phrases import fold
from pipeline.events.predicate import is_participle, prepositions_of
from pipeline.events.verdict import Verdict
from pipeline.language.sentences import sentence_of
from pipeline.records.annotations import Status

_ON_THE_EVE = frozenset({"преддверии", "накануне"})
# Who «просит», «обвиняет» or «отвергает» has done so with these words.
_SAID = frozenset({"request", "accusation", "rejection", "threat", "support"})
_STAYING = frozenset({"closure", "seizure"})
_SOON = frozenset({"завтра", "послезавтра"})


def intended(clause: Clause, cues: StatusCues) -> Verdict | None:
    """«Намерен посетить», «обещал вывести», «прививать начнут», «планируется провести встречу»."""
    predicate = clause.predicate
    if predicate is None or not is_infinitive(predicate) or not (clause.is_direct or clause.is_during):
        return None
    cue = governor(clause, predicate, cues.intend | cues.start | cues.schedule)
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
    cue = carrier(clause, cues.schedule) or _beside(clause, cues.schedule)
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
    beside = _beside(clause, cues.start) if over is None else None
    cue = None if clause.is_verbal else carrier(clause, cues.start) or beside
    if cue is None or not (is_past(cue) or is_participle(cue)):
        return None
    if any(c.dep_ == "conj" and fold(c.lemma_) in cues.end for c in cue.children):
        return Verdict(status="occurred", cue=cue, phase="end", confidence=0.8)
    lasts = clause.candidate.type in cues.lasting
    return Verdict(status="ongoing" if lasts else "occurred", cue=cue, phase="start", confidence=0.7)


def ended(clause: Clause, cues: StatusCues) -> Verdict | None:
    """«Закончилось противостояние», «завершили переговоры»."""
    cue = None if clause.is_verbal else carrier(clause, cues.end) or _beside(clause, cues.end)
    if cue is None or not (is_past(cue) or is_participle(cue)):
        return None
    return Verdict(status="occurred", cue=cue, phase="end")


def in_force(clause: Clause, cues: StatusCues) -> Verdict | None:
    """«Дорога закрыта до мая», «мост, закрытый с марта»: what was shut or stopped stays so."""
    del cues
    predicate = clause.predicate
    if predicate is None or not clause.is_verbal or clause.candidate.type not in _STAYING:
        return None
    if not is_participle(predicate) or not any({"до", "с"} & set(prepositions_of(c)) for c in predicate.children):
        return None
    return Verdict(status="ongoing", cue=predicate, datable=True, confidence=0.7)


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


def _beside(clause: Clause, lemmas: frozenset[str]) -> Token | None:
    return next((word for word in clause.attributes if fold(word.lemma_) in lemmas), None)


def during_past(clause: Clause, cues: StatusCues) -> Verdict | None:
    """«Заявил на встрече»: what was said at it has been said."""
    del cues
    predicate = clause.predicate
    if predicate is not None and clause.is_during and is_past(predicate):
        return Verdict(status="occurred", cue=predicate, confidence=0.8)
    return None


def bare_infinitive(clause: Clause, cues: StatusCues) -> Verdict | None:
    """«Удалось освободить» took place; «чтобы освободить» is only aimed at."""
    predicate = clause.predicate
    if predicate is None or not is_infinitive(predicate) or not clause.is_direct:
        return None
    done = governor(clause, predicate, cues.achieve | cues.start)
    if done is not None and is_past(done):
        return Verdict(status="occurred", cue=done, confidence=0.8)
    return Verdict(status="hypothetical", cue=predicate, confidence=0.6)


def hearsay(clause: Clause, cues: StatusCues) -> Verdict | None:
    """«Якобы состоявшаяся встреча»: told by others, neither confirmed nor denied."""
    near = clause.doc[max(sentence_of(clause.head).start, clause.head.i - 5) : clause.head.i]
    cue = next((t for t in near if fold(t.lower_) in cues.hearsay), None)
    return Verdict(status="hypothetical", cue=cue, confidence=0.5) if cue is not None else None

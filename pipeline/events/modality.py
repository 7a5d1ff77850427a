"""Status rules for what only may happen: questions, conditions, modal words, demands, hearsay."""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.events.clause import DURING, Clause
from pipeline.events.cue_words import governing_word
from pipeline.events.cues import StatusCues
from pipeline.events.phrases import fold
from pipeline.events.predicate import is_predicate, prepositions_of
from pipeline.events.verb_tense import is_future, is_infinitive, is_past, is_present
from pipeline.events.verdict import Verdict
from pipeline.events.word_features import feature
from pipeline.language.features import case_of
from pipeline.language.sentences import sentence_of

_FEW = 8
_MODAL = frozenset({"мочь", "смочь"})
_INSIST = frozenset({"настаивать", "настоять"})
_GUESSES = frozenset({"похоже", "видимо", "вероятно", "возможно", "наверное", "очевидно", "всего"})  # «скорее всего»


def asked_about(clause: Clause, cues: StatusCues) -> Verdict | None:
    """«Вы выступите на Олимпиаде?»: a question about what is to come."""
    del cues
    predicate = clause.predicate
    last = [t for t in sentence_of(clause.head) if t.text not in {"»", '"', "”"} and not t.is_space][-1:]
    asks = bool(last) and last[0].text.startswith("?")
    ahead = predicate is not None and (is_future(predicate) or feature(predicate, "Mood") == "Imp")
    if asks and ahead:
        return Verdict(status="hypothetical", cue=last[0], confidence=0.8)
    return None


def conditional(clause: Clause, cues: StatusCues) -> Verdict | None:
    """«Если парламент одобрит поправку, страна присоединится летом», «если бы он отказался», «в случае аварии …»."""
    mark = next((t for t in clause.segment if _is_condition(t, cues)), None)
    predicate = clause.predicate
    if mark is None or predicate is None or is_present(predicate) or (is_past(predicate) and not _is_unreal(mark)):
        return None
    if not (clause.is_direct or clause.is_during) or _own_attribute(clause, predicate):
        return None
    return None if _is_proviso(mark, predicate, cues) else Verdict(status="hypothetical", cue=mark)


def _is_unreal(mark: Token) -> bool:
    """«Если бы он [отказался]»: its past form tells of nothing past."""
    return mark.i + 1 < len(mark.doc) and mark.nbor(1).lower_ in {"бы", "б"}


def _is_proviso(mark: Token, predicate: Token, cues: StatusCues) -> bool:
    """«Выставку откроют 12 июня, если [позволит] обстановка»: the plan stands, so far as nothing comes between."""
    behind = mark.doc[mark.i + 1 : min(mark.i + _FEW, sentence_of(mark).end)]
    return mark.i > predicate.i and any(fold(t.lemma_) in cues.proviso for t in behind)


def _is_condition(token: Token, cues: StatusCues) -> bool:
    if token.lower_ == "если":
        return True
    before = token.nbor(-1).lower_ if token.i > sentence_of(token).start else ""
    return fold(token.lemma_) in cues.condition and before in {"в", "при"} and "этот" not in token.lower_


def _own_attribute(clause: Clause, predicate: Token) -> bool:
    return clause.is_verbal and predicate.dep_ in {"amod", "acl"} and feature(predicate, "VerbForm") == "Part"


def possible(clause: Clause, cues: StatusCues) -> Verdict | None:
    """«Суд может отменить приговор», «не исключено, что встретятся», «встреча возможна», «встретились бы»."""
    predicate = clause.predicate
    if predicate is None or not (clause.is_direct or clause.is_during):
        return None
    if clause.is_during and any(fold(t.lemma_) in cues.schedule for t in clause.attributes):
        return None  # «может выступить на саммите, назначенном на май»: the summit itself is no guess
    if any(t.lower_ in {"бы", "б"} and abs(t.i - predicate.i) <= 2 for t in clause.segment):
        return Verdict(status="hypothetical", cue=predicate)
    if not is_infinitive(predicate) and not is_future(predicate) and fold(predicate.lemma_) not in cues.possible:
        return _modal_passive(clause, predicate, cues)
    guessed = _guessed(clause, predicate)
    return guessed or _governed_by(clause, predicate, cues.possible)


def _guessed(clause: Clause, predicate: Token) -> Verdict | None:
    """«Банк, [похоже], поднимет ставку»: a word between commas, in the clause of a future verb."""
    if not is_future(predicate):
        return None
    for token in clause.segment:
        near = abs(token.i - predicate.i) <= _FEW and token.i + 1 < len(clause.doc)
        if near and token.lower_ in _GUESSES and "," in {token.nbor(1).text, token.nbor(-1).text if token.i else ""}:
            between = clause.doc[min(token.i, predicate.i) + 1 : max(token.i, predicate.i)]
            if not any(t.pos_ in {"VERB", "AUX"} or t.text in {";", ":"} for t in between):
                return Verdict(status="hypothetical", cue=token, confidence=0.8)
    return None


def _modal_passive(clause: Clause, predicate: Token, cues: StatusCues) -> Verdict | None:
    """«Договор может быть подписан»."""
    before = list(clause.doc[max(sentence_of(clause.head).start, predicate.i - 3) : predicate.i])
    if not any(t.lower_ == "быть" for t in before):
        return None
    modal = next((t for t in before if fold(t.lemma_) in cues.possible), None)
    return Verdict(status="hypothetical", cue=modal) if modal is not None else None


def _governed_by(clause: Clause, predicate: Token, lemmas: frozenset[str]) -> Verdict | None:
    cue = predicate if fold(predicate.lemma_) in lemmas else governing_word(clause, predicate, lemmas)
    if cue is None or (fold(cue.lemma_) == "смочь" and is_past(cue)):
        return None
    return Verdict(status="hypothetical", cue=cue)


def at_risk(clause: Clause, cues: StatusCues) -> Verdict | None:
    """«Визит оказался под угрозой срыва», «переговоры под угрозой»: nobody knows yet."""
    del cues
    if clause.is_verbal or case_of(clause.top) not in {"Nom", "Acc"} or prepositions_of(clause.top):
        return None
    behind = (t for t in clause.segment if clause.top.i < t.i <= clause.top.i + _FEW)
    cue = next((t for t in behind if t.lower_ == "угрозой" and "под" in prepositions_of(t)), None)
    return Verdict(status="hypothetical", cue=cue) if cue is not None else None


def demanded(clause: Clause, cues: StatusCues) -> Verdict | None:
    """«Потребовал провести проверку», «призвал к переговорам», «идея саммита»: asked for, not done."""
    predicate = clause.predicate
    if predicate is not None and is_infinitive(predicate):
        cue = governing_word(clause, predicate, cues.demand | cues.claim)
        return Verdict(status="hypothetical", cue=cue) if cue is not None else None
    return None if clause.is_verbal else _wished_for(clause, cues)


def _wished_for(clause: Clause, cues: StatusCues) -> Verdict | None:
    """«Идея [саммита]», «предложил [встречу]»: a noun that a word of wishing governs."""
    for word, below in clause.path_up[:2]:
        lemma = fold(word.lemma_)
        wanted = lemma in cues.demand | (cues.possible - _MODAL) and below.dep_ in {"obj", "obl", "nsubj:pass"}
        if wanted and lemma not in _INSIST and DURING & set(prepositions_of(below)):
            return None  # «на заседании рекомендовал», «в ходе встречи попросил»: it is where that was said
        if lemma in cues.claim or wanted:
            return Verdict(status="hypothetical", cue=word, confidence=0.8)
        if is_predicate(word):
            return None
    return None


def hearsay(clause: Clause, cues: StatusCues) -> Verdict | None:
    """«Якобы состоявшаяся встреча»: told by others, neither confirmed nor denied."""
    near = clause.doc[max(sentence_of(clause.head).start, clause.head.i - 5) : clause.head.i]
    cue = next((t for t in near if fold(t.lower_) in cues.hearsay), None)
    return Verdict(status="hypothetical", cue=cue, confidence=0.5) if cue is not None else None

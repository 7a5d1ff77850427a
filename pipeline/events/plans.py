"""Status rules for plans that are told anew, struck out behind what was told of them, or not carried out."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from pipeline.events.clause import Clause
from pipeline.events.cues import StatusCues
from pipeline.events.dated import is_dated
from pipeline.events.fate import fate_of, left_standing
from pipeline.events.phrases import fold
from pipeline.events.predicate import agrees, is_participle, prepositions_of
from pipeline.events.verb_tense import is_future, is_negated, is_past
from pipeline.events.verdict import Verdict
from pipeline.events.word_features import feature
from pipeline.language.features import case_of
from pipeline.records.annotations import Status

_HELD = frozenset({"culture", "competition", "exercise", "session"})
_NEAR = 6
_TELLS_OF_A_DAY = frozenset({"лишь", "только", "теперь"})  # besides much else: only with a day behind them
_OF_ITSELF = frozenset({"рухнуть", "накрыться"})  # said of a subject alone: `fate.carrier` finds it


def put_back(clause: Clause, cues: StatusCues) -> Verdict | None:
    """«Семинар, [назначенный] на май, пройдёт лишь в июне», «съезд вместо мая соберётся в июне»."""
    if clause.is_verbal or prepositions_of(clause.top):
        return None
    for verb in _coming(clause, cues):
        near = clause.doc[max(verb.i - _NEAR, clause.segment[0].i) : verb.i + _NEAR]
        words = (t for t in near if t.lower_ in cues.later and t.i <= clause.segment[-1].i)
        later = next((t for t in words if t.lower_ not in _TELLS_OF_A_DAY or _leads_to_a_day(t, verb)), None)
        if later is not None and (_instead_of_a_day(later) or _told_otherwise(clause, verb, cues)):
            return Verdict(status="postponed", cue=later)
    return None


def _coming(clause: Clause, cues: StatusCues) -> Iterator[Token]:
    """Future verbs that say when it is held: its predicate, or one further on, where the tree hung it elsewhere."""
    if clause.predicate is not None and clause.is_direct and is_future(clause.predicate):
        yield clause.predicate
    for token in clause.segment:
        if (
            token.i > clause.head.i
            and token.text == ","
            and token.i + 1 < len(clause.doc)
            and _contrasts(token.nbor(1))
        ):
            return
        if token.i > clause.head.i and fold(token.lemma_) in cues.carriers and is_future(token):
            yield token


def _instead_of_a_day(word: Token) -> bool:
    """«[Вместо] мая», not «вместо него»."""
    return word.lower_ == "вместо" and _is_dated(word.doc, word.i + 1)


def _leads_to_a_day(word: Token, verb: Token) -> bool:
    """«Пройдёт [лишь] в июне», «[теперь] пройдёт 5 июня», not «только в Твери»."""
    index = verb.i + 1 if word.i + 1 == verb.i else word.i + 1
    preposition = index < len(word.doc) and word.doc[index].pos_ == "ADP"
    return _is_dated(word.doc, index) or (preposition and _is_dated(word.doc, index + 1))


def _is_dated(doc: Doc, index: int) -> bool:
    return index < len(doc) and is_dated(doc[index])


def _told_otherwise(clause: Clause, verb: Token, cues: StatusCues) -> bool:
    """Whether an old plan stands between the event and its verb: «назначенный», «который хотели открыть»."""
    between = clause.doc[clause.head.i + 1 : verb.i] if not is_negated(verb) else ()
    told = (t for t in between if fold(t.lemma_) in cues.plans)
    return any(is_past(t) or is_participle(t) or feature(t, "Variant") == "Short" for t in told)


def struck_behind(clause: Clause, cues: StatusCues) -> Verdict | None:
    """«Турнир, который должен был начаться в пятницу, [вычеркнули]»: with nothing else to act on."""
    if clause.is_verbal or prepositions_of(clause.top) or case_of(clause.top) not in {"Nom", "Acc"}:
        return None
    for token in (t for t in clause.segment if t.i > clause.head.i):
        if token.text in {".", ":"}:
            return None
        status = _struck(token, clause, cues)
        if status is None:
            continue
        commas = [t.i for t in clause.doc[clause.head.i : token.i] if t.text == ","]
        if any(_contrasts(clause.doc[i + 1]) for i in commas):
            return None  # «продолжит ярмарка, а фейерверк, увы, перенесли»
        if len(commas) > 1 and not _has_another(clause.doc[commas[-1] : token.i + _NEAR], token):
            return Verdict(status=status, cue=token, confidence=0.8)
    return None


def _struck(verb: Token, clause: Clause, cues: StatusCues) -> Status | None:
    """What a verb of calling off or putting off does, if it may be said of the event."""
    attributive = is_participle(verb) and feature(verb, "Variant") != "Short"
    if attributive or is_negated(verb) or left_standing(verb) or _clashes(verb, clause):
        return None
    status = fate_of(verb, cues)
    return status if status in {"cancelled", "postponed"} else None


def _clashes(verb: Token, clause: Clause) -> bool:
    """Whether it is said of another noun: by a passive («усиление ветра … учения [переносятся]»), by «[рухнул]»."""
    passive = feature(verb, "Variant") == "Short" or verb.lower_.endswith(("ся", "сь"))
    return fold(verb.lemma_) in _OF_ITSELF or (passive and not agrees(verb, clause.top))


def _has_another(stretch: Span, verb: Token) -> bool:
    """Whether a noun up to the next border stands there that the verb may be said of."""
    for word in stretch[1:]:
        also = word.i == verb.i + 1 and word.lower_ == "и"  # «отменили и концерт»
        if word.i > verb.i and not also and (word.is_punct or word.lower_ in {"и", "а", "но"}):
            return False
        if word.pos_ in {"NOUN", "PROPN"} and case_of(word) in {"Nom", "Acc"} and not prepositions_of(word):
            return True
    return False


def not_held(clause: Clause, cues: StatusCues) -> Verdict | None:
    """«Концерта не будет», «праздник в этом году не проводится», «решено не проводить ярмарку»."""
    predicate = clause.predicate
    if predicate is None or clause.is_verbal or clause.candidate.type not in _HELD or is_past(predicate):
        return None
    held = clause.is_direct and fold(predicate.lemma_) in cues.happen and is_negated(predicate)
    return Verdict(status="cancelled", cue=predicate) if held else None


def _contrasts(token: Token) -> bool:
    return token.lower_ in {"а", "но"}

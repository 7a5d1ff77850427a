"""Status rules for what did not come about: nobody was hurt, it was avoided, somebody thought better of it."""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.events.clause import Clause
from pipeline.events.cues import StatusCues
from pipeline.events.fate import ONES_OWN, left_standing
from pipeline.events.phrases import fold
from pipeline.events.predicate import prepositions_of
from pipeline.events.verb_tense import is_infinitive, is_negated, is_past
from pipeline.events.verdict import Verdict
from pipeline.events.word_features import feature
from pipeline.language.features import case_of
from pipeline.language.sentences import sentence_of

_NONE = frozenset({"быть", "оказаться", "зафиксировать", "выявить", "обнаружить"})
_REACH = 12  # words between «пострадавших» and «нет»
_PLURAL = ("их", "ых")
_GOVERNED = frozenset({"obj", "obl", "iobj", "nmod"})


def none_of_them(clause: Clause, cues: StatusCues) -> Verdict | None:
    """«Пострадавших, по данным полиции, нет», «погибших не оказалось»; not «среди погибших россиян нет»."""
    del cues
    head = clause.head
    if feature(head, "VerbForm") != "Part" or not head.lower_.endswith(_PLURAL) or "среди" in prepositions_of(head):
        return None
    for token in head.doc[head.i + 1 : min(sentence_of(head).end, head.i + _REACH)]:
        absent = token.lower_ == "нет" or (fold(token.lemma_) in _NONE and is_negated(token))
        if absent:
            return None if _is_of_others(token) else Verdict(status="denied", cue=token)
        if token.text in {";", ":"} or token.pos_ == "VERB":
            return None
    return None


def _is_of_others(absence: Token) -> bool:
    """«среди раненых россиян [нет]»: another noun is what there is none of."""
    before = absence.doc[absence.i - 1]
    return before.pos_ in {"NOUN", "PROPN"} and case_of(before) == "Gen"


def avoided(clause: Clause, cues: StatusCues) -> Verdict | None:
    """«Забастовки удалось избежать», «до суда дело не дошло»."""
    if clause.is_verbal:
        return None
    noun, above = clause.top, clause.top.head
    prepositions = prepositions_of(noun)
    spared = fold(above.lemma_) in cues.avoid and noun.dep_ in _GOVERNED and not prepositions
    if spared and not is_negated(above) and not left_standing(above):
        return Verdict(status="cancelled", cue=above)
    came = fold(above.lemma_) == "дойти" and any(c.lower_ in {"дело", "дела"} for c in above.children)
    if came and "до" in prepositions and is_negated(above):
        return Verdict(status="denied", cue=above)
    return None


def thought_better(clause: Clause, cues: StatusCues) -> Verdict | None:
    """«Суд не стал арестовывать», «передумал возглавлять»; a visit or a feast of one's own is called off."""
    predicate = clause.predicate
    if predicate is None or not is_infinitive(predicate) or not clause.is_direct:
        return None
    above = predicate.head
    if not clause.is_verbal and any(fold(c.lemma_) in cues.cancel | cues.postpone | cues.end for c in above.children):
        return None  # «отменять шествие не станут»
    lemma = fold(above.lemma_)
    balked = lemma in cues.balk and is_negated(above) and (is_past(above) or lemma == "стать")
    says_so = above.i in clause.candidate.words or clause.candidate.type == "rejection"  # «не стал продлевать контракт»
    if says_so or not (balked or (lemma in cues.relent and not is_negated(above))):
        return None
    return Verdict(status="cancelled" if clause.candidate.type in ONES_OWN else "denied", cue=above)


def hardly(clause: Clause, cues: StatusCues) -> Verdict | None:
    """«Автобус чуть не упал»; «переговоры чуть не рухнули» have taken place all the same."""
    del cues
    predicate = clause.predicate
    if not clause.is_verbal or predicate is None or not is_negated(predicate):
        return None
    return Verdict(status="denied", cue=predicate) if hardly_not(predicate) else None


def hardly_not(verb: Token) -> bool:
    """«чуть не [упал]», «едва было не [рухнули]»."""
    *before, last = [t.lower_ for t in verb.doc[max(0, verb.i - 3) : verb.i]] or [""]
    if before and before[-1] == "было":
        before.pop()
    return last == "не" and bool(before) and before[-1] in {"чуть", "едва"}

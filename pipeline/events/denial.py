"""Status rules for what is said not to be so: denied reports and their scope, plain negation, «это неправда»."""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.events.averted import hardly_not
from pipeline.events.clause import Clause
from pipeline.events.cues import StatusCues
from pipeline.events.phrases import fold
from pipeline.events.predicate import prepositions_of
from pipeline.events.verb_tense import is_negated
from pipeline.events.verdict import Verdict
from pipeline.events.word_features import feature
from pipeline.language.sentences import sentence_of

_DENYING_OPENERS = frozenset({"неправда", "ложь", "чушь", "ерунда", "фейк", "выдумка", "вымысел", "нет", "ничего"})
_ABOUT, _TALK = frozenset({"о", "об", "обо"}), frozenset({"речь", "речи"})
_TALKS = frozenset({"идти", "пойти", "быть", "мочь", "вестись", "нет"})
_NEAR, _BESIDE = 12, 5  # words between the event and «речь», between «речь» and what is said of it


def in_denied_report(clause: Clause, cues: StatusCues) -> Verdict | None:
    """«В ведомстве опровергли слухи об отставке», «Сообщение о взрыве полиция назвала выдумкой»."""
    head = clause.head
    report = _rumour_before(clause, cues)
    for token in clause.segment:
        cue = _denial(token, cues)
        if cue is None:
            continue
        if token.i < head.i and _scope_after(token, head, report, cues):
            return Verdict(status="denied", cue=cue)
        if token.i > head.i and report is not None and not _breaks(clause, head.i, token.i):
            return Verdict(status="denied", cue=cue)
    return None


def _denial(token: Token, cues: StatusCues) -> Token | None:
    """The word that denies: «опроверг», «не подтвердили», «назвал выдумкой»."""
    lemma = fold(token.lemma_)
    if lemma in cues.deny and not is_negated(token):
        return token
    if lemma in cues.confirm and is_negated(token):
        return token
    if lemma in cues.untruth and token.i + 2 < sentence_of(token).end and _leads_on(token.doc[token.i + 2]):
        return token
    if lemma in cues.call_it:
        near = token.doc[token.i + 1 : min(token.i + 6, sentence_of(token).end)]
        return next((t for t in near if fold(t.lemma_) in cues.untruth), None)
    return None


def _leads_on(token: Token) -> bool:
    return token.lower_ in {"что", "будто"}


def _rumour_before(clause: Clause, cues: StatusCues) -> Token | None:
    """The nearest «слухи», «сообщение» before the trigger that has a content: «о …», «что …», «газеты …»."""
    found = [t for t in clause.segment if t.i < clause.head.i and fold(t.lemma_) in cues.rumour]
    return found[-1] if found and found[-1].pos_ in {"NOUN", "PROPN"} else None


def _scope_after(denial: Token, head: Token, report: Token | None, cues: StatusCues) -> bool:
    """What follows «опроверг»: its report's content, its object or clause; not what stands behind a colon."""
    between = denial.doc[denial.i + 1 : head.i]
    if any(t.text in {":", ";"} for t in between) or _stands_beside(head, denial, cues):
        return False
    if report is not None and report.i > denial.i:
        return True
    if any(t.lower_ in {"что", "будто"} for t in between):
        return True
    ancestors = set(head.ancestors)
    return denial in ancestors and fold(denial.lemma_) in cues.deny and len(between) <= 6


def _stands_beside(head: Token, denial: Token, cues: StatusCues) -> bool:
    """Whether it belongs to another act: «отверг вину и [потребовал] извинений», «отверг, [пригрозив] судом».

    It climbs from the event to the act below the denial. What a converb calls untrue is denied with the rest:
    «отверг обвинения, [назвав] сообщения об ударе вымыслом».
    """
    act, reported = head, False
    while act.head not in {denial, act}:
        act = act.head
        reported = reported or fold(act.lemma_) in cues.rumour
    converb = act.dep_ == "advcl" and feature(act, "VerbForm") == "Conv"
    if converb and (reported or (act != head and _denial(act, cues) is not None)):
        return False
    joined = converb or act.dep_ in {"conj", "parataxis"}
    return act.head == denial and joined and act.pos_ == denial.pos_ == "VERB"


def _breaks(clause: Clause, low: int, high: int) -> bool:
    return any(t.text in {":", ";"} for t in clause.doc[low:high])


def none_of_it(clause: Clause, cues: StatusCues) -> Verdict | None:
    """«Никаких переговоров не ведётся», «ни о какой встрече речи нет»."""
    del cues
    for child in clause.head.children:
        lemma = fold(child.lemma_)
        split = lemma == "какой" and any(t.lower_ == "ни" for t in clause.doc[max(0, child.i - 3) : child.i])
        if lemma == "никакой" or split:
            return Verdict(status="denied", cue=child)
    return None


def no_talk_of(clause: Clause, cues: StatusCues) -> Verdict | None:
    """«О встрече речи не идёт», «о визите не может быть и речи», «речь не идёт об отставке»."""
    del cues
    if clause.is_verbal or not _ABOUT & set(prepositions_of(clause.top)):
        return None
    for talk in (t for t in clause.segment if t.lower_ in _TALK and -_NEAR <= t.i - clause.top.i < _NEAR):
        around = (t for t in clause.segment if -_BESIDE <= t.i - talk.i < _BESIDE)
        cue = next((t for t in around if fold(t.lemma_) in _TALKS and (t.lower_ == "нет" or is_negated(t))), None)
        if cue is not None:
            return Verdict(status="denied", cue=cue)
    return None


def negated_outright(clause: Clause, cues: StatusCues) -> Verdict | None:
    """«Взрыва не было», «встречи не проводили», «он не подписывал договор»."""
    copula = next((c for c in clause.head.children if c.dep_ == "cop" or fold(c.lemma_) == "нет"), None)
    predicate = clause.predicate if copula is None or clause.is_verbal else copula
    if predicate is None or not (is_negated(predicate) or predicate.lower_ == "нет") or hardly_not(predicate):
        return None
    if clause.is_verbal:
        named_so = clause.doc[clause.candidate.words[0]].lower_ == "не" if clause.candidate.words else False
        return None if named_so else Verdict(status="denied", cue=predicate)
    if predicate == copula or (clause.is_direct and fold(predicate.lemma_) in cues.carriers | {"нет"}):
        return Verdict(status="denied", cue=predicate)
    return None


def taken_up_as_untrue(clause: Clause, cues: StatusCues) -> Verdict | None:
    """«— Пишут, что вы уходите. — Это неправда.»: the answer right behind denies what was told."""
    del cues
    told = any(fold(t.lemma_) in {"писать", "говорить", "сообщать", "утверждать", "сказать"} for t in clause.segment)
    if not told:
        return None
    after = [t for t in clause.doc[sentence_of(clause.head).end : sentence_of(clause.head).end + 6] if t.is_alpha]
    cue = next((t for t in after[:2] if t.lower_ in _DENYING_OPENERS), None)
    return Verdict(status="denied", cue=cue) if cue is not None else None

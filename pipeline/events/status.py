"""What became of a happening: ordered rules over its clause, each with the word that decided."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

from spacy.tokens import Doc, Token

from pipeline.events import averted, fate, intentions, modality, phases, plans, tense
from pipeline.events.candidate import Candidate
from pipeline.events.clause import Clause
from pipeline.events.cues import StatusCues, default_cues
from pipeline.events.denial import in_denied_report, negated_outright, no_talk_of, none_of_it, taken_up_as_untrue
from pipeline.events.denied_reports import denied_behind
from pipeline.events.verdict import Verdict
from pipeline.records.annotations import Span, Status

Rule = Callable[[Clause, StatusCues], Verdict | None]
Phase = Literal["", "start", "end"]
_AHEAD: frozenset[Status] = frozenset({"planned"})
_BEGUN: frozenset[Status] = frozenset({"occurred", "ongoing"})
BY_DATE = "+date"  # behind the name of a rule that the date has corrected
_JUST_BEGUN = dt.timedelta(days=2)

RULES: tuple[Rule, ...] = (
    averted.thought_better,
    averted.avoided,
    denied_behind,
    averted.none_of_them,
    taken_up_as_untrue,
    in_denied_report,
    none_of_it,
    no_talk_of,
    modality.asked_about,
    modality.conditional,
    modality.possible,
    modality.demanded,
    modality.at_risk,
    fate.after_all,
    plans.put_back,
    fate.called_off,
    plans.struck_behind,
    fate.moved,
    fate.fate_behind,
    phases.not_over,
    plans.not_held,
    averted.hardly,
    negated_outright,
    fate.taken_up_later,
    intentions.intended,
    intentions.future,
    intentions.prepared,
    phases.going_on,
    phases.begun,
    phases.ended,
    modality.hearsay,
    phases.in_force,
    tense.took_place,
    tense.by_attribute,
    tense.during_past,
    tense.failed,
    tense.bare_infinitive,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusJudgement:
    """What the words around a trigger say of its happening.

    Attributes:
        cue: offsets of the word that decided, `None` where nothing but the bare noun stands there.
        phase: start or end where the text tells that it began or ended.
        rule: name of the rule that decided; `nominal` where none did.
        datable: the status rests on no tense, or on a present one, so that the event's date may correct it.
    """

    status: Status
    rule: str
    cue: Span | None = None
    phase: Phase = ""
    datable: bool = False
    confidence: float = 0.9


def status_of(doc: Doc, candidate: Candidate, cues: StatusCues | None = None) -> StatusJudgement:
    """Judge whether what a trigger names took place, goes on, is planned, moved, called off, denied or only thought."""
    cues = cues or default_cues()
    clause = Clause(doc=doc, candidate=candidate)
    verdict, name = _first_verdict(clause, cues)
    return StatusJudgement(
        status=verdict.status,
        rule=name,
        cue=_span(verdict.cue),
        phase=verdict.phase,
        datable=verdict.datable,
        confidence=verdict.confidence,
    )


def _first_verdict(clause: Clause, cues: StatusCues) -> tuple[Verdict, str]:
    for rule in RULES:
        verdict = rule(clause, cues)
        if verdict is not None:
            return verdict, rule.__name__
    return Verdict(status="occurred", datable=True, confidence=0.7), "nominal"


def _span(token: Token | None) -> Span | None:
    return None if token is None else (token.idx, token.idx + len(token))


def status_by_date(
    judgement: StatusJudgement, earliest: dt.date | None, latest: dt.date | None, published: dt.date | None
) -> StatusJudgement:
    """Correct a status that rests on no tense by the event's date.

    A bare «встреча 25 мая» in an article of 20 May is planned, «встреча 15 мая» took place; «учения начались вчера»
    go on, «учения начались 2 мая» may well be over. What goes on by its own verb («продолжаются с июля») goes on
    whenever it began.
    """
    if published is None or (earliest is None and latest is None):
        return judgement
    first, last = earliest or latest, latest or earliest
    assert first is not None and last is not None
    if judgement.rule == "begun" and judgement.status == "ongoing":
        return _corrected(judgement, "occurred") if last < published - _JUST_BEGUN else judgement
    if not judgement.datable:
        return judgement
    if judgement.status not in ruled_out_by_day(first, last, published):
        return judgement
    return _corrected(judgement, "planned" if first > published else "occurred")


def ruled_out_by_day(earliest: dt.date | None, latest: dt.date | None, published: dt.date) -> frozenset[Status]:
    """What a day leaves no room for: what is to come has not begun, what is past is no plan."""
    if earliest is not None and earliest > published:
        return _BEGUN
    return _AHEAD if latest is not None and latest < published else frozenset()


def _corrected(judgement: StatusJudgement, status: Status) -> StatusJudgement:
    return replace(judgement, status=status, rule=f"{judgement.rule}{BY_DATE}")

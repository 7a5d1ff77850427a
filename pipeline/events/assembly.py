"""From trigger candidates to event records: find what belongs to each, join tellings, keep what is grounded."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc

from pipeline.events.arguments.attachment import Anchor, anchor
from pipeline.events.arguments.dates import find_event_dates
from pipeline.events.arguments.days import settle_days
from pipeline.events.arguments.event_date import EventDate
from pipeline.events.arguments.places import EventPlace, find_event_places
from pipeline.events.arguments.reading import Reading
from pipeline.events.arguments.roles import find_role_fillers
from pipeline.events.candidate import Candidate
from pipeline.events.consequences import share_circumstances
from pipeline.events.counts import find_amounts, find_progress, find_victims
from pipeline.events.factuality.weigh import judge_status
from pipeline.events.governments import find_governments
from pipeline.events.grounding import is_grounded
from pipeline.events.linking.weigh import link_arguments
from pipeline.events.merging import merge_tellings
from pipeline.events.ontology import Ontology
from pipeline.events.parties import resolve_parties
from pipeline.events.passing.rules import told_in_passing
from pipeline.events.records import make_record
from pipeline.events.status import StatusJudgement, status_by_date
from pipeline.events.tellings import Telling
from pipeline.events.thereabouts import find_places_there
from pipeline.language.sentences import sentence_of
from pipeline.language.text import lines_of, published
from pipeline.records.annotations import Argument, Event, Span

_AHEAD = dt.timedelta(days=60)  # how far a chronicle without a day of its own may look ahead


def assemble_events(
    reading: Reading, candidates: Sequence[Candidate], judgements: Sequence[StatusJudgement], ontology: Ontology
) -> tuple[Event, ...]:
    """Make the event records of an article.

    Args:
        reading: the annotated article made ready for argument rules.
        candidates: its triggers in the order of the text.
        judgements: the status of each, from its own clause.
        ontology: types with their roles and labels.
    """
    tellings = judged_tellings(reading, candidates, judgements, ontology)
    groups = share_circumstances(reading, merge_tellings(reading, tellings))
    events = ((make_record(reading, group, ontology.types[group[0].candidate.type]), group) for group in groups)
    kept = (
        event for event, group in events
        if is_grounded(reading.doc, event, group, ontology) and not told_in_passing(reading.doc, event, group)
    )  # fmt: skip
    return tuple(sorted(kept, key=lambda e: (e.trigger_start, e.type)))


def judged_tellings(
    reading: Reading, candidates: Sequence[Candidate], judgements: Sequence[StatusJudgement], ontology: Ontology
) -> list[Telling]:
    """The tellings of an article as they are before those of one happening are joined: what rules and networks say."""
    found = resolve_parties(reading, find_tellings(reading, candidates, judgements, ontology))
    linked = settle_days(reading, link_arguments(reading, found, ontology))
    linked = find_places_there(reading, find_governments(reading, linked))
    redated = [_redated(reading, *item) for item in zip(found, linked, judgements, strict=True)]
    return judge_status(reading.doc, redated, ontology)


def find_tellings(
    reading: Reading, candidates: Sequence[Candidate], judgements: Sequence[StatusJudgement], ontology: Ontology
) -> list[Telling]:
    """Give every candidate its status, date, place and fillers."""
    doc = reading.doc
    anchors = [anchor(reading, doc[c.head], c.light) for c in candidates]
    dates = find_event_dates(reading, anchors, [j.status for j in judgements])
    places = find_event_places(reading, anchors, [c.type for c in candidates])
    return [
        _telling(reading, item, ontology) for item in zip(candidates, judgements, anchors, dates, places, strict=True)
    ]


def _telling(
    reading: Reading,
    item: tuple[Candidate, StatusJudgement, Anchor, EventDate | None, EventPlace | None],
    ontology: Ontology,
) -> Telling:
    candidate, judgement, trigger, date, place = item
    roles = candidate.roles or ontology.types[candidate.type].roles
    fillers = find_role_fillers(reading, trigger.token, candidate.light, roles)
    where = place.span.mention.entity if place else ""
    told, date = _told_with(reading, judgement, date)
    return Telling(
        candidate=candidate, status=told.status, cue=told.cue, phase=told.phase, rule=told.rule,
        evidence=_sentence(trigger),
        headline=_in_title(reading.doc, candidate.start), date=date, place=place,
        fillers=tuple(a for a in fillers if a.entity != where), counts=_counts(reading, trigger, candidate),
        asserted_by=_speaker(reading.doc, candidate.start),
    )  # fmt: skip


def _told_with(
    reading: Reading, judgement: StatusJudgement, date: EventDate | None
) -> tuple[StatusJudgement, EventDate | None]:
    """The status that a date leaves, and the date if that status can have it."""
    first, last = (date.date.earliest, date.date.latest) if date else (None, None)
    told_on = _told_on(reading.doc, judgement)
    told = status_by_date(judgement, first, last, told_on)
    if told.status == "occurred" and told_on and first and first > told_on:
        return told, None  # «отклонили стратегию до 2030 года»: the day of what it is about
    return told, date


def _redated(reading: Reading, found: Telling, linked: Telling, judgement: StatusJudgement) -> Telling:
    """A telling whose date was changed gets the status that goes with the new one."""
    if linked.date == found.date:
        return linked
    told, date = _told_with(reading, judgement, linked.date)
    return replace(linked, date=date, status=told.status, cue=told.cue, phase=told.phase, rule=told.rule)


def _counts(reading: Reading, trigger: Anchor, candidate: Candidate) -> tuple[Argument, ...]:
    sentence = sentence_of(trigger.token)
    return (
        *find_victims(reading, trigger.token, candidate.type),
        *find_progress(reading.doc, sentence.start, sentence.end),
        *find_amounts(reading, trigger.token),
    )


def _sentence(trigger: Anchor) -> Span:
    words = [t for t in sentence_of(trigger.token) if not t.is_space]
    return words[0].idx, words[-1].idx + len(words[-1])


def _told_on(doc: Doc, judgement: StatusJudgement) -> dt.date | None:
    """The day of publication; a chronicle without one was told at the last day that it names, or not long before.

    That day may be one to come, so it tells no more than that what began long before it is over.
    """
    day = published(doc)
    if day is not None:
        return day
    named = [d.latest for d in doc._.dates if d.latest]
    return max(named) - _AHEAD if named and judgement.rule == "begun" and max(named) - dt.date.min > _AHEAD else None


def _in_title(doc: Doc, offset: int) -> bool:
    return any(line.role == "title" and line.start <= offset < line.end for line in lines_of(doc))


def _speaker(doc: Doc, offset: int) -> str:
    return next((q.speaker for q in doc._.quotes if q.start <= offset < q.end and q.speaker), "")

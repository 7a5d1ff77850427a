"""Which happenings are told in passing: words of a speaker alone, what is asked for, a circumstance of something else.

These rules look at a whole record. What has a day is told for its own sake, unless it is only asked for, and so is what
the networks hold for an event in spite of all rules.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from spacy.tokens import Doc

from pipeline.events.passing.asides import a_circumstance, an_attribute, of_many, usual_of_nobody
from pipeline.events.passing.irrealis import asked, never_begun, only_asked_for, unreal
from pipeline.events.passing.speech import of_the_speaker, quoted_denial, quoted_of_nobody
from pipeline.events.passing.told import Told
from pipeline.events.tellings import Telling
from pipeline.events.triggers.hearing import hearing
from pipeline.records.annotations import Event


def told_in_passing(doc: Doc, event: Event, tellings: Sequence[Telling]) -> bool:
    """Whether every telling of a happening is beside the point of its sentence.

    Example: «[Мы] просили тишины», «После матча тренер ушёл в отставку»: the request, the match.
    """
    heads = tuple(doc[t.candidate.head] for t in tellings)
    told = Told(
        doc=doc, event=event, heads=heads, statuses=frozenset(t.rule for t in tellings),
        share=max(t.candidate.share for t in tellings),
    )  # fmt: skip
    dated = any(a.role == "date" for a in event.arguments)
    if dated or told.share >= hearing(doc).told:
        return asked(told) or only_asked_for(told)
    return any(rule(told) for rule in RULES)


RULES: tuple[Callable[[Told], bool], ...] = (
    asked,
    quoted_of_nobody,
    quoted_denial,
    of_the_speaker,
    only_asked_for,
    never_begun,
    unreal,
    usual_of_nobody,
    an_attribute,
    of_many,
    a_circumstance,
)

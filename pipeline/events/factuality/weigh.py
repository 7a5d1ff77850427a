"""What the factuality network changes in the tellings of an article: their status, where the rules have erred."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from spacy.tokens import Doc

from pipeline.events.encoder.committee import joint_opinion
from pipeline.events.factuality.features import telling_categories, telling_numbers
from pipeline.events.factuality.model import STATUSES, shipped_factuality
from pipeline.events.ontology import Ontology
from pipeline.events.status import ruled_out_by_day
from pipeline.events.tellings import Telling
from pipeline.language.networks import NO
from pipeline.language.text import published
from pipeline.records.annotations import Status

OVERRULED = "learned/"  # before the name of the rule against which the network has decided
LEAST_HELD = 0.4  # below it the network's best guess was right hardly more often than the rule
LEAST_AGAINST_DAY = 0.7  # a wrong day is rarer than a wrong guess below it: «на ноябрьской (2022 года) [сессии]»
# Where the network held something else than one of these, it was right at least as often as the rule, in a
# cross-validation over 12,192 tellings. It was of `negated_outright` too (0.51 to 0.28 of 88), which stands all the
# same: «так и не начались» must not be read over. Rules of fewer than six disagreements stand as well.
_OPEN = frozenset({
    "nominal", "took_place", "during_past", "future", "going_on", "intended", "possible", "demanded",
    "bare_infinitive", "hearsay", "asked_about",
})  # fmt: skip

_TENSELESS = "nominal"


def judge_status(doc: Doc, tellings: Sequence[Telling], ontology: Ontology) -> list[Telling]:
    """Let the network have the last word on the status of tellings whose rule is not surer than it.

    Args:
        doc: an article whose words the reader has states of; else nothing is changed.
        tellings: its triggers with status and date.
        ontology: whose lexicon says what a word may be.

    Example: «Их вынудили [подписать] договор»: a bare infinitive is hypothetical by the rules, this one took place.
    """
    states = doc._.reading.states if doc._.reading is not None else {}
    open_ones = [t for t in tellings if t.rule in _OPEN and not t.candidate.own_type and _head(doc, t) in states]
    if not open_ones:
        return list(tellings)
    model = shipped_factuality()
    said = telling_categories(doc, open_ones, ontology)
    small = model.probabilities(telling_numbers(doc, open_ones), said)
    heads = [telling.candidate.head for telling in open_ones]
    shares = joint_opinion(doc, "factuality", [heads], said, small)[:, NO + 1 :].tolist()
    asked = {id(telling): row for telling, row in zip(open_ones, shares, strict=True)}
    return [_judged(doc, telling, asked[id(telling)]) if id(telling) in asked else telling for telling in tellings]


def _judged(doc: Doc, telling: Telling, shares: list[float]) -> Telling:
    judged = _with_status(telling, _held(shares, _ruled_out(doc, telling)))
    share = shares[STATUSES.index(judged.status)]
    return replace(judged, odds=replace(judged.odds, status=share))


def _head(doc: Doc, telling: Telling) -> int:
    return doc[telling.candidate.head].idx


def _held(shares: list[float], ruled_out: Collection[Status]) -> Status | None:
    """The likeliest status, none if it is not likely enough; one that its day rules out must be likelier."""
    least = {status: LEAST_AGAINST_DAY if status in ruled_out else LEAST_HELD for status in STATUSES}
    rated = sorted(zip(shares, STATUSES, strict=True), reverse=True)
    return next((status for share, status in rated if share >= least[status]), None)


def _ruled_out(doc: Doc, telling: Telling) -> Collection[Status]:
    """What the day of a noun without tense leaves hardly room for: a [сессия] of last year is not planned."""
    told_on = published(doc)
    if telling.rule != _TENSELESS or telling.date is None or told_on is None:
        return ()
    return ruled_out_by_day(telling.date.date.earliest, telling.date.date.latest, told_on)


def _with_status(telling: Telling, status: Status | None) -> Telling:
    """The word that decided and the phase go with the status that the rules gave."""
    if status is None or status == telling.status:
        return telling
    return replace(telling, status=status, rule=f"{OVERRULED}{telling.rule}", cue=None, phase="")

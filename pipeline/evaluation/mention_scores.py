"""Scores of names: spans with their type, entities found, and spans that lead to the right entity."""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.evaluation.answers import Answers, MentionAnswer
from pipeline.evaluation.counts import Counts, Fault, FaultKind, LayerScore
from pipeline.evaluation.gold import GoldArticle
from pipeline.evaluation.names import NameIndex, coarse_type

_NAMED = frozenset({"person", "organization", "location"})
_KINDS = frozenset({"name", "abbreviation"})
_Typed = tuple[int, int, str]


def score_mentions(article: GoldArticle, answers: Answers, names: NameIndex) -> LayerScore:
    """Score spans, entities and links of people, bodies and places; pronouns and descriptions are left out."""
    rows = [m for m in answers.mentions if coarse_type(m.type) in _NAMED and m.kind in _KINDS]
    wanted = {(start, end, e.type) for e in article.entities for start, end in e.mentions}
    got = {(m.start, m.end, coarse_type(m.type)) for m in rows}
    who = _canonical_names(rows, answers, names)
    owed = {(start, end, e.name) for e in article.entities for start, end in e.mentions}
    linked = {(m.start, m.end, name) for m in rows if (name := who.get(m.entity))}
    found, missing = _match_entities(article, answers, who)
    spans = Counts(right=len(wanted & got), predicted=len(got), gold=len(wanted))
    return LayerScore(
        counts={
            "mentions": spans,
            "entities": Counts(right=found, predicted=len(who), gold=len(article.entities)),
            "links": Counts(right=len(linked & owed), predicted=len(got), gold=len(owed)),
        },
        faults=(
            *_span_faults(article, "mention", "missed", wanted - got),
            *_span_faults(article, "mention", "spurious", got - wanted),
            *missing,
            *_link_faults(article, owed, linked, {(s, e) for s, e, _ in wanted & got}),
        ),
    )


def _canonical_names(rows: Iterable[MentionAnswer], answers: Answers, names: NameIndex) -> dict[str, str | None]:
    """Entity key -> canonical gold name, for every entity that a name of the article leads to."""
    keys = sorted({m.entity for m in rows if m.entity in answers.entities})
    return {key: names.canonical(answers.entities[key].name) for key in keys}


def _match_entities(article: GoldArticle, answers: Answers, who: dict[str, str | None]) -> tuple[int, list[Fault]]:
    """Give each gold entity one entity of the run, each at most once; what is left over counts against precision."""
    free = set(who)
    faults = []
    for wanted in article.entities:
        fitting = [
            k for k in sorted(free)
            if who[k] == wanted.name and coarse_type(answers.entities[k].type) == wanted.type
        ]  # fmt: skip
        if fitting:
            free.remove(fitting[0])
            continue
        start, end = wanted.mentions[0] if wanted.mentions else (0, 0)
        faults.append(_fault(article, "entity", "missed", (start, end), wanted=f"{wanted.type} {wanted.name}"))
    for key in sorted(free):
        entity = answers.entities[key]
        faults.append(_fault(article, "entity", "spurious", (0, 0), got=f"{entity.type} {entity.name}"))
    return len(who) - len(free), faults


def _span_faults(article: GoldArticle, layer: str, kind: FaultKind, spans: set[_Typed]) -> list[Fault]:
    key = "wanted" if kind == "missed" else "got"
    return [_fault(article, layer, kind, (start, end), **{key: label}) for start, end, label in sorted(spans)]


def _link_faults(
    article: GoldArticle, owed: set[_Typed], linked: set[_Typed], found: set[tuple[int, int]]
) -> list[Fault]:
    """Spans that were found but lead nowhere or to someone else; spans not found are faults of the spans alone."""
    given = {(start, end): name for start, end, name in sorted(linked)}
    return [
        _fault(article, "link", "wrong", (start, end), wanted=name, got=given.get((start, end), ""))
        for start, end, name in sorted(owed - linked)
        if (start, end) in found
    ]


def _fault(
    article: GoldArticle, layer: str, kind: FaultKind, span: tuple[int, int], *, wanted: str = "", got: str = ""
) -> Fault:
    start, end = span
    return Fault(
        doc_id=article.id, layer=layer, kind=kind, start=start, end=end, text=article.text[start:end],
        wanted=wanted, got=got,
    )  # fmt: skip

"""The one place that decides between rules and reader.

What a name is (a city or a district), where it begins and ends («Ар Келли», «кронпринц Нарухито»), and where a date
begins is the reader's word wherever that was measured to be right more often; its identity is still the rule's. What
only the reader finds is added.

No mention of a rule is dropped: each lives on as one mention, which keeps in `found_at` where it was found if it takes
the reader's offsets, so that the arguments of events, which were read on the rules' mentions, still lead to it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from pipeline.mentions.arbitration.measured import Case, Outcome
from pipeline.mentions.arbitration.verdicts import ReaderVerdicts, Verdict, family
from pipeline.mentions.quantities import quantity_value
from pipeline.mentions.reader.reading import ReadSpan
from pipeline.records.annotations import Mention, MentionKey, MentionKind

_NAMED = frozenset({"person", "organization", "place"})
COREFERENCE = "coreference"
LEAST_WITHIN, LEAST_ACROSS = 4, 10  # cases that must have been seen for a type of the same family, and of another
SURE = 0.7
_QUOTES = '«"“„'


def arbitrate(
    text: str, mentions: Sequence[Mention], spans: Sequence[ReadSpan], *, outcomes: Mapping[Case, Outcome], source: str
) -> Iterator[Mention]:
    """Yield the rules' mentions, corrected where the reader is surer, and those that only the reader has found.

    Args:
        text: the article.
        mentions: of the rules.
        spans: of the reader.
        outcomes: what was measured where both disagreed.
        source: name of the reader, written into what it adds or changes.
    """
    verdicts = ReaderVerdicts(spans)
    families = _by_family(mentions)
    taken: set[MentionKey] = set()
    for mention in mentions:
        verdict = verdicts.of(mention)
        if mention.source.startswith(COREFERENCE):
            decided = _confirmed(mention, verdict, source)
        elif verdict.span is not None and _holds_several(verdict.span, families[family(mention.type)]):
            decided = mention
        else:
            decided = _decided(text, mention, verdict, outcomes.get(Case.of(mention, verdict)), source)
            if verdict.kind == "retypes" and verdict.span is not None:
                taken.add((*mention.span, verdict.span.type))  # of two types for one span the loser is no mention
        taken.add(decided.key)
        yield decided
    for span in spans:
        if span.key not in taken:
            yield _added(text, span, source)


def _by_family(mentions: Sequence[Mention]) -> dict[str, list[Mention]]:
    families: dict[str, list[Mention]] = {}
    for mention in mentions:
        families.setdefault(family(mention.type), []).append(mention)
    return families


def _holds_several(span: ReadSpan, alike: Sequence[Mention]) -> bool:
    """«3 и 4 декабря», «с субботы на понедельник» are one span to the reader, and two days; so with names.

    So with «суд» within «районный суд», too: two mentions of two bodies must not become one span.
    """
    return sum(m.start < span.end and span.start < m.end for m in alike) > 1


def _confirmed(mention: Mention, verdict: Verdict, source: str) -> Mention:
    """«правительство» that coreference has led to a body, and that the reader takes for one too: it made the span."""
    if verdict.kind == "agrees":
        return replace(mention, source=f"{source};{mention.source}")
    return mention


def _decided(text: str, mention: Mention, verdict: Verdict, outcome: Outcome | None, source: str) -> Mention:
    rival = verdict.span
    if rival is None or outcome is None or not _is_surer(mention, rival, outcome):
        return mention
    if family(mention.type) == "calendar" or (verdict.kind != "retypes" and mention.type == rival.type):
        return replace(
            mention, start=rival.start, end=rival.end, text=text[rival.start : rival.end], type=rival.type,
            source=f"{mention.source};{source}", found_at=mention.span,
        )  # fmt: skip
    if verdict.kind == "retypes":
        kind: MentionKind = mention.kind if family(rival.type) in _NAMED else ""
        return replace(mention, type=rival.type, kind=kind, source=f"{mention.source};{source}")
    return mention


def _is_surer(mention: Mention, rival: ReadSpan, outcome: Outcome) -> bool:
    """A city for a location, a language for «русский» need little ground; a ship for a body more, and a sure reader."""
    if family(mention.type) == family(rival.type) or mention.kind == "adjective":
        return outcome.reader_is_surer(LEAST_WITHIN)
    return outcome.reader_is_surer(LEAST_ACROSS) and rival.confidence >= SURE


def _added(text: str, span: ReadSpan, source: str) -> Mention:
    words = text[span.start : span.end]
    return Mention(
        start=span.start, end=span.end, text=words, type=span.type, source=source, confidence=span.confidence,
        kind=kind_of(words) if family(span.type) in _NAMED else "", value=quantity_value(words, span.type),
    )  # fmt: skip


def kind_of(words: str) -> MentionKind:
    """«правительство» is a description; whether «Таймс-сквер» names anything known is left open: the cell is empty."""
    named = words[:1].isupper() or any(mark in words for mark in _QUOTES)
    return "" if named else "nominal"

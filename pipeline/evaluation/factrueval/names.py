"""Names by the rules of the track.

An answer is paired with the gold mention that shares most tokens with it and is right by the share of the words
that it owes: descriptive words of the mention («движение», «город») may be in it or not, any other word counts
against it. Gold mentions that are embedded in another one, or have no name in them, count neither way.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from pipeline.evaluation.counts import Counts
from pipeline.evaluation.factrueval.corpus import TYPES, GoldMention, TrackText
from pipeline.evaluation.factrueval.matching import TrackFault, TrackScore, pair_up


@dataclass(frozen=True, slots=True, kw_only=True)
class NameAnswer:
    """A name that was found: half-open offsets and person, organization or location."""

    start: int
    end: int
    type: str


def score_names(text: TrackText, answers: Iterable[NameAnswer]) -> TrackScore:
    """Compare the outermost answers of one text with its gold."""
    counts, faults = {}, []
    found = outermost(answers)
    for kind in TYPES:
        gold = [mention for mention in text.mentions if mention.type == kind]
        own = [_tokens(text, answer) for answer in found if answer.type == kind]
        pairs = pair_up([[_overlap(mention.tokens, tokens) for tokens in own] for mention in gold])
        counted = {i for i, mention in enumerate(gold) if is_counted(mention, text.mentions)}
        right = {i: _quality(gold[i], own[j]) for i, j in pairs.items() if i in counted}
        free = len(own) - len(set(pairs.values()))
        counts[kind] = Counts(right=sum(right.values()), predicted=len(right) + free, gold=len(counted))
        for i in sorted(counted):
            if right.get(i, 0.0) < 1.0:
                got = own[pairs[i]] if i in pairs else ()
                faults.append(_fault(text, kind, gold[i].tokens, got, right.get(i, 0.0)))
        faults += [_fault(text, kind, (), own[j], 0.0) for j in range(len(own)) if j not in pairs.values()]
    return TrackScore(counts=counts, faults=tuple(faults))


def outermost(answers: Iterable[NameAnswer]) -> list[NameAnswer]:
    """Answers that no longer body or place holds: the track does not ask for embedded names."""
    kept: list[NameAnswer] = []
    for answer in sorted(answers, key=lambda a: (a.start, -a.end)):
        if not any(k.end >= answer.end and k.type != "person" for k in kept):
            kept.append(answer)
    return kept


def is_counted(mention: GoldMention, mentions: Sequence[GoldMention]) -> bool:
    """Whether a mention has a name and is not embedded in another one."""
    return bool(mention.owed) and not any(_embeds(other, mention) for other in mentions if other is not mention)


def _embeds(outer: GoldMention, inner: GoldMention) -> bool:
    """A body or location-organisation holds any type, a bare location only people and locations.

    Of two over the same tokens the body counts; of two bodies, or two places, the first.
    """
    if outer.type == "person" or (inner.type == "organization" and not _is_body(outer)):
        return False
    if inner.tokens == outer.tokens:
        if inner.type == outer.type:
            return int(outer.identifier) < int(inner.identifier)
        return outer.type == "organization"
    return inner.tokens < outer.tokens


def _is_body(mention: GoldMention) -> bool:
    return mention.type == "organization" or mention.is_organization_place


def _tokens(text: TrackText, answer: NameAnswer) -> frozenset[int]:
    return frozenset(
        token.start for token in text.tokens if token.is_word and token.start < answer.end and answer.start < token.end
    )


def _overlap(one: frozenset[int], other: frozenset[int]) -> float:
    return len(one & other) / max(len(one | other), 1)


def _quality(gold: GoldMention, tokens: frozenset[int]) -> float:
    owed = len(gold.owed & tokens)
    return owed / max(len(gold.owed) + len(tokens - gold.tokens), 1)


def _fault(text: TrackText, kind: str, wanted: Collection[int], got: Collection[int], right: float) -> TrackFault:
    return TrackFault(
        document=text.name, type=kind, wanted=_words(text, wanted), got=_words(text, got), right=round(right, 2)
    )


def _words(text: TrackText, starts: Collection[int]) -> str:
    return " ".join(token.text for token in text.tokens if token.start in starts)

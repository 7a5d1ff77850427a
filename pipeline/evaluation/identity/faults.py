"""What went wrong with identities: things torn apart, things thrown together, items not given or given wrongly."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass

from pipeline.evaluation.identity.answers import Answer
from pipeline.evaluation.identity.gold import GoldMention
from pipeline.evaluation.identity.linking import Linked


@dataclass(frozen=True, slots=True, kw_only=True)
class IdentityFault:
    """One fault.

    Attributes:
        fault: unfound, split, merged, unlinked or mislinked.
        text: the mention.
        other: what it should (split) or should not (merged) stand with, or the items wanted and given.
    """

    document: str
    fault: str
    kind: str
    start: int
    text: str
    other: str = ""


def cluster_faults(
    name: str, text: str, gold: Sequence[GoldMention], answers: Sequence[Answer]
) -> Iterator[IdentityFault]:
    """Mentions that were not found, and those outside the largest part of their wanted or answered cluster."""
    wanted, answered = [m.cluster for m in gold], [a.cluster for a in answers]
    torn, thrown = _strays(wanted, answered), _strays(answered, wanted)
    for i, (mention, answer) in enumerate(zip(gold, answers, strict=True)):
        cases = {"unfound": i} if not answer.found else {}
        cases |= {"split": torn[i]} if answer.found and i in torn else {}
        cases |= {"merged": thrown[i]} if i in thrown else {}
        for fault, other in cases.items():
            yield IdentityFault(
                document=name, fault=fault, kind=mention.kind, start=mention.start,
                text=text[mention.start : mention.end], other=text[gold[other].start : gold[other].end],
            )  # fmt: skip


def item_faults(name: str, text: str, linked: Sequence[Linked]) -> Iterator[IdentityFault]:
    """Items of the gazetteer that were not given, and wrong ones."""
    for each in linked:
        if not each.right and (each.held or each.answer.item):
            mention = each.mention
            yield IdentityFault(
                document=name, fault="mislinked" if each.answer.item else "unlinked", kind=mention.kind,
                start=mention.start, text=text[mention.start : mention.end],
                other=f"{'|'.join(sorted(mention.items))}, given {each.answer.item or 'none'}",
            )  # fmt: skip


def _strays(inside: Sequence[Hashable], by: Sequence[Hashable]) -> dict[int, int]:
    """Members of a cluster that stand outside the largest part into which others cut it, with one of that part."""
    parts: dict[Hashable, Counter[Hashable]] = defaultdict(Counter)
    for cluster, part in zip(inside, by, strict=True):
        parts[cluster][part] += 1
    largest = {cluster: counted.most_common(1)[0][0] for cluster, counted in parts.items()}
    heads: dict[Hashable, int] = {}
    for i, pair in enumerate(zip(inside, by, strict=True)):
        heads.setdefault(pair, i)
    return {
        i: heads[cluster, largest[cluster]]
        for i, (cluster, part) in enumerate(zip(inside, by, strict=True))
        if part != largest[cluster]
    }

"""Links from descriptions and pronouns to what is named, judged by the chains of a text.

A link is right if its mention stands in the chain in which most names of its entity stand. Owed are the descriptions
and personal and possessive pronouns of chains that hold a name, from the first name on.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pipeline.evaluation.counts import Counts
from pipeline.evaluation.rucor.corpus import ChainMention, ChainText
from pipeline.records.annotations import Annotations, Span

_NAMING = frozenset({"name", "abbreviation"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A description or pronoun with the names of what it is said to mean, and the rule that says so."""

    start: int
    end: int
    rule: str
    names: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedLink:
    """A link with its text and whether it is right."""

    document: str
    rule: str
    text: str
    names: str
    right: bool


def find_links(found: Annotations) -> list[Link]:
    """The links of an article that coreference made."""
    names: dict[str, list[Span]] = defaultdict(list)
    for mention in found.mentions:
        if mention.kind in _NAMING and mention.entity:
            names[mention.entity].append(mention.span)
    return [
        Link(start=m.start, end=m.end, rule=m.source, names=tuple(names[m.entity]))
        for m in found.mentions
        if m.source.startswith("coreference.") and m.kind in {"nominal", "pronoun"}
    ]


def judge_links(text: ChainText, links: Iterable[Link]) -> list[JudgedLink]:
    """Tell right links from wrong ones."""
    by_place = _by_place(text.mentions)
    judged = []
    for link in links:
        chains = Counter(chain for name in link.names if (chain := _chain_at(by_place, name)))
        wanted = chains.most_common(1)[0][0] if chains else ""
        right = bool(wanted) and wanted in _chains_headed(by_place, (link.start, link.end))
        names = text.text[slice(*link.names[0])] if link.names else ""
        judged.append(
            JudgedLink(
                document=text.name, rule=link.rule, text=text.text[link.start : link.end], names=names, right=right
            )
        )
    return judged


def owed_links(text: ChainText) -> int:
    """Descriptions and pronouns of chains that hold a name, from the first name on."""
    first: dict[str, int] = {}
    for mention in text.mentions:
        if mention.form == "name":
            first.setdefault(mention.chain, mention.start)
    return sum(
        mention.form in {"description", "pronoun"} and first.get(mention.chain, mention.start) < mention.start
        for mention in text.mentions
    )


def count_links(judged: Iterable[JudgedLink], owed: int) -> dict[str, Counts]:
    """Counts of every rule and, under `overall`, of all of them against the links that are owed."""
    rules: dict[str, Counts] = {}
    for link in judged:
        for name in (link.rule, "overall"):
            rules[name] = rules.get(name, Counts(gold=owed)) + Counts(right=link.right, predicted=1)
    return rules


def _by_place(mentions: Iterable[ChainMention]) -> Mapping[int, list[ChainMention]]:
    """Mentions by the places of their heads and by where they end (as a negative number)."""
    found: dict[int, list[ChainMention]] = defaultdict(list)
    for mention in mentions:
        for head in mention.heads:
            found[head].append(mention)
        found[-mention.end].append(mention)
    return found


def _chains_headed(by_place: Mapping[int, list[ChainMention]], span: Span) -> set[str]:
    """Chains of the mentions with a head inside a span."""
    return {mention.chain for at in range(*span) for mention in by_place.get(at, ())}


def _chain_at(by_place: Mapping[int, list[ChainMention]], name: Span) -> str:
    """The chain of a name: of the mention with its head inside it, else of one that it ends («министр Зорин»)."""
    headed = [m for at in range(*name) for m in by_place.get(at, ())]
    ended = [m for m in by_place.get(-name[1], ()) if m.start <= name[0]]
    found = headed or ended
    return min(found, key=lambda m: abs(m.start - name[0]) + abs(m.end - name[1])).chain if found else ""

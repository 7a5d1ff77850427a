"""Mentions of people, bodies and places with what they mean, from the references and ALTERNATIVE_NAME of a text.

Mentions with one Wikidata item are one, as are those that ALTERNATIVE_NAME joins, within a text. A mention that has
neither (NEREL's `Wikidata:NULL`: no item was found) is left out: NEREL does not join the repetitions of a name, so
nothing tells whether two such mentions are one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.errors import InputError
from pipeline.mentions.gazetteer_entry import TYPES
from pipeline.records.annotations import family
from pipeline.training.corpus import AnnotatedText, TypedSpan

_ITEM = "Wikidata:Q"
_NAMED = frozenset({"person", *TYPES})
_SAME = "ALTERNATIVE_NAME"


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldMention:
    """A mention whose identity is known.

    Attributes:
        kind: person, organization or location (every place).
        cluster: the same for all mentions of one thing in the text.
        items: its Wikidata items (`Q159`), more than one where the annotators named several; often none.
    """

    start: int
    end: int
    kind: str
    cluster: str
    items: frozenset[str] = frozenset()


def gold_mentions(text: AnnotatedText) -> tuple[GoldMention, ...]:
    """The mentions of a text whose identity is told, in the order of the text."""
    items = {(span, item.removeprefix("Wikidata:")) for span, item in text.references if item.startswith(_ITEM)}
    pairs = [(head, tail) for kind, head, tail in text.relations if kind == _SAME]
    clusters = _joined([*items, *pairs])
    told = sorted(span for span in text.mentions if span[2] in _NAMED and span in clusters)
    return tuple(
        GoldMention(
            start=span[0], end=span[1], kind=family(span[2]), cluster=clusters[span],
            items=frozenset(item for other, item in items if other == span),
        )
        for span in told
    )  # fmt: skip


def check_identities(texts: Sequence[AnnotatedText], folder: Path) -> None:
    """Refuse a corpus that tells no identities.

    Raises:
        InputError: no text has a reference to Wikidata.
    """
    if not any(text.references for text in texts):
        raise InputError(f"No references to Wikidata (lines N1 Reference T1 Wikidata:Q159) in {folder}. Name NEREL.")


def _joined(pairs: Iterable[tuple[TypedSpan, TypedSpan | str]]) -> dict[TypedSpan | str, str]:
    """Names of the sets into which pairs fall (union and find)."""
    above: dict[TypedSpan | str, TypedSpan | str] = {}

    def top(node: TypedSpan | str) -> TypedSpan | str:
        while above.setdefault(node, node) != node:
            node = above[node]
        return node

    for left, right in pairs:
        above[top(left)] = top(right)
    return {node: str(top(node)) for node in list(above)}

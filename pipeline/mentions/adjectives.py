"""Adjectives of countries and places: «белорусский» names Belarus, whoever or whatever is Belarusian.

Those of cities and regions name them only where the reader has seen a mention (`pipeline.entities.reader_names`):
«московский» is as often the region's, and part of names that have left the city («Московский проспект»).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from spacy.tokens import Doc

from pipeline.mentions.gazetteer import Gazetteer, fold
from pipeline.mentions.gazetteer_entry import GazetteerEntry
from pipeline.mentions.gazetteer_in_use import load_gazetteer
from pipeline.records.annotations import Mention

SOURCE = "gazetteer-adjective"
_READERS = frozenset({"city", "state_or_province"})


def find_adjectives(doc: Doc, named: Sequence[Mention]) -> Iterator[Mention]:
    """Yield the adjectives that name a country or place, save in a person's name and where it is a name itself."""
    taken = {mention.span for mention in named}
    people = [mention for mention in named if mention.type == "person"]
    bearers = _adjectives(load_gazetteer())
    for token in doc:
        entry = bearers.get(fold(token.lemma_)) if token.pos_ == "ADJ" else None
        if entry is None or (token.idx, token.idx + len(token)) in taken:
            continue
        if any(person.start <= token.idx < person.end for person in people):
            continue
        yield Mention(
            start=token.idx, end=token.idx + len(token), text=token.text, type=entry.type, kind="adjective",
            source=SOURCE, gazetteer=entry.key,
        )  # fmt: skip


def country_of_adjective(lemma: str) -> str:
    """Key of the country that an adjective names: «украинский»; empty for every other word."""
    entry = _adjectives(load_gazetteer()).get(fold(lemma))
    return entry.key if entry is not None and entry.type == "country" else ""


@cache
def _adjectives(gazetteer: Gazetteer) -> dict[str, GazetteerEntry]:
    """Entries by their adjectives; an adjective that two entries share names neither."""
    found: dict[str, GazetteerEntry] = {}
    for adjective, entries in entries_by_adjective(gazetteer).items():
        ours = [entry for entry in entries if entry.type not in _READERS]
        if len(ours) == 1:
            found[adjective] = ours[0]
    return found


@cache
def entries_by_adjective(gazetteer: Gazetteer) -> Mapping[str, tuple[GazetteerEntry, ...]]:
    """All entries that bear each adjective, places of every kind."""
    found: dict[str, list[GazetteerEntry]] = defaultdict(list)
    for entry in gazetteer.entries.values():
        for adjective in entry.adjectives:
            found[fold(adjective)].append(entry)
    return {adjective: tuple(entries) for adjective, entries in found.items()}

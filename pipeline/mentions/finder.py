"""All finders of names in order, from the words of an article to the candidates that the selection left."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from pipeline.mentions.abbreviations import find_abbreviated, find_definitions
from pipeline.mentions.attachment.attach import Attacher
from pipeline.mentions.bodies.composed import find_composed
from pipeline.mentions.bodies.phrases import find_body_phrases
from pipeline.mentions.candidates import Candidate, Words
from pipeline.mentions.consistency import find_repeated_places, settle_people_and_places
from pipeline.mentions.dateline_agencies import find_dateline_agencies
from pipeline.mentions.dateline_places import find_dateline_places
from pipeline.mentions.found import FoundNames
from pipeline.mentions.gazetteer_names import find_gazetteer_names
from pipeline.mentions.latin import find_latin_names
from pipeline.mentions.names import SOURCE, find_names
from pipeline.mentions.numbered import find_numbered
from pipeline.mentions.persons.animals import animal_names
from pipeline.mentions.persons.initials import find_initialled
from pipeline.mentions.persons.leading import cut_leading_body
from pipeline.mentions.persons.mend import mend_persons
from pipeline.mentions.persons.missed import find_dedicated, find_repeated
from pipeline.mentions.place_mending import cut_trailing_people, mend_places
from pipeline.mentions.places import find_place_phrases, find_road_numbers, find_route_ends
from pipeline.mentions.quoted import find_quoted_names, find_repeated_quotations
from pipeline.mentions.quoted_roles import find_titles
from pipeline.mentions.selection import select
from pipeline.mentions.spelt_out import common_abbreviations
from pipeline.mentions.streets import find_namesake_waters, find_shared_streets, is_described
from pipeline.mentions.support import supported


def find_all_names(words: Words) -> FoundNames:
    """Find the names of people, bodies and places, and the abbreviations that the article defines."""
    nameless = common_abbreviations(words) | animal_names(words)
    recognised = [c for c in find_names(words) if words.text(c.first) not in nameless]
    tags = {i: c.type for c in recognised for i in range(c.first, c.last)}
    listed = list(find_gazetteer_names(words, tags))
    people = find_people(words, recognised, listed)
    places = find_places(words, recognised, listed, people)
    people, places = settle_people_and_places(words, people, places)
    bodies = find_bodies(words, recognised, listed, [*people, *places], tags)
    attached = Attacher(words, places, people).attach(bodies)
    definitions = list(find_definitions(words, [*attached, *places]))
    short = list(find_abbreviated(words, definitions))
    spelt = [replace(d.long, source="rule.defined-name") if d.long.source == SOURCE else d.long for d in definitions]
    bodies = [*bodies, *(c for c in [*short, *spelt] if not c.is_place)]
    places = [*places, *(c for c in short if c.is_place)]
    attached = Attacher(words, places, people).attach(bodies)
    candidates = [*people, *places, *(body for body in attached if body.kind != "nominal")]
    return FoundNames(
        selected=select(words, supported(words, candidates)), considered=[*candidates, *recognised],
        definitions=definitions, nameless=nameless,
    )  # fmt: skip


def find_people(words: Words, recognised: Sequence[Candidate], listed: Sequence[Candidate]) -> list[Candidate]:
    """Names of people, those of the recogniser mended, and what initials and repetition add."""
    found = mend_persons(words, (c for c in recognised if c.type == "person"))
    found = [cut_leading_body(words, c, listed) for c in found]
    known_places = {c.span for c in listed if c.is_place}
    composed = {c.span for c in find_composed(words)}
    found = [c for c in found if c.span not in known_places | composed]
    found += find_initialled(words, _indices(found))
    found += find_dedicated(words, _indices(found))
    others = [c for c in recognised if c.type == "organization"]
    return [*found, *find_repeated(words, found, _indices([*found, *others]))]


def find_places(
    words: Words, recognised: Iterable[Candidate], listed: Sequence[Candidate], people: Sequence[Candidate]
) -> list[Candidate]:
    """Names of places, unless they are part of a person's name."""
    inside = _indices(people)
    mended = mend_places(words, (c for c in recognised if c.type == "location"))
    found = list(cut_trailing_people(words, mended, people, listed))
    found += [c for c in listed if c.is_place]
    found = [c for c in found if c.first not in inside]
    phrases = find_place_phrases(words)
    found += [c for c in phrases if not c.source.endswith("noun-first") or not is_described(words, c.first, found)]
    found += [*find_shared_streets(words), *find_namesake_waters(words, found)]
    found += find_road_numbers(words)
    taken = _indices(found)
    found += [c for c in find_dateline_places(words) if c.first not in taken | inside]
    found += find_route_ends(words, found)
    return [*found, *find_repeated_places(words, found, inside)]


def find_bodies(
    words: Words, recognised: Iterable[Candidate], listed: Sequence[Candidate], others: Sequence[Candidate],
    tags: Mapping[int, str],
) -> list[Candidate]:  # fmt: skip
    """Names of bodies before names behind them are attached."""
    quoted = _find_in_marks(words, tags)
    inside = _indices(quoted)
    marks = frozenset(i for i, text in enumerate(words.texts) if text in {"«", "»", '"', "“", "”", "„"})
    found = [c for c in recognised if c.type == "organization" and not _indices([c]) & (inside | marks)]
    found += find_body_phrases(words, _indices(others))
    found += find_composed(words)
    found += [*find_numbered(words), *find_dateline_agencies(words)]
    titles = frozenset(i for title in find_titles(words) for i in range(title.first, title.last))
    found = [c for c in found if c.first not in titles]
    found += [c for c in listed if not c.is_place]
    places = {c.span for c in others if c.is_place and c.entries}
    return [*_longest(c for c in found if c.span not in places), *quoted]


def _find_in_marks(words: Words, tags: Mapping[int, str]) -> list[Candidate]:
    """Names in marks or in Latin letters, once each: what a noun introduces before what the recogniser knows."""
    quoted = [*find_quoted_names(words, tags), *find_latin_names(words, tags)]
    introduced = [c for c in quoted if not c.source.endswith("recognised")]
    spans: dict[tuple[int, int], Candidate] = {}
    repeated = (*find_repeated_quotations(words, introduced), *quoted, *find_repeated_quotations(words, quoted))
    for name in (*introduced, *repeated):
        spans.setdefault(name.span, name)
    return list(spans.values())


def _longest(bodies: Iterable[Candidate]) -> list[Candidate]:
    """Of the bodies that begin at one word the longest, and the longest that the gazetteer knows.

    «Академия наук Беларуси» of the recogniser and «Академия наук» of the gazetteer, which takes up «Беларуси».
    """
    best: dict[tuple[int, bool], Candidate] = {}
    for body in bodies:
        for key in dict.fromkeys(((body.first, False), (body.first, bool(body.entries)))):
            known = best.get(key)
            if known is None or _weight(body) > _weight(known):
                best[key] = body
    return list(dict.fromkeys(best.values()))


def _weight(body: Candidate) -> tuple[bool, int, bool, bool]:
    """A body of its own in the gazetteer before any phrase («Комитет Государственной думы | по просьбе …»)."""
    own = body.last - body.first > 1 and any(not entry.is_of_any_state for entry in body.entries)
    return own, body.last - body.first, body.kind != "nominal", bool(body.entries)


def _indices(candidates: Iterable[Candidate]) -> frozenset[int]:
    return frozenset(i for c in candidates for i in range(c.first, c.last))

"""What the linking network changes in the tellings of an article: who takes part, where, when."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from pipeline.events.arguments.reading import MentionSpan, Reading
from pipeline.events.arguments.roles import DEFAULT_TYPES
from pipeline.events.linking.barred import is_barred
from pipeline.events.linking.circumstances import SOURCE, date_of, place_of
from pipeline.events.linking.features import PairReader
from pipeline.events.linking.model import PARTICIPANT, shares
from pipeline.events.linking.odds import odds_of
from pipeline.events.linking.pairs import Pair, find_pairs
from pipeline.events.linking.tree import read_tree
from pipeline.events.ontology import Ontology
from pipeline.events.tellings import Telling
from pipeline.records.annotations import Argument
from pipeline.records.tabulate import TAKING_PART

# Who a slot found is kept from the first figure on, who none found is added from the second on, see `circumstances`.
PARTICIPANTS = (0.45, 0.6)
ALONE = 0.5  # the likeliest name of the trigger's sentence is added from here on where nobody else takes part
_CAPITALS = frozenset({"city", "state_or_province"})  # said for a government
_ACTING = frozenset({"Nom", ""})
_Rated = tuple[str, tuple[float, Pair]]  # an entity with its best share and the pair that has it


def link_arguments(reading: Reading, tellings: Sequence[Telling], ontology: Ontology) -> list[Telling]:
    """Let the network judge what the slots gave each trigger, and add what they passed over.

    Args:
        reading: an article whose words the reader has states of; else nothing is changed.
        tellings: its triggers with what the slots gave them.
        ontology: whose types say which roles there are.
    """
    if reading.doc._.reading is None or not reading.doc._.reading.states:
        return list(tellings)
    far = reading.doc._.event_states is not None
    pairs = find_pairs(reading, tellings, far=far)
    if not pairs:
        return list(tellings)
    reader = PairReader(reading, tellings, read_tree(reading.doc, {t.candidate.head for t in tellings}), far=far)
    rows: list[list[tuple[Pair, list[float]]]] = [[] for _ in tellings]
    for pair, row in zip(pairs, shares(reading.doc, pairs, reader).tolist(), strict=True):
        rows[pair.telling].append((pair, row))
    return [_linked(reading, telling, own, ontology) for telling, own in zip(tellings, rows, strict=True)]


def _linked(
    reading: Reading, telling: Telling, pairs: Sequence[tuple[Pair, list[float]]], ontology: Ontology
) -> Telling:
    if telling.candidate.own_type:
        return telling  # of a type of the user's own the network knows nothing
    place, date = place_of(reading, telling, pairs), date_of(reading, telling, pairs)
    where = place.span.mention.entity if place else ""
    fillers = _participants(reading, telling, pairs, ontology, where)
    ordered = tuple(sorted(fillers, key=lambda a: (a.start, a.end)))
    return replace(telling, fillers=ordered, place=place, date=date, odds=odds_of(pairs))


def _participants(
    reading: Reading, telling: Telling, pairs: Sequence[tuple[Pair, list[float]]], ontology: Ontology, where: str
) -> Iterator[Argument]:
    """Those of the slots that the network does not doubt, and those that it is sure of; not the place itself."""
    best: dict[str, tuple[float, Pair]] = {}
    for pair, row in pairs:
        if pair.entity and row[PARTICIPANT] > best.get(pair.entity, (0.0, pair))[0]:
            best[pair.entity] = row[PARTICIPANT], pair
    kept, added = PARTICIPANTS
    known = {argument.entity for argument in telling.fillers}
    judged = {a.entity for a in telling.fillers if a.role in TAKING_PART} & best.keys()
    held = [a for a in telling.fillers if a.entity not in judged or best[a.entity][0] >= kept]
    fillers = [a for a in held if a.entity != where]
    new = [e for e in best.items() if e[0] not in known | {where} and not _may_not(reading, e[1][1], known)]
    sure = [each for each in new if each[1][0] >= added]
    told = telling.date is not None or telling.place is not None  # else a doubtful name would make a doubtful event
    if told and not sure and not any(a.role in TAKING_PART for a in fillers):
        sure = _alone(new)
    yield from fillers
    yield from (_argument(reading, telling, pair, share, ontology) for _, (share, pair) in sure)


def _alone(new: Sequence[_Rated]) -> list[_Rated]:
    """The likeliest name where nobody takes part for certain: «Правление [«Очага»] единогласно проголосовало»."""
    likeliest = max(new, key=lambda each: each[1][0], default=None)
    return [likeliest] if likeliest and likeliest[1][0] >= ALONE and not likeliest[1][1].back else []


def _may_not(reading: Reading, pair: Pair, known: Collection[str]) -> bool:
    return isinstance(pair.span, MentionSpan) and is_barred(reading, pair.span, known)


def _argument(reading: Reading, telling: Telling, pair: Pair, share: float, ontology: Ontology) -> Argument:
    assert isinstance(pair.span, MentionSpan)  # only those have an entity
    mention, entity = pair.span.mention, reading.entities.get(pair.entity)
    return Argument(
        role=_role(telling, pair, ontology), name=entity.name if entity else mention.text, start=mention.start,
        end=mention.end, text=mention.text, entity=pair.entity, source=f"{SOURCE}/participant",
        confidence=round(share * mention.confidence, 3),
    )  # fmt: skip


def _role(telling: Telling, pair: Pair, ontology: Ontology) -> str:
    """The first role of the type that such a filler may have; who is in an oblique case is rather acted on."""
    kind = "country" if pair.type in _CAPITALS else pair.type
    roles = telling.candidate.roles or ontology.types[telling.candidate.type].roles
    fitting = [role.name for role in roles if kind in (role.types or DEFAULT_TYPES)]
    oblique = isinstance(pair.span, MentionSpan) and pair.span.case not in _ACTING
    if oblique and "recipient" in fitting:
        return "recipient"
    return fitting[0] if fitting else "participant"

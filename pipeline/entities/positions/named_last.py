"""The place or body named last that a post of its kind has: mayors a city, rectors a university, ministers a land."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.entities.positions.kinds import kinds_of
from pipeline.entities.spans import Named, NamedSpans, fold
from pipeline.records.annotations import Entity, Position

_OF_CITIES = frozenset({"мэр", "вице-мэр", "экс-мэр", "примар", "вице-примар", "градоначальник", "бургомистр"})
_UNIVERSITY = frozenset({"университет", "институт", "академия", "консерватория"})
_HOSPITAL = frozenset(
    {"больница", "клиника", "госпиталь", "поликлиника", "диспансер", "роддом", "медцентр", "родильный"}
)
_KINDERGARTEN = frozenset({"детсад", "сад", "ясли"})
_SCHOOL = frozenset({"школа", "гимназия", "лицей"})
_INSTITUTIONS = {
    "ректор": _UNIVERSITY, "проректор": _UNIVERSITY, "главный врач": _HOSPITAL, "главврач": _HOSPITAL, "завуч": _SCHOOL,
    "доцент": _UNIVERSITY, "декан": _UNIVERSITY, "заведующая": _KINDERGARTEN,
}  # fmt: skip
_OF_GOVERNMENT = frozenset({"премьер-министр", "премьер", "вице-премьер", "министр", "заместитель министра"})
_PLAIN_REGIONS = ("область", "край", "округ", "район")
_STREETS = frozenset({"улица", "проспект", "площадь", "бульвар", "переулок", "набережная", "шоссе", "ул", "имя"})


def of_city(named: NamedSpans, position: Position, others: Sequence[Position]) -> Position | None:
    """«вице-мэр Орлов»: of the city named most, and of those the last."""
    if position.position.lower().split()[-1] not in _OF_CITIES:
        return None
    span = named.span_of(position)
    cities = [found.entity for found in named.before(span.start) if _may_have_mayor(named, found)] if span else []
    return replace(position, organization=max(cities, key=cities.count)) if cities else None


def _may_have_mayor(named: NamedSpans, found: Named) -> bool:
    """A city that is nobody's origin («из Твери») and no town that someone «работал в» before."""
    entity = named.entities.get(found.entity)
    before = named.doc[max(0, found.first - 2) : found.first]
    aside = any(token.lower_ == "из" or fold(token.lemma_) in _STREETS for token in before)
    return entity is not None and entity.type == "city" and not aside


def may_be_governed(post: str, place: Entity) -> bool:
    """Whether a place can have the post of government: «премьер» never of a region that is no republic."""
    if place.type == "state_or_province":
        return not (_is_premier(post) and place.name.lower().endswith(_PLAIN_REGIONS))
    return place.type == "country"


def _is_premier(post: str) -> bool:
    return fold(post.lower()).split()[0] in {"премьер", "премьер-министр", "президент"}


def of_institution(named: NamedSpans, position: Position, others: Sequence[Position]) -> Position | None:
    """«ректор Орлов» of the university, «главный врач Орлов» of the clinic named last."""
    wanted = _INSTITUTIONS.get(position.position.lower())
    span = named.span_of(position)
    if wanted is None or span is None:
        return None
    for found in named.before(span.start):
        bodily = not found.is_person and not found.is_place
        if bodily and any(kind.endswith(tuple(wanted)) for kind in kinds_of(named, found)):
            return replace(position, organization=found.entity)
    return None


def of_country(named: NamedSpans, position: Position, others: Sequence[Position]) -> Position | None:
    """«Латвия. Министр связи Орлов ушёл»: of the only country or region that the paragraph named before."""
    span = named.span_of(position)
    if span is None or not position.position.lower().startswith(tuple(_OF_GOVERNMENT)):
        return None
    seen: list[str] = []
    for found in named.nested_before(span.start):
        if any(named.doc[i].is_space and "\n" in named.doc[i].text for i in range(found.last + 1, span.start)):
            break
        entity = named.entities.get(found.entity)
        if entity is not None and entity.key not in seen and may_be_governed(position.position, entity):
            seen.append(entity.key)
    return replace(position, organization=seen[0]) if len(seen) == 1 else None

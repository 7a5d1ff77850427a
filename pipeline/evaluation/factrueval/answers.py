"""What was found in an article, in the form that the track asks for."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.evaluation.factrueval.corpus import TYPES
from pipeline.evaluation.factrueval.names import NameAnswer, outermost
from pipeline.evaluation.factrueval.objects import Attribute, ObjectAnswer
from pipeline.evaluation.names import coarse_type
from pipeline.records.annotations import Annotations, Entity, Mention

_NAMING = frozenset({"name", "abbreviation"})


def name_answers(found: Annotations) -> list[NameAnswer]:
    """The names of people, bodies and places of an article."""
    return [NameAnswer(start=m.start, end=m.end, type=coarse_type(m.type)) for m in _naming(found)]


def object_answers(found: Annotations) -> list[ObjectAnswer]:
    """The entities of an article that stand somewhere outside other names."""
    kept = {(answer.start, answer.end) for answer in outermost(name_answers(found))}
    names: dict[str, list[Mention]] = {}
    for mention in _naming(found):
        if mention.span in kept and mention.entity:
            names.setdefault(mention.entity, []).append(mention)
    return [
        ObjectAnswer(type=coarse_type(entity.type), attributes=_attributes(entity, names[entity.key]))
        for entity in found.entities
        if entity.key in names
    ]


def _naming(found: Annotations) -> list[Mention]:
    return [m for m in found.mentions if m.kind in _NAMING and coarse_type(m.type) in TYPES]


def _attributes(entity: Entity, mentions: Sequence[Mention]) -> tuple[Attribute, ...]:
    """A person's parts, each given name by itself; for others the fullest name that the text itself gives."""
    if entity.type != "person":
        written = [m.name for m in mentions if m.name] or [entity.name]
        name = entity.name if entity.name in written else max(written, key=lambda n: (len(n.split()), len(n)))
        return (("name", name),)
    parts = [("firstname", word) for word in entity.first_name.split()]
    parts += [("patronymic", entity.patronymic)] if entity.patronymic else []
    parts += [("lastname", entity.last_name)] if entity.last_name else []
    return tuple(parts) or (("nickname", entity.name),)

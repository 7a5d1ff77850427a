"""Who takes part in an event by the trained reader's word, for the triggers beside which no slot of a frame is filled.

A parser hangs «Подозреваемый, зять погибшего [Роман Шульга], задержан» wrongly now and then, and every slot with it;
the reader has learned from texts, not from trees.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from pipeline.events.arguments.reading import MentionSpan, Reading
from pipeline.events.arguments.roles import DEFAULT_TYPES
from pipeline.events.ontology import Role
from pipeline.mentions.reader.model import ReadRelation, ReadSpan
from pipeline.records.annotations import Argument, Span

EVENT = "event"
ACTING, TAKING_PART = frozenset({"AGENT", "ORGANIZES"}), frozenset({"PARTICIPANT_IN"})
_AGENT = "agent"


def learned_fillers(
    reading: Reading, relations: Sequence[ReadRelation], trigger: Span, roles: Sequence[Role]
) -> tuple[Argument, ...]:
    """Find who fills roles of a trigger by relations between spans, each entity once.

    Args:
        reading: the article.
        relations: of its reading by the network.
        trigger: offsets of the word that names the event.
        roles: roles of the event's type.
    """
    at = {(span.mention.start, span.mention.end): span for span in reading.covering.values()}
    found: dict[str, Argument] = {}
    for relation in relations:
        for span in _taking_part(relation, trigger, at):
            role = _role_for(relation, reading.mention_type(span), roles)
            if role is not None:
                found.setdefault(span.mention.entity, _argument(reading, role, relation, span))
    return tuple(sorted(found.values(), key=lambda a: (a.start, a.end)))


def _taking_part(relation: ReadRelation, trigger: Span, at: Mapping[Span, MentionSpan]) -> Iterator[MentionSpan]:
    """The mention that a relation joins to this trigger, if it is one whose entity is known."""
    if relation.type not in ACTING | TAKING_PART:
        return
    for event, other in ((relation.head, relation.tail), (relation.tail, relation.head)):
        span = at.get((other.start, other.end))
        if _is_trigger(event, trigger) and span is not None and span.mention.entity:
            yield span


def _is_trigger(span: ReadSpan, trigger: Span) -> bool:
    return span.type == EVENT and span.start < trigger[1] and trigger[0] < span.end


def _role_for(relation: ReadRelation, kind: str, roles: Sequence[Role]) -> Role | None:
    """Who acts is the agent, who takes part is not, if the type has such roles and this kind of entity fits."""
    fitting = [role for role in roles if kind in (role.types or DEFAULT_TYPES)]
    acting = relation.type in ACTING
    return next((r for r in fitting if (r.name == _AGENT) == acting), next(iter(fitting), None))


def _argument(reading: Reading, role: Role, relation: ReadRelation, span: MentionSpan) -> Argument:
    mention = span.mention
    entity = reading.entities.get(mention.entity)
    return Argument(
        role=role.name, name=entity.name if entity else mention.text, start=mention.start, end=mention.end,
        text=mention.text, entity=mention.entity, source=f"reader/{relation.type}", confidence=relation.confidence,
    )  # fmt: skip

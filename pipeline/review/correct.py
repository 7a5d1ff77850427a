"""Puts a corrected value into a record of an article, with all that hangs on it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from pipeline.entities.phrases.folding import fold
from pipeline.events.ontology_files import default_ontology
from pipeline.events.titles import event_title
from pipeline.records.annotations import Annotations, Argument, Entity, Event, Mention, Position, Quote
from pipeline.records.edtf import bounds
from pipeline.records.tables.column import SEPARATOR
from pipeline.records.tabulate import TAKING_PART

SOURCE = "review"


class LeftAsideError(Exception):
    """Why a line cannot be obeyed."""


def correct_event(event: Event, column: str, value: str, found: Annotations) -> Event:
    """The event with another type, status, phase, date, place or participants, and the title that goes with it.

    Raises:
        LeftAsideError: the value names nobody of this article.
    """
    match column:
        case "type":
            changed = replace(event, type=value, plover=default_ontology().types[value].plover)
        case "status":
            changed = replace(event, status=value, status_cue=None)  # type: ignore[arg-type]  # (checked when read)
        case "phase":
            changed = replace(event, phase=value)  # type: ignore[arg-type]
        case "date":
            earliest, latest = bounds(value)
            kept = tuple(a for a in event.arguments if a.role != "date")
            changed = replace(event, date=value, earliest=earliest, latest=latest, date_text="", arguments=kept)
        case "place":
            changed = _with_place(event, value, found)
        case _:
            changed = _with_participants(event, value, found)
    return replace(changed, title=_title(changed, found)) if changed != event else event


def correct_quote(quote: Quote, value: str, found: Annotations) -> Quote:
    """The quote in another mouth; an empty value takes its speaker away.

    Raises:
        LeftAsideError: the value names nobody of this article.
    """
    return replace(quote, speaker=_named(value, found).key if value else "")


def correct_position(position: Position, column: str, value: str) -> Position:
    """The post with another name, tenure, begin or end."""
    return replace(position, **{column: value})  # type: ignore[arg-type]  # (columns are checked when read)


def _with_place(event: Event, value: str, found: Annotations) -> Event:
    kept = [a for a in event.arguments if a.role != "place"]
    if not value:
        return replace(event, place="", arguments=tuple(kept))
    entity = _named(value, found)
    return replace(event, place=entity.key, arguments=(*kept, _argument("place", entity, event, found)))


def _with_participants(event: Event, value: str, found: Annotations) -> Event:
    entities = {e.key: e for e in (_named(name, found) for name in value.split(SEPARATOR) if name.strip())}
    kept = [a for a in event.arguments if a.role not in TAKING_PART or not a.entity or a.entity in entities]
    there = {a.entity for a in kept if a.role in TAKING_PART}
    new = [_argument("participant", entity, event, found) for key, entity in entities.items() if key not in there]
    return replace(event, arguments=(*kept, *new))


def _named(value: str, found: Annotations) -> Entity:
    """The only entity of the article that is called so, by its name or as a mention of it has it."""
    wanted = fold(value)
    called = {m.entity for m in found.mentions if m.entity and wanted in {fold(m.name), fold(m.text)}}
    fitting = [
        e
        for e in found.entities
        if e.key in called | {value} or wanted in map(fold, (e.name, e.abbreviation, *e.aliases))
    ]
    if len(fitting) == 1:
        return fitting[0]
    what = "several" if fitting else "nobody and nothing"
    raise LeftAsideError(f"«{value}» means {what} in this article: write a name as it stands in mentions.csv")


def _argument(role: str, entity: Entity, event: Event, found: Annotations) -> Argument:
    """A filler at the mention nearest to the event's word."""
    mentions = [m for m in found.mentions if m.entity == entity.key]
    if not mentions:
        raise LeftAsideError(f"no words of this article name {entity.name}")
    nearest: Mention = min(mentions, key=lambda m: (abs(m.start - event.trigger_start), m.start, m.end))
    return Argument(
        role=role, name=entity.name, start=nearest.start, end=nearest.end, text=nearest.text, source=SOURCE,
        entity=entity.key,
    )  # fmt: skip


def _title(event: Event, found: Annotations) -> str:
    entities = {e.key: e for e in found.entities}
    keys = dict.fromkeys(a.entity for a in event.arguments if a.role in TAKING_PART and a.entity in entities)
    place = entities[event.place].name if event.place in entities else ""
    names = _persons_first(entities[key] for key in keys)
    return event_title(default_ontology().types[event.type].label, names, place, event.date)


def _persons_first(entities: Iterable[Entity]) -> Sequence[str]:
    return [e.name for e in sorted(entities, key=lambda e: e.type != "person")]

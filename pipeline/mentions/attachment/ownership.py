"""Whether a name can depend on a body: СКБ has ОДКБ, МИД any state, a quoted name nothing."""

from __future__ import annotations

from pipeline.mentions.attachment.links import Link
from pipeline.mentions.candidates import Candidate, Words
from pipeline.mentions.gazetteer_entry import GazetteerEntry
from pipeline.mentions.gazetteer_in_use import load_gazetteer


def may_take(body: Candidate, link: Link, words: Words) -> bool:
    """Whether the name can depend on the body: a genitive, and an owner that the gazetteer does not exclude."""
    other = link.candidate
    if other.cases and not other.cases & {"gent"}:
        return False
    if not other.cases and words.case(other.first) not in {"Gen", ""} and not words.text(other.first).isupper():
        return False
    return not is_closed(body) if not body.entries else any(_can_own(entry, other) for entry in body.entries)


def _can_own(entry: GazetteerEntry, owner: Candidate) -> bool:
    """Whether a body of the gazetteer can have that owner: СКБ has ОДКБ, МИД any state, ТПП only its own country."""
    if entry.is_of_any_state:
        return True
    keys = {other.key for other in owner.entries}
    if owner.is_place:
        return bool(entry.country) and entry.country in keys
    return bool(entry.parent) and (not keys or bool(keys & load_gazetteer().ancestors(entry)))


def is_open(body: Candidate) -> bool:
    """A body that no state or parent is told of yet."""
    return not body.entries or any(entry.is_of_any_state for entry in body.entries)


def is_closed(body: Candidate) -> bool:
    """A quoted name or one in Latin letters takes nothing up."""
    return body.source.startswith(("rule.quoted", "rule.latin"))

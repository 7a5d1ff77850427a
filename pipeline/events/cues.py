"""Status cues as data, read from `models/status.yaml`."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path

from pipeline.events.lexicon import read_lexicon
from pipeline.events.phrases import fold, read_word
from pipeline.resources import models_dir


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusCues:
    """Lemmas, and some forms, by what they say of a happening; the file tells what each list is for."""

    cancel: frozenset[str]
    postpone: frozenset[str]
    schedule: frozenset[str]
    happen: frozenset[str]
    start: frozenset[str]
    end: frozenset[str]
    go_on: frozenset[str]
    later: frozenset[str]
    awaited: frozenset[str]
    proviso: frozenset[str]
    intend: frozenset[str]
    possible: frozenset[str]
    demand: frozenset[str]
    refuse: frozenset[str]
    balk: frozenset[str]
    relent: frozenset[str]
    avoid: frozenset[str]
    claim: frozenset[str]
    preparation: frozenset[str]
    achieve: frozenset[str]
    stage: frozenset[str]
    deny: frozenset[str]
    confirm: frozenset[str]
    call_it: frozenset[str]
    untruth: frozenset[str]
    rumour: frozenset[str]
    report: frozenset[str]
    hearsay: frozenset[str]
    condition: frozenset[str]
    scheduled_present: frozenset[str]
    schedulable: frozenset[str]
    lasting: frozenset[str]
    asking: frozenset[str]
    first_person: frozenset[str]
    plural_names: frozenset[str]
    circumstantial: frozenset[str]
    banned_bodies: frozenset[str]
    banning: frozenset[str]
    talks: frozenset[str]
    press: frozenset[str]
    habitual: frozenset[str]
    phases: frozenset[str]
    most: frozenset[str]
    returning: frozenset[str]

    @property
    def carriers(self) -> frozenset[str]:
        """Verbs that say what becomes of their subject or object."""
        return _carriers(self)

    @property
    def plans(self) -> frozenset[str]:
        """Verbs that tell a plan."""
        return _plans(self)


@cache
def _carriers(cues: StatusCues) -> frozenset[str]:
    return cues.cancel | cues.postpone | cues.schedule | cues.happen | cues.start | cues.end | cues.go_on


@cache
def _plans(cues: StatusCues) -> frozenset[str]:
    return cues.schedule | cues.awaited


@cache
def default_cues() -> StatusCues:
    """The cues that ship with svodka."""
    return load_cues(models_dir() / "status.yaml")


def load_cues(path: Path) -> StatusCues:
    """Read a file of cues.

    Raises:
        ResourceError: unknown or missing list; the message names file and line.
    """
    names = tuple(field.name for field in fields(StatusCues))
    node = read_lexicon(path)
    lists = node.fields(names)
    missing = [name for name in names if name not in lists]
    if missing:
        node.fail(f"missing {', '.join(missing)}")
    return StatusCues(**{name: _lemmas(lists[name].words()) for name in names})


def _lemmas(words: tuple[str, ...]) -> frozenset[str]:
    """The words and, for plurals («сведения»), the lemma that their forms have."""
    return frozenset(lemma for word in words for lemma in (fold(word), *read_word(word).plurals))

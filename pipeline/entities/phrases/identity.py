"""Which mentions of bodies and places name one thing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from pipeline.entities.phrases.folding import fold, is_acronym
from pipeline.entities.phrases.named import Named, NamedMention
from pipeline.entities.phrases.same_thing import OWNERS, RULES

_SUPPORT = 0.5
_PLAUSIBLE = 0.02  # share that a candidate needs to join by


def settle_names(mentions: Sequence[NamedMention]) -> dict[int, str]:
    """Each mention's nominative by its own evidence and that of the other mentions."""
    support: dict[tuple[str, str], float] = defaultdict(float)
    for mention in mentions:
        for candidate in mention.candidates:
            support[mention.family, fold(candidate.name)] += candidate.share
    settled = {}
    for mention in mentions:
        best = max(mention.candidates, key=lambda c: c.share * (_SUPPORT + support[mention.family, fold(c.name)]))
        settled[mention.index] = best.name
    return settled


def find_named(mentions: Sequence[NamedMention], names: dict[int, str], definitions: Mapping[int, int]) -> list[Named]:
    """Group mentions into things, in the order of their first mention.

    Args:
        mentions: in the order of the text.
        names: nominative of each mention; changed where another one joins it to a thing.
        definitions: index of a mention in brackets, with the index of the one that it stands behind.
    """
    things: list[Named] = []
    for mention in _fullest_first(mentions, names):
        name = names[mention.index]
        thing = _defined(things, mention.index, definitions)
        if thing is None:
            thing, name = _find(things, mention, name)
        if thing is None:
            thing = _opened(mention, name)
            things.append(thing)
        names[mention.index] = name
        _join(thing, mention.index, name)
    return sorted(things, key=lambda thing: min(thing.mentions))


def _fullest_first(mentions: Sequence[NamedMention], names: Mapping[int, str]) -> list[NamedMention]:
    """What the gazetteer knows, then the longest and surest names, so that shorter ones have something to join."""
    sure = {m.index: max(candidate.share for candidate in m.candidates) for m in mentions}
    return sorted(
        mentions, key=lambda m: (not m.gazetteer, -_fullness(names[m.index]), round(-sure[m.index], 1), m.index)
    )


def _fullness(name: str) -> int:
    """Words of a name; an acronym has none, so that it comes after what it may stand for."""
    words = name.split()
    return 0 if is_acronym(name) and len(words) == 1 else len(words) - (words[-1] in OWNERS)


def _opened(mention: NamedMention, name: str) -> Named:
    return Named(
        name=name, family=mention.family, gazetteer=mention.gazetteer, formal=mention.formal, known=mention.known
    )  # fmt: skip


def _join(thing: Named, index: int, name: str) -> None:
    thing.mentions.append(index)
    if fold(name) not in map(fold, (thing.name, *thing.aliases)):
        thing.aliases.append(name)
    if is_acronym(name) and not is_acronym(thing.name) and not thing.abbreviation:
        thing.abbreviation = name


def _defined(things: Sequence[Named], index: int, definitions: Mapping[int, int]) -> Named | None:
    """The other half of «Комитет санэпидблагополучия (КСЭБ)», whichever of the two came first."""
    pairs = {definitions[index]} if index in definitions else set()
    pairs |= {inside for inside, before in definitions.items() if before == index}
    return next((thing for thing in things if pairs & set(thing.mentions)), None)


def _find(things: Sequence[Named], mention: NamedMention, name: str) -> tuple[Named | None, str]:
    """The thing that a mention joins, and the nominative under which it does."""
    kin = [thing for thing in things if thing.family == mention.family]
    if mention.gazetteer:
        same = [thing for thing in kin if thing.gazetteer == mention.gazetteer]
        return (same[0] if same else _of_some_state(kin, mention.gazetteer)), name
    plausible = [name, *(c.name for c in mention.candidates if c.share > _PLAUSIBLE and c.name != name)]
    for rule in RULES:
        for option in plausible:
            found = [thing for thing in kin if rule(thing, option)]
            if found:
                return _nearest(found, mention.index), option
    return None, name


def _of_some_state(kin: Sequence[Named], key: str) -> Named | None:
    """«МИД» after «МИД Армении», where no other state's is named."""
    owned = [thing for thing in kin if thing.gazetteer.partition(".")[0] == key and "." in thing.gazetteer]
    return owned[0] if len(owned) == 1 else None


def _nearest(found: Sequence[Named], index: int) -> Named:
    """The only one, or the one last named before."""
    return max(found, key=lambda t: max((i for i in t.mentions if i < index), default=-min(t.mentions) - 1))

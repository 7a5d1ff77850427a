"""Which mentions of bodies and places name one thing: an ordered list of small rules."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field

from pipeline.entities.phrases.abbreviations import abbreviates
from pipeline.entities.phrases.folding import fold, is_acronym
from pipeline.entities.phrases.nominative import PhraseCandidate

_SUPPORT = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedMention:
    """A mention of a body or place with the candidates for its nominative.

    `family` is organization or location: only mentions of one family can be one thing. `gazetteer` is the key of the
    entry it means, `formal` that entry's name, where it has one.
    """

    index: int
    family: str
    candidates: tuple[PhraseCandidate, ...]
    gazetteer: str = ""
    formal: str = ""


@dataclass(slots=True, kw_only=True)
class Named:
    """One body or place of the article; grows while mentions join it. `formal` is its name in the gazetteer."""

    name: str
    family: str
    gazetteer: str = ""
    formal: str = ""
    abbreviation: str = ""
    aliases: list[str] = field(default_factory=list)
    mentions: list[int] = field(default_factory=list)

    @property
    def names(self) -> list[str]:
        """All names, folded."""
        return [fold(name) for name in (self.formal, self.name, *self.aliases) if name]


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


def find_named(
    mentions: Sequence[NamedMention], names: Mapping[int, str], definitions: Mapping[int, int]
) -> list[Named]:
    """Group mentions into things, in the order of their first mention.

    Args:
        mentions: in the order of the text.
        names: nominative of each mention.
        definitions: index of a mention in brackets, with the index of the one that it stands behind.
    """
    things: list[Named] = []
    order = sorted(mentions, key=lambda m: (not m.gazetteer, -_fullness(names[m.index]), m.index))
    for mention in order:
        name = names[mention.index]
        thing = _defined(things, mention.index, definitions) or _find(things, mention, name)
        if thing is None:
            thing = Named(name=name, family=mention.family, gazetteer=mention.gazetteer, formal=mention.formal)
            things.append(thing)
        _join(thing, mention.index, name)
    return sorted(things, key=lambda thing: min(thing.mentions))


def fullest_name(thing: Named, short: Collection[str]) -> str:
    """The name to show for a body that has no entry of its own: its longest, a short form spelt out.

    Args:
        thing: the body.
        short: folded short names of the body of any state that it is one of: «минздрав», so that «Минздрав
            Башкортостана» is «Министерство здравоохранения Башкортостана».
    """
    names = [name for name in (thing.name, *thing.aliases) if not is_acronym(name)]
    longest = max(names, key=lambda name: len(name.split()), default=thing.name)
    head, _, tail = longest.partition(" ")
    spelt_out = fold(head) in short and not is_acronym(thing.formal)
    return f"{thing.formal} {tail}".strip() if spelt_out else longest


def _fullness(name: str) -> int:
    """Words of a name; an acronym has none, so that it comes after what it may stand for."""
    return 0 if is_acronym(name) and " " not in name else len(name.split())


def _join(thing: Named, index: int, name: str) -> None:
    thing.mentions.append(index)
    if fold(name) not in thing.names:
        thing.aliases.append(name)
    if is_acronym(name) and not is_acronym(thing.name) and not thing.abbreviation:
        thing.abbreviation = name


def _defined(things: Sequence[Named], index: int, definitions: Mapping[int, int]) -> Named | None:
    """The other half of «Комитет санэпидблагополучия (КСЭБ)», whichever of the two came first."""
    pairs = {definitions[index]} if index in definitions else set()
    pairs |= {inside for inside, before in definitions.items() if before == index}
    return next((thing for thing in things if pairs & set(thing.mentions)), None)


def _find(things: Sequence[Named], mention: NamedMention, name: str) -> Named | None:
    kin = [thing for thing in things if thing.family == mention.family]
    if mention.gazetteer:
        same = [thing for thing in kin if thing.gazetteer == mention.gazetteer]
        return same[0] if same else _of_some_state(kin, mention.gazetteer)
    for rule in _RULES:
        found = [thing for thing in kin if rule(thing, name)]
        if found:
            return _nearest(found, mention.index)
    return None


def _of_some_state(kin: Sequence[Named], key: str) -> Named | None:
    """«МИД» after «МИД Армении», where no other state's is named."""
    owned = [thing for thing in kin if thing.gazetteer.partition(".")[0] == key and "." in thing.gazetteer]
    return owned[0] if len(owned) == 1 else None


def _nearest(found: Sequence[Named], index: int) -> Named:
    """The only one, or the one last named before."""
    return max(found, key=lambda t: max((i for i in t.mentions if i < index), default=-min(t.mentions) - 1))


def _same_name(thing: Named, name: str) -> bool:
    return fold(name) in thing.names


def _initials(thing: Named, name: str) -> bool:
    """«ОТГ» for «Организация тюркских государств»."""
    if thing.family != "organization" or not is_acronym(name):
        return False
    return any(abbreviates(name, full) for full in thing.names if not is_acronym(full))


def _beginning(thing: Named, name: str) -> bool:
    """«Секретариат» after «Секретариат ОДКБ», «Организация» after «Организация Договора …»."""
    words = fold(name).split()
    return thing.family == "organization" and any(
        len(words) < len(full) and full[: len(words)] == words for full in map(str.split, thing.names)
    )


def _head_word(thing: Named, name: str) -> bool:
    """«Барсы» after «Степные барсы»."""
    full = fold(thing.name).split()
    pair = thing.family == "organization" and len(full) == 2 and not is_acronym(thing.name.split()[-1])
    return pair and full[1] == fold(name)


_RULES: tuple[Callable[[Named, str], bool], ...] = (_same_name, _initials, _beginning, _head_word)

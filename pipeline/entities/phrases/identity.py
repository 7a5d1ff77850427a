"""Which mentions of bodies and places name one thing: an ordered list of small rules."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field

from pipeline.entities.phrases.abbreviations import abbreviates
from pipeline.entities.phrases.folding import fold, is_acronym, is_adjective, quoted_core
from pipeline.entities.phrases.nominative import PhraseCandidate

_SUPPORT = 0.5
_OWNERS = frozenset({"республики", "страны", "области", "края", "региона", "города", "района", "округа", "столицы"})
_PLAUSIBLE = 0.02  # share that a candidate needs to join by


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedMention:
    """A mention of a body or place with the candidates for its nominative.

    `family` is organization or location: only mentions of one family can be one thing. `gazetteer` is the key of the
    entry it means, `formal` that entry's name and `known` its other names, where it has one.
    """

    index: int
    family: str
    candidates: tuple[PhraseCandidate, ...]
    gazetteer: str = ""
    formal: str = ""
    known: tuple[str, ...] = ()


@dataclass(slots=True, kw_only=True)
class Named:
    """One body or place of the article; grows while mentions join it. `formal` is its name in the gazetteer."""

    name: str
    family: str
    gazetteer: str = ""
    formal: str = ""
    known: tuple[str, ...] = ()
    abbreviation: str = ""
    aliases: list[str] = field(default_factory=list)
    mentions: list[int] = field(default_factory=list)

    @property
    def names(self) -> list[str]:
        """All names, folded."""
        return [fold(name) for name in (self.formal, self.name, *self.known, *self.aliases) if name]


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
    sure = {m.index: max(candidate.share for candidate in m.candidates) for m in mentions}
    order = sorted(
        mentions, key=lambda m: (not m.gazetteer, -_fullness(names[m.index]), round(-sure[m.index], 1), m.index)
    )
    for mention in order:
        name = names[mention.index]
        thing = _defined(things, mention.index, definitions)
        if thing is None:
            thing, name = _find(things, mention, name)
        if thing is None:
            thing = Named(
                name=name,
                family=mention.family,
                gazetteer=mention.gazetteer,
                formal=mention.formal,
                known=mention.known,
            )
            things.append(thing)
        names[mention.index] = name
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
    longest = max(names or [thing.name, *thing.aliases], key=lambda name: len(name.split()))
    head, _, tail = longest.partition(" ")
    spelt_out = fold(head) in short and not is_acronym(thing.formal)
    return f"{thing.formal} {tail}".strip() if spelt_out else longest


def _fullness(name: str) -> int:
    """Words of a name; an acronym has none, so that it comes after what it may stand for."""
    words = name.split()
    return 0 if is_acronym(name) and len(words) == 1 else len(words) - (words[-1] in _OWNERS)


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
    for rule in _RULES:
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


def _same_name(thing: Named, name: str) -> bool:
    return fold(name) in thing.names


def _initials(thing: Named, name: str) -> bool:
    """«ОТГ» for «Организация тюркских государств»."""
    if thing.family != "organization" or not is_acronym(name):
        return False
    return any(abbreviates(name, full) for full in thing.names if not is_acronym(full))


def _beginning(thing: Named, name: str) -> bool:
    """«Секретариат» after «Секретариат ОДКБ», «Баткенская» beside «Баткенская область»."""
    words = fold(name).split()
    if thing.family != "organization" and not (len(words) == 1 and is_adjective(words[0])):
        return False
    return any(len(words) < len(full) and full[: len(words)] == words for full in map(str.split, thing.names))


def _generic_owner(thing: Named, name: str) -> bool:
    """«правительство республики» after «Правительство Карелии»."""
    head, _, owner = name.rpartition(" ")
    return bool(head) and owner in _OWNERS and _beginning(thing, head)


def _head_word(thing: Named, name: str) -> bool:
    """«Барсы» after «Степные барсы», «ЦРБ» after «Печорская ЦРБ»."""
    full = fold(thing.name).split()
    pair = thing.family == "organization" and len(full) == 2 and full[1] == fold(name)
    return pair and (is_adjective(full[0]) or not is_acronym(name))


def _quoted_core(thing: Named, name: str) -> bool:
    """«Эдельвейс» beside «полигон «Эдельвейс»», whichever stands first."""
    cores = {fold(thing.name), quoted_core(thing.name)} & {fold(name), quoted_core(name)}
    return bool(cores - {""})


_RULES: tuple[Callable[[Named, str], bool], ...] = (
    _same_name,
    _initials,
    _beginning,
    _generic_owner,
    _head_word,
    _quoted_core,
)

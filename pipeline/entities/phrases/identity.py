"""Which mentions of bodies and places name one thing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from pipeline.entities.phrases.nominative import PhraseCandidate

_SUPPORT = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedMention:
    """A mention of a body or place with the candidates for its nominative.

    `family` is organization or location: only mentions of one family can be one thing.
    """

    index: int
    family: str
    text: str
    candidates: tuple[PhraseCandidate, ...]
    gazetteer: str = ""
    quoted: bool = False


@dataclass(slots=True, kw_only=True)
class Named:
    """One body or place of the article; grows while mentions join it."""

    name: str
    family: str
    gazetteer: str = ""
    abbreviation: str = ""
    aliases: list[str] = field(default_factory=list)
    mentions: list[int] = field(default_factory=list)


def find_named(mentions: Sequence[NamedMention], defined: Mapping[str, str]) -> tuple[list[Named], dict[int, str]]:
    """Group mentions into things; also give each mention's own nominative.

    Args:
        mentions: in the order of the text.
        defined: abbreviations that the article defines, folded, with the folded name each stands for.
    """
    names = _settle_names(mentions)
    things: list[Named] = []
    for mention in sorted(mentions, key=lambda m: (_is_short(names[m.index]), m.index)):
        _join_or_open(things, mention, names[mention.index], defined)
    return sorted(things, key=lambda thing: min(thing.mentions)), names


def _settle_names(mentions: Sequence[NamedMention]) -> dict[int, str]:
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


def _is_short(name: str) -> bool:
    """Acronyms and single words join what is named more fully."""
    return " " not in name


def _join_or_open(things: list[Named], mention: NamedMention, name: str, defined: Mapping[str, str]) -> None:
    thing = _find(things, mention, name, defined)
    if thing is None:
        thing = Named(name=name, family=mention.family, gazetteer=mention.gazetteer)
        things.append(thing)
    thing.mentions.append(mention.index)
    if fold(name) != fold(thing.name) and fold(name) not in map(fold, thing.aliases):
        thing.aliases.append(name)
    if is_acronym(name) and not thing.abbreviation and not is_acronym(thing.name):
        thing.abbreviation = name


def _find(things: Sequence[Named], mention: NamedMention, name: str, defined: Mapping[str, str]) -> Named | None:
    kin = [thing for thing in things if thing.family == mention.family]
    if mention.gazetteer:
        same = [thing for thing in kin if thing.gazetteer == mention.gazetteer]
        return same[0] if same else None
    folded = fold(name)
    for test in (_same_name, _defined_abbreviation, _short_form):
        found = [thing for thing in kin if test(thing, folded, defined)]
        if len(found) == 1:
            return found[0]
    return None


def _same_name(thing: Named, name: str, defined: Mapping[str, str]) -> bool:
    return name == fold(thing.name) or name in map(fold, thing.aliases)


def _defined_abbreviation(thing: Named, name: str, defined: Mapping[str, str]) -> bool:
    """«КСЭБ» after «Комитет санэпидблагополучия (КСЭБ)»."""
    return name in defined and defined[name] == fold(thing.name)


def _short_form(thing: Named, name: str, defined: Mapping[str, str]) -> bool:
    """«МИД» after «МИД Армении», «Секретариат» after «Секретариат ОДКБ»; «Барсы» after «Степные барсы» for bodies."""
    full = fold(thing.name).split()
    words = name.split()
    begins = len(words) < len(full) and full[: len(words)] == words
    ends = len(words) == 1 and len(full) == 2 and full[1] == name and not is_acronym(thing.name.split()[-1])
    return thing.family == "organization" and (begins or ends)


def is_acronym(name: str) -> bool:
    """Whether a name is an abbreviation of capital letters («СКБ», «КСиР»)."""
    return " " not in name and sum(c.isupper() for c in name) > max(1, len(name) // 2)


def fold(name: str) -> str:
    """Fold a name for comparison: lower case, ё as е, no quotation marks, plain hyphens and blanks."""
    plain = name.lower().replace("ё", "е").translate(_PLAIN)
    return " ".join(plain.split())


_PLAIN = str.maketrans(
    {"«": " ", "»": " ", '"': " ", "“": " ", "”": " ", "„": " ", "‑": "-", "–": "-", "—": "-", "‐": "-"}
)

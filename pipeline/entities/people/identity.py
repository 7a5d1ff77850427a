"""Which mentions of one article name one person.

Full names are read first, each mention lending weight to the candidates of the others, so that «Тасмагамбетова»
and «Тасмагамбетов» meet. Shorter names (initials, a lone surname or first name, first name with patronymic) then
join the one person they can be a form of.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import TypeVar

from pipeline.entities.context import Evidence
from pipeline.entities.declension.paradigms import CASES
from pipeline.entities.declension.readings import decline, read_form
from pipeline.entities.people.candidates import Candidate, PersonName, find_candidates
from pipeline.entities.people.forms import PersonForm
from pipeline.entities.people.given import known_genders
from pipeline.language.given_names import surname_rank

Key = TypeVar("Key")
_SURNAME_SUPPORT = 0.3
_ALONE = 0.1  # weight of a reading that no other mention shares
_SURE_SURNAME = 2
_CLEARLY = 2.5  # how much better one reading must be than the next to decide before nearness does


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonMention:
    """A mention of a person, with what its place in the text says of case and gender."""

    index: int
    form: PersonForm
    evidence: Evidence


@dataclass(slots=True, kw_only=True)
class Person:
    """One person of the article; grows while mentions join it. `small` words of the name have no capital."""

    name: PersonName
    initials: tuple[str, ...] = ()
    numeral: str = ""
    generation: str = ""
    east: bool = False
    small: frozenset[str] = frozenset()
    mentions: list[int] = field(default_factory=list)


def find_people(mentions: Sequence[PersonMention]) -> list[Person]:
    """Group mentions into people, in the order of their first mention.

    Args:
        mentions: in the order of the text.
    """
    names = _settle_names(mentions)
    people: list[Person] = []
    for mention in mentions:  # the fullest names first, so that shorter ones have someone to join
        if mention.form.is_full or mention.form.numeral:
            _join_full(people, mention, names[mention.index])
    for mention in mentions:
        if not (mention.form.is_full or mention.form.numeral) and mention.form.first:
            _join_or_open(people, mention, names)
    for wanted in ("initials", "lone"):
        for mention in mentions:
            short = not mention.form.is_full and not mention.form.first and not mention.form.numeral
            if short and bool(mention.form.initials) == (wanted == "initials"):
                _join_or_open(people, mention, names)
    return sorted(people, key=lambda person: min(person.mentions))


def _settle_names(mentions: Iterable[PersonMention]) -> dict[int, PersonName]:
    """Choose each mention's name by its own evidence times what the other mentions of the article support."""
    forms = {m.index: _as_surname(m.form) for m in mentions}
    found = {m.index: find_candidates(forms[m.index], m.evidence) for m in mentions}
    names: Counter[PersonName] = Counter()
    surnames: Counter[tuple[str, str]] = Counter()
    for candidates in found.values():
        names.update(_shares(candidates, _without_father))
        surnames.update(_shares(candidates, _surname))
    return {
        index: _best(candidates, names, surnames) if candidates else _as_written(forms[index])
        for index, candidates in found.items()
    }


def _best(
    candidates: Sequence[Candidate], names: Mapping[PersonName, float], surnames: Mapping[tuple[str, str], float]
) -> PersonName:
    """The candidate with the greatest root of its own share times what the other mentions lend it."""
    own_names, own_surnames = _shares(candidates, _without_father), _shares(candidates, _surname)

    def weight(candidate: Candidate) -> float:
        name, surname = _without_father(candidate.name), _surname(candidate.name)
        lent = names[name] - own_names[name] + _SURNAME_SUPPORT * (surnames[surname] - own_surnames[surname])
        return float(candidate.share**0.5) * (_ALONE + lent)

    return max(candidates, key=weight).name


def _shares(candidates: Sequence[Candidate], key: Callable[[PersonName], Key]) -> Counter[Key]:
    """Shares of one mention's candidates, summed by a key."""
    shares: Counter[Key] = Counter()
    for candidate in candidates:
        shares[key(candidate.name)] += candidate.share  # type: ignore[assignment]
    return shares


def _without_father(name: PersonName) -> PersonName:
    return replace(name, patronymic="") if name.patronymic else name


def _surname(name: PersonName) -> tuple[str, str]:
    return name.last, name.gender


def _as_written(form: PersonForm) -> PersonName:
    """A name that no table declines, as one in Latin letters."""
    return PersonName(first=form.first, patronymic=form.patronymic, last=form.last)


def _as_surname(form: PersonForm) -> PersonForm:
    """A lone word is a surname, unless it is known as a first name and hardly as a surname («Марка»)."""
    if not form.lone:
        return form
    given = any(known_genders(r.nominative) for r in read_form(form.lone.lower(), "first"))
    family = max((surname_rank(r.nominative) for r in read_form(form.lone.lower(), "last")), default=0)
    if given and family < _SURE_SURNAME:
        return replace(form, lone="", first=form.lone)
    return replace(form, lone="", last=form.lone)


def _join_full(people: list[Person], mention: PersonMention, name: PersonName) -> None:
    """Same first name and surname, and no two patronymics that differ; middle names may be left out."""
    for person in people:
        other = person.name
        fathers = {_fold(other.patronymic), _fold(name.patronymic)} - {""}
        if _fold(other.last) == _fold(name.last) and _same_given(other.first, name.first) and len(fathers) < 2:
            person.mentions.append(mention.index)
            first = max(other.first, name.first, key=lambda given: len(given.split()))
            person.name = replace(other, first=first, patronymic=other.patronymic or name.patronymic)
            return
    people.append(
        Person(
            name=name, numeral=mention.form.numeral, generation=mention.form.generation,
            east=mention.form.east, small=mention.form.small,
            mentions=[mention.index],
        )
    )  # fmt: skip


def _same_given(one: str, other: str) -> bool:
    """«Стивен» and «Стивен Уильям» can be one man's names."""
    first, second = _fold(one).split(), _fold(other).split()
    shared = min(len(first), len(second))
    return (first[:shared] == second[:shared] and shared > 0) or first == second


def _join_or_open(people: list[Person], mention: PersonMention, names: dict[int, PersonName]) -> None:
    person = choose_person(people, mention)
    if person is None:
        initials, name = mention.form.initials, names[mention.index]
        people.append(Person(name=name, initials=initials, small=mention.form.small, mentions=[mention.index]))
        return
    person.mentions.append(mention.index)
    if mention.form.initials and not person.name.first and len(mention.form.initials) > len(person.initials):
        person.initials = mention.form.initials
    if mention.form.patronymic and not person.name.patronymic:
        person.name = replace(person.name, patronymic=names[mention.index].patronymic)


def choose_person(people: Sequence[Person], mention: PersonMention) -> Person | None:
    """The person that a short name can be a form of: the better agreement, else the one named last before it."""
    scored = [(fit(person, mention), person) for person in people]
    fitting = sorted(((s, p) for s, p in scored if s > 0), key=lambda pair: -pair[0])
    if not fitting:
        return None
    best = fitting[0][0]
    rivals = [person for score, person in fitting if score * _CLEARLY >= best]
    return max(rivals, key=lambda person: _nearness(person, mention.index))


def _nearness(person: Person, index: int) -> tuple[bool, int]:
    before = [i for i in person.mentions if i < index]
    return (True, max(before)) if before else (False, -min(person.mentions))


def fit(person: Person, mention: PersonMention) -> float:
    """How well a short name agrees with a person; 0 where it cannot be theirs."""
    form, name = mention.form, person.name
    if form.initials:
        if not _initials_agree(form.initials, person):
            return 0.0
        return _agreement(form.last, name.last, "last", name.gender, mention.evidence)
    if form.first:
        if (
            form.patronymic
            and name.patronymic
            and not _agreement(form.patronymic, name.patronymic, "patronymic", name.gender, mention.evidence)
        ):
            return 0.0
        return _given_agreement(form.first, name, mention.evidence)
    word = form.lone or form.last
    surname = _agreement(word, name.last, "last", name.gender, mention.evidence)
    if person.east and not surname:
        return max(
            _agreement(word, given, "last", name.gender, mention.evidence)
            for given in (name.first, name.first.rpartition(" ")[2])  # «Нгуен Тхань Хай», «госпожа Хай»
        )
    return surname or 0.5 * _given_agreement(word, name, mention.evidence)


def _given_agreement(surface: str, name: PersonName, evidence: Evidence) -> float:
    """«Стивен» agrees with Стивен Уильям too: who has several given names goes by the first."""
    return max(
        _agreement(surface, given, "first", name.gender, evidence)
        for given in (name.first, name.first.partition(" ")[0])
    )


def _agreement(surface: str, nominative: str, part: str, gender: str, evidence: Evidence) -> float:
    """Weight of the cases in which the surface form is a form of the nominative."""
    if not surface or not nominative:
        return 0.0
    lead, _, final = nominative.rpartition(" ")
    *kept, word = _fold(surface).split()
    if lead and " ".join(kept) != _fold(lead):
        return 0.0
    if not gender:
        return float(word == _fold(final))
    total = 0.0
    for case in CASES:
        if word in _folded_forms(final, part, gender, case) or (lead and word == _fold(final)):
            total += evidence.of(case, gender)
    return total


@lru_cache(maxsize=1 << 14)
def _folded_forms(nominative: str, part: str, gender: str, case: str) -> frozenset[str]:
    return frozenset(_fold(form) for form in decline(nominative, part, gender, case))


def _initials_agree(initials: tuple[str, ...], person: Person) -> bool:
    """«С.К.» agrees with Серик, with Серик Канатович and with «С. Жаксыбаев»."""
    own = [part[:1] for part in (person.name.first, person.name.patronymic) if part] or [i[:1] for i in person.initials]
    return all(_fold(a[:1]) == _fold(b) for a, b in zip(initials, own, strict=False))


@lru_cache(maxsize=1 << 14)
def _fold(name: str) -> str:
    return name.lower().replace("ё", "е").replace("’", "'")

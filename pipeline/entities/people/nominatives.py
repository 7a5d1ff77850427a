"""The nominative of each mention's name: its own evidence, and what the other mentions of the article lend it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from pipeline.entities.declension.readings import read_form
from pipeline.entities.people.candidates import Candidate, find_candidates
from pipeline.entities.people.given import known_genders
from pipeline.entities.people.person import PersonForm, PersonMention, PersonName
from pipeline.language.given_names import surname_rank

Key = TypeVar("Key")
_SURNAME_SUPPORT = 0.3
_ALONE = 0.1  # weight of a reading that no other mention shares
_SURE_SURNAME = 2


def settle_names(mentions: Iterable[PersonMention]) -> dict[int, PersonName]:
    """Choose each mention's name by its own evidence times what the other mentions of the article support."""
    forms = {m.index: as_surname(m.form) for m in mentions}
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


def as_surname(form: PersonForm) -> PersonForm:
    """A lone word is a surname, unless it is known as a first name and hardly as a surname («Марка»)."""
    if not form.lone:
        return form
    given = any(known_genders(r.nominative) for r in read_form(form.lone.lower(), "first"))
    family = max((surname_rank(r.nominative) for r in read_form(form.lone.lower(), "last")), default=0)
    if given and family < _SURE_SURNAME:
        return replace(form, lone="", first=form.lone)
    return replace(form, lone="", last=form.lone)

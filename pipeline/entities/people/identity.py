"""Which mentions of one article name one person.

Full names are read first, each mention lending weight to the candidates of the others, so that «Тасмагамбетова»
and «Тасмагамбетов» meet. Shorter names (initials, a lone surname or first name, first name with patronymic) then
join the one person they can be a form of.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.entities.people.agreement import choose_person
from pipeline.entities.people.fathers import tell_fathers
from pipeline.entities.people.folding import fold
from pipeline.entities.people.nominatives import settle_names
from pipeline.entities.people.person import Person, PersonMention, PersonName


def find_people(mentions: Sequence[PersonMention]) -> list[Person]:
    """Group mentions into people, in the order of their first mention.

    Args:
        mentions: in the order of the text.
    """
    mentions = tell_fathers(mentions)
    names = settle_names(mentions)
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


def _join_full(people: list[Person], mention: PersonMention, name: PersonName) -> None:
    """Same first name and surname, and no two patronymics that differ; middle names may be left out."""
    for person in people:
        other = person.name
        fathers = {fold(other.patronymic), fold(name.patronymic)} - {""}
        if fold(other.last) == fold(name.last) and _same_given(other.first, name.first) and len(fathers) < 2:
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
    first, second = fold(one).split(), fold(other).split()
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

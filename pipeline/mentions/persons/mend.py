"""Names of people that the recogniser found, mended by small rules."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from pipeline.language.inflection import readings
from pipeline.mentions.candidates import Candidate, Words
from pipeline.mentions.demonyms import demonym_gender
from pipeline.mentions.lexicon import name_lexicon
from pipeline.mentions.persons.initials import split_after_place, take_initials
from pipeline.mentions.persons.leading import drop_common_words

Rule = Callable[[Words, Candidate], Candidate | None]


def mend_persons(words: Words, found: Iterable[Candidate]) -> list[Candidate]:
    """Apply the rules in order to each found name; a rule may shorten, lengthen or refuse it."""
    kept: list[Candidate] = []
    for candidate in found:
        mended: Candidate | None = candidate
        for rule in RULES:
            mended = rule(words, mended) if mended else None
        if mended:
            kept.append(mended)
    return _join_halves(words, kept)


def _join_halves(words: Words, found: Iterable[Candidate]) -> list[Candidate]:
    """«Душан | Обрадович», «Милица | Петкович»: a rare given name and its surname that the recogniser took for two."""
    joined: list[Candidate] = []
    for person in sorted(found, key=lambda p: p.span):
        before = joined[-1] if joined else None
        if before is not None and _are_halves(words, before, person):
            joined[-1] = replace(before, last=person.last)
        else:
            joined.append(person)
    return joined


def _are_halves(words: Words, before: Candidate, person: Candidate) -> bool:
    if before.last != person.first or not words.joined(before.first, person.first):
        return False
    single = before.last - before.first == 1 == person.last - person.first
    given = not any("Surn" in parse.tag and parse.is_known for parse in readings(words.text(before.first)))
    agree = words.case(before.first) == words.case(person.first) or not words.case(person.first)
    undeclined = words.lower(person.first).endswith(("ич", "ко", "ук", "юк", "дзе", "швили", "ман", "тон", "сон"))
    return single and given and (agree or undeclined) and words.text(person.first)[1:].islower()


def refuse_figures(words: Words, person: Candidate) -> Candidate | None:
    """«Ан-24», «Ми-8» are no people."""
    return None if any(c.isdigit() for c in words.cut(person)) else person


def refuse_quoted(words: Words, person: Candidate) -> Candidate | None:
    """The tanker «Александр Обухов» is no person."""
    return None if words.text(person.first - 1) in {"«", '"'} and words.text(person.last) in {"»", '"'} else person


def refuse_demonyms(words: Words, person: Candidate) -> Candidate | None:
    """«Латыш подписал контракт»: the first word of a sentence, not the name of somebody."""
    single = person.last - person.first == 1 and words.opens_sentence(person.first)
    return None if single and demonym_gender(words.lemma(person.first)) else person


def take_given_name(words: Words, person: Candidate) -> Candidate | None:
    """A rare given name before a surname that was found alone: «сенатора | Дархана Сулейменова»."""
    before = person.first - 1
    if person.last - person.first > 1 or not words.joined(before, person.first) or words.opens_sentence(before):
        return person
    text = words.text(before)
    rare = text[:1].isupper() and text[1:].islower() and not any(parse.is_known for parse in readings(text))
    agrees = words.case(before) == words.case(person.first) and words.pos(before) == "PROPN"
    return replace(person, first=before) if rare and agrees else person


def take_tail(words: Words, person: Candidate) -> Candidate | None:
    """«Нурлан Бакыт» + «уулу», «Гейдар» + «оглы»."""
    if words.joined(person.first, person.last) and words.lower(person.last) in name_lexicon().person_tails:
        return replace(person, last=person.last + 1)
    return person


RULES: Sequence[Rule] = (
    refuse_figures,
    refuse_quoted,
    refuse_demonyms,
    split_after_place,
    drop_common_words,
    take_given_name,
    take_tail,
    take_initials,
)

"""Names of people: what the recogniser found, mended by small rules, and what initials and repetition add."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from pipeline.language.inflection import is_plain_word, readings
from pipeline.mentions.candidates import Candidate, Words
from pipeline.mentions.lexicon import name_lexicon
from pipeline.mentions.stems import stem

_NAME_TAGS = ("Name", "Surn", "Patr")
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


def drop_common_words(words: Words, person: Candidate) -> Candidate | None:
    """«Логист Томас Грикштас» is «Томас Грикштас», «Беседовала Злата Вуйчик» «Злата Вуйчик», «Тётя» nobody."""
    first = person.first
    while first < person.last and _is_common(words, first):
        first += 1
    if first == person.last:
        return None
    return replace(person, first=first)


def _is_common(words: Words, index: int) -> bool:
    """A dictionary word without a reading as a name, or one of the list."""
    text = words.text(index)
    if (
        len(text) == 1
        or words.lemma(index) in name_lexicon().not_person
        or words.lower(index) in name_lexicon().not_person
    ):
        return len(text) > 1
    parses = readings(text)
    if any(tag in parse.tag for parse in parses for tag in _NAME_TAGS) or not any(parse.is_known for parse in parses):
        return False
    at_start = words.opens_sentence(index)
    verbs = any(parse.tag.POS in {"VERB", "PREP", "CONJ", "NPRO", "ADVB"} for parse in parses if parse.is_known)
    return (at_start and (verbs or words.is_capital(index + 1))) or all("Geox" in p.tag for p in parses if p.is_known)


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


def take_initials(words: Words, person: Candidate) -> Candidate | None:
    """Initials on either side belong to the name: «А. В. Анохин», «Махкамов К. М.»."""
    first, last = person.first, person.last
    while words.joined(first - 2, first) and words.text(first - 1) == "." and _is_initial(words, first - 2):
        first -= 2
    if last - first == 1:
        while words.joined(first, last + 1) and _is_initial(words, last) and words.text(last + 1) == ".":
            last += 2
    return replace(person, first=first, last=last)


def _is_initial(words: Words, index: int) -> bool:
    text = words.text(index)
    return (
        len(text) in {1, 2} and text[:1].isupper() and text.isalpha() and (len(text) == 1 or text in {"Дж", "Ю", "Дз"})
    )


def split_after_place(words: Words, person: Candidate) -> Candidate | None:
    """«в Комрате | Л. Дьякону»: an initial in the middle begins the name, unless a surname stands before it."""
    for index in range(person.first + 1, person.last - 1):
        if _is_initial(words, index) and words.text(index + 1) == "." and index + 2 < person.last:
            return replace(person, first=index)
    return person


RULES: Sequence[Rule] = (
    refuse_figures,
    refuse_quoted,
    split_after_place,
    drop_common_words,
    take_given_name,
    take_tail,
    take_initials,
)


def cut_leading_body(words: Words, person: Candidate, listed: Iterable[Candidate]) -> Candidate:
    """«корреспондент ТАСС | Ивана Зорина»: a body of the gazetteer, or Latin letters before Russian ones, are no name.

    «главаря Аль-Каиды Усамы бин Ладена», «ИА Regnum Зорин».
    """
    listed = list(listed)
    bodies = (c.last for c in listed if not c.is_place and c.first == person.first and c.last < person.last)
    first = max(bodies, default=person.first)
    first = max((c.last for c in listed if c.first == first and _is_place_before(words, c, person)), default=first)
    if words.text(first).isascii() and len(words.text(first)) > 2 and not words.text(person.last - 1).isascii():
        first += 1
    return replace(person, first=first) if first < person.last else person


def _is_place_before(words: Words, place: Candidate, person: Candidate) -> bool:
    """«акиму Аксу | Тимуру Дёмину»: a known place, and behind it a given name with its surname."""
    named = place.is_place and person.last - place.last == 2
    return named and any("Name" in parse.tag for parse in readings(words.text(place.last)) if parse.is_known)


def find_initialled(words: Words, taken: frozenset[int]) -> Iterator[Candidate]:
    """Yield initials with a surname that the recogniser missed: «им. А. В. Анохина», «С. К. Жаксыбаев»."""
    for index in range(len(words) - 2):
        if not (_is_initial(words, index) and words.text(index + 1) == "." and words.joined(index, index + 2)):
            continue
        at = index + 2
        if _is_initial(words, at) and words.text(at + 1) == ".":
            at += 2
        if at < len(words) and at not in taken and _can_be_surname(words, at):
            yield Candidate(first=index, last=at + 1, type="person", source="rule.initials")


def _can_be_surname(words: Words, index: int) -> bool:
    """A capital and small letters, and no function word: «G. Из-за» is nobody."""
    text = words.text(index)
    cased = text[:1].isupper() and len(text) > 2 and text[1:].islower()
    return cased and words.pos(index) not in {"ADP", "CCONJ", "SCONJ", "PRON"}


def find_dedicated(words: Words, taken: frozenset[int]) -> Iterator[Candidate]:
    """Yield whom a body is named after, where the recogniser saw only the body: «университет имени Ислама Каримова»."""
    for index in range(len(words)):
        if words.lower(index) != "имени" or index + 1 in taken:
            continue
        last = index + 1
        while last - index <= 3 and words.joined(index, last) and _is_dedicated(words, last):
            last += 1
        if last > index + 1:
            yield Candidate(first=index + 1, last=last, type="person", source="rule.dedication")


def _is_dedicated(words: Words, index: int) -> bool:
    return words.is_capital(index) and words.text(index)[1:].islower() and words.case(index) in {"Gen", ""}


def find_repeated(words: Words, people: Sequence[Candidate], taken: frozenset[int]) -> Iterator[Candidate]:
    """Yield surnames and given names alone of people that the article names in full: «Поиски Гасымовой»."""
    parts = [words.text(i) for p in people if p.last - p.first > 1 for i in range(p.first, p.last)]
    known = frozenset(stem(part) for part in parts if len(part) > 3 and part[0].isupper())
    for index, text in enumerate(words.texts):
        shape = _can_repeat(text) or _is_speaker_label(words, index)
        if index not in taken and shape and (stem(text) in known or _is_generation(text, known)):
            yield Candidate(first=index, last=index + 1, type="person", source="rule.repeated-name", confidence=0.85)


def _is_speaker_label(words: Words, index: int) -> bool:
    """«СЕЙТКАЗИЕВА: Да, конечно.»: the surname in capitals before a turn of an interview."""
    text = words.text(index)
    return len(text) > 3 and text.isupper() and words.opens_sentence(index) and words.text(index + 1) == ":"


def _can_repeat(text: str) -> bool:
    return text[:1].isupper() and text[1:].islower() and len(text) > 3 and not is_plain_word(text)


def _is_generation(text: str, known: frozenset[str]) -> bool:
    """«Канева-старшая», «Ахметжанов-младший»."""
    name, _, which = text.rpartition("-")
    generations = {stem(word) for word in name_lexicon().generations}
    return bool(name) and stem(name) in known and stem(which) in generations

"""Posts that only women hold by their word: «поверенной президента Павла Орлова» says no post of Орлов's."""

from __future__ import annotations

from functools import lru_cache

from spacy.tokens import Token

from pipeline.entities.people.given import known_genders
from pipeline.entities.positions.lexicon import post_lemma
from pipeline.entities.spans import Named, NamedSpans
from pipeline.entities.word_cases import form_cases
from pipeline.language.backends import morph_analyzer

_FEMININE = ("ая", "ую", "ей", "ой", "ею", "ою")


def suits_gender(named: NamedSpans, head: Token, person: Named) -> bool:
    """Whether the word for a post can be said of the person: «актрисы и музы режиссёра Павла Орлова» cannot."""
    entity = named.entities.get(person.entity)
    declines = bool(named.cases(person))  # foreign women have names that some list holds for a man's
    man = declines and entity is not None and known_genders(entity.first_name) == {"m"}
    return not (man and _is_womans(head.lower_, post_lemma(head)) and not _stays_as_it_is(named, head, person))


def _stays_as_it_is(named: NamedSpans, head: Token, person: Named) -> bool:
    """«переводчицу Амаль Хамди»: right behind an oblique post a man's name in a consonant would decline."""
    given = named.doc[person.first]
    oblique = head.i == person.first - 1 and "Nom" not in form_cases(head)
    return oblique and given.lower_[-1:] not in "аяоуиеэю" and "Nom" in form_cases(given)


@lru_cache(maxsize=5_000)
def _is_womans(form: str, lemma: str) -> bool:
    """«актриса», «представительница», «заведующая»; not «глава», «судья», «староста»."""
    if lemma.endswith(("ий", "ый")):
        return form.endswith(_FEMININE)
    parses = [parse for parse in morph_analyzer().parse(lemma) if {"NOUN", "nomn", "sing"} in parse.tag]
    return bool(parses) and all({"femn", "anim"} in p.tag and "Ms-f" not in p.tag for p in parses)

"""What an article tells about its people: gender, posts, where they are named."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from spacy.tokens import Doc

from pipeline.entities.coreference.lexicon import description_lexicon
from pipeline.entities.coreference.offices import held_offices
from pipeline.entities.positions.lexicon import post_lemma
from pipeline.entities.spans import Named, NamedSpans
from pipeline.language.backends import morph_analyzer
from pipeline.language.features import case_of, features
from pipeline.records.annotations import Entity, Position

_FEMALE = re.compile(r"(?:овн|евн|иничн|инишн)(?:а|ы|е|у|ой)$|(?:^|\s)кызы$|[^ь](?:ова|ева|ёва|ина|ына|ская|цкая)$")
_MALE = re.compile(r"(?:ович|евич|ьич)(?:а|у|ем|е)?$|(?:^|\s)уулу$|(?:ов|ев|ёв|ин|ын|ский|цкий)$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """A person of the article.

    Attributes:
        gender: Masc, Fem or empty.
        posts: their positions, those that the office list knows among them.
        named: their mentions.
        titles: nouns that stand right before a name of theirs: «генерал», «репортёр».
    """

    key: str
    gender: str
    posts: tuple[Position, ...]
    named: tuple[Named, ...]
    titles: frozenset[str] = frozenset()

    def words_back(self, index: int) -> int:
        """Words from a token back to the last name of theirs before it, -1 where none stands before it."""
        return min((index - found.first for found in self.named if found.first < index), default=-1)


def find_profiles(named: NamedSpans, positions: Iterable[Position]) -> dict[str, Profile]:
    """Profiles of all people by entity key, in the order of their first mention."""
    posts = list(positions)
    mentions: dict[str, list[Named]] = {}
    for person in named.people:
        mentions.setdefault(person.entity, []).append(person)
    return {
        key: Profile(
            key=key, gender=_gender(named.doc, named.entities.get(key), found),
            posts=(*(post for post in posts if post.person == key), *_offices(named, key)), named=tuple(found),
            titles=frozenset(title for person in found if (title := _title_before(named, person))),
        )
        for key, found in mentions.items()
    }  # fmt: skip


def find_genders(named: NamedSpans) -> dict[str, str]:
    """Gender of all people by entity key: Masc, Fem or empty."""
    return {key: profile.gender for key, profile in find_profiles(named, named.doc._.positions).items()}


def _title_before(named: NamedSpans, person: Named) -> str:
    """The noun right before a name, in its case: «[генерал] Хасан», not «сказал [врачу] Иван Орлов», «[сын] Иван»."""
    noun = named.doc[person.first - 1] if person.first else None
    if noun is None or noun.pos_ != "NOUN" or "Anim" not in features(noun, "Animacy") or named.at(noun.i) is not None:
        return ""
    lemma, cases = post_lemma(noun), named.cases(person)
    if lemma in description_lexicon().relations:
        return ""
    return lemma if not cases or case_of(noun) in cases else ""


def _offices(named: NamedSpans, key: str) -> list[Position]:
    """The highest offices the person holds on the day of the article, said there or not."""
    entity, article = named.entities.get(key), named.doc._.article
    if entity is None or article is None:
        return []
    return list(held_offices(entity, article.published))


def _gender(doc: Doc, entity: Entity | None, mentions: list[Named]) -> str:
    """Patronymic and surname of the canonical name, else the given name, else the verbs that speak of the person."""
    name = entity.name if entity is not None else ""
    parts = name.split()
    by_form = {_of_form(part) for part in (parts[1:] or parts)} - {""}
    if len(by_form) == 1:
        return by_form.pop()
    given = parts[0].lower() if len(parts) > 1 else ""
    if given and (found := _of_given_name(given)):
        return found
    votes = Counter(gender for person in mentions for gender in _of_verbs(doc, person))
    ranked = votes.most_common(2)
    if ranked and (len(ranked) == 1 or ranked[0][1] > ranked[1][1]):
        return ranked[0][0]
    return ""


def _of_form(word: str) -> str:
    lower = word.lower()
    if _FEMALE.search(lower):
        return "Fem"
    return "Masc" if _MALE.search(lower) and len(lower) > 4 else ""


@lru_cache(maxsize=5_000)
def _of_given_name(name: str) -> str:
    """Gender of a given name that the dictionary knows; foreign names it only guesses at."""
    if not morph_analyzer().word_is_known(name):
        return ""
    for parse in morph_analyzer().parse(name):
        if "Name" in parse.tag and "nomn" in parse.tag and parse.tag.gender in {"masc", "femn"}:
            return "Masc" if parse.tag.gender == "masc" else "Fem"
    return ""


def _of_verbs(doc: Doc, person: Named) -> Iterable[str]:
    """Genders of past verbs whose subject is the name, or right before it: «сказала Эм»."""
    tokens = doc[person.first : person.last + 1]
    verbs = [token.head for token in tokens if token.dep_.startswith("nsubj")]
    if person.first and doc[person.first - 1].pos_ == "VERB" and "Nom" in {case_of(token) for token in tokens}:
        verbs.append(doc[person.first - 1])
    for verb in verbs:
        if "Past" in features(verb, "Tense") and (gender := features(verb, "Gender")):
            yield gender[0]

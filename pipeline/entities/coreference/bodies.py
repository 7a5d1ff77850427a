"""Nouns that take up a body or a place: «ведомство», «компания», «регион»."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from spacy.tokens import Token

from pipeline.entities.coreference.lexicon import description_lexicon
from pipeline.entities.coreference.predicates import is_predicate
from pipeline.entities.positions.bodies import generic_body
from pipeline.entities.positions.lexicon import post_lexicon
from pipeline.entities.spans import OPENING_MARKS, NamedSpans, fold
from pipeline.language.features import case_of, features

_RIVALS_WITHIN = 30
_BODY_REACH = 60  # words back
_APPOSED = 5  # words in which an apposition comes to its name
_APPOSING = frozenset(",—–-")
_LEAD = 80  # words in which an article says what it is about


def find_bodies(named: NamedSpans) -> Iterator[tuple[Token, str]]:
    """Yield «ведомство», «компания» alone, with the key of the body they take up.

    Only a body named shortly before is taken up, and none where the article speaks of «компании» in general.
    """
    plurals = Counter(fold(token.lemma_) for token in named.doc if "Plur" in features(token, "Number"))
    times = Counter(found.entity for found in named.all)
    capitals = [found for found in named.all if found.mention.text != found.mention.text.lower()]
    first = {found.entity: found.first for found in reversed(capitals)}
    for token in named.doc:
        entity = generic_body(named, token) if _is_bare(named, token) and _takes_up(named, token) else None
        if entity is None or entity not in named.entities:
            continue
        near = _is_near(named, token, entity, first.get(entity, _LEAD))
        if near and plurals[fold(token.lemma_)] <= times[entity]:
            yield token, entity


def _is_bare(named: NamedSpans, token: Token) -> bool:
    """A noun for one body that is part of no name and has neither a name nor a genitive behind it."""
    if fold(token.lemma_) not in post_lexicon().bodies or token.pos_ != "NOUN" or named.at(token.i) is not None:
        return False
    behind = token.i + 1
    return "Plur" not in features(token, "Number") and not (behind < len(named.doc) and _completed(named, behind))


def _takes_up(named: NamedSpans, noun: Token) -> bool:
    """Not said of somebody, not one of many, not another one; «город» was right once in three times."""
    if is_predicate(noun) or _is_one_of_many(noun) or _named_anew(named, noun):
        return False
    lemma = fold(noun.lemma_)
    common = lemma in description_lexicon().common_places
    return not (lemma == "город" or _said_anew(noun) or (common and _rivals(named, noun)))


def _is_near(named: NamedSpans, noun: Token, entity: str, first: int) -> bool:
    """Whether the entity was named in the last sentences, or (at the word `first`) as a body in the lead."""
    if first < _LEAD and fold(noun.lemma_) not in description_lexicon().common_places:
        return True
    for found in named.before(noun.i):
        if noun.i - found.last > _BODY_REACH:
            return False
        if found.entity == entity:
            return True
    return False


def _said_anew(noun: Token) -> bool:
    """«незаконная организация», «другая страна», «театральный центр»: an adjective that picks out another one."""
    lexicon, index = description_lexicon(), noun.i - 1
    while index >= 0 and noun.doc[index].pos_ in {"ADJ", "DET", "NUM"}:
        word = noun.doc[index]
        lemma = fold(word.lemma_)
        if word.pos_ != "DET" and lemma not in lexicon.of_same_body:
            return True
        if lemma in lexicon.of_another_body:
            return True
        index -= 1
    return False


def _named_anew(named: NamedSpans, noun: Token) -> bool:
    """«поставщик, завод «Метеор», …», «Подрядчик — фирма «Заря»»: an apposition names the body at last."""
    opening = noun.i + 1 < len(named.doc) and named.doc[noun.i + 1].text in _APPOSING
    for token in named.doc[noun.i + 2 : noun.i + 2 + _APPOSED] if opening else ():
        found = named.at(token.i)
        if found is not None and not found.is_person and not found.is_place:
            return True
        if token.pos_ == "NOUN" and case_of(token) != case_of(noun):
            return False  # «владелец рудника, холдинг «Заря»»
        if token.pos_ not in {"NOUN", "ADJ", "PROPN"} and token.text not in OPENING_MARKS:
            return False
    return False


def _is_one_of_many(noun: Token) -> bool:
    """«наименование сайта или организации», «связанные с банком лица»: any of its kind."""
    before = noun.doc[noun.i - 1] if noun.i else None
    if before is None:
        return False
    inside_participle = noun.dep_ == "obl" and noun.head.i < noun.i and "Part" in features(noun.head, "VerbForm")
    return before.lower_ == "или" or (inside_participle and "Plur" in features(noun.head, "Number"))


def _rivals(named: NamedSpans, noun: Token) -> bool:
    """Two countries, or two cities, named shortly before: «страна» could be either."""
    near = [found for found in named.before(noun.i) if found.is_place and noun.i - found.last <= _RIVALS_WITHIN]
    wanted = {"city"} if fold(noun.lemma_) == "город" else {"country"}
    keys = {f.entity for f in near if (e := named.entities.get(f.entity)) is not None and e.type in wanted}
    return len(keys) > 1


def _completed(named: NamedSpans, index: int) -> bool:
    """A name or a genitive behind a noun: it is not taken up but said anew."""
    token = named.doc[index]
    return (
        named.at(index) is not None
        or token.text in '«"„'
        or (case_of(token) == "Gen" and token.pos_ in {"NOUN", "ADJ"})
    )

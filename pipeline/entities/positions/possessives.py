"""Whose post it is where a pronoun tells it: «Завод встал. Его директор Орлов …»."""

from __future__ import annotations

from functools import lru_cache

from spacy.tokens import Token

from pipeline.entities.positions.bodies import generic_body
from pipeline.entities.positions.lexicon import post_lexicon
from pipeline.entities.positions.phrases import PostPhrase
from pipeline.entities.spans import Named, NamedSpans, fold
from pipeline.language.backends import morph_analyzer
from pipeline.language.features import features
from pipeline.language.sentences import sentence_of

_OF_PRONOUNS = {"ее": frozenset({"femn"}), "его": frozenset({"masc", "neut"})}
_GENDERS = {"Masc": "masc", "Fem": "femn", "Neut": "neut"}
_OF_PEOPLE = frozenset({"адвокат", "защитник", "защитница", "юрист", "помощник", "помощница", "пресс-секретарь",
                        "агент", "тренер", "наставник", "наставница", "секундант", "врач", "охранник"})  # fmt: skip
_OF_STATES = frozenset({"посол", "посланник", "посланница", "представитель", "представительница", "президент",
                        "премьер", "премьер-министр", "министр", "дипломат", "консул", "король"})  # fmt: skip


def possessed_body(named: NamedSpans, person: Named, phrase: PostPhrase) -> str:
    """Key of the body that «его», «её», «их» takes up: the nearest one named before whose noun has the gender.

    In the same sentence a noun for a body takes up too: «Партия же, как заявил её вице-председатель Орлов, …».
    """
    if phrase.possessive < 0:
        return ""
    pronoun = named.doc[phrase.possessive]
    genders = _OF_PRONOUNS.get(fold(pronoun.lower_), frozenset())
    for candidate in named.before(pronoun.i):
        if (body := _generic(named, pronoun, candidate.last, genders)) is not None:
            return body
        if _is_state_of(named, candidate, phrase) and _agrees(named, candidate, genders):
            return candidate.entity
        if candidate.is_person and candidate.entity != person.entity:
            if genders and not (_serves_people(named, phrase) or genders & _of_person(named, candidate)):
                continue  # «кинокомпания снимает фильм о Петрове; её продюсер»: not his
            return ""
        if not candidate.is_person and not candidate.is_place and _agrees(named, candidate, genders):
            return candidate.entity
    return ""


def _is_state_of(named: NamedSpans, candidate: Named, phrase: PostPhrase) -> bool:
    """«Франция выделила селу насос, а её посланница …»: a country, before the post of a state."""
    entity = named.entities.get(candidate.entity)
    state = entity is not None and entity.type == "country"
    return state and fold(named.doc[phrase.head].lemma_) in _OF_STATES


def _serves_people(named: NamedSpans, phrase: PostPhrase) -> bool:
    """«её адвокат»: of a person, named or not."""
    return fold(named.doc[phrase.head].lemma_) in _OF_PEOPLE


def _of_person(named: NamedSpans, candidate: Named) -> frozenset[str]:
    """Genders that the tagger gives a name; all where it gives none."""
    tagged = features(named.doc[candidate.first], "Gender")
    return frozenset(_GENDERS[gender] for gender in tagged if gender in _GENDERS) or frozenset(_GENDERS.values())


def _generic(named: NamedSpans, pronoun: Token, after: int, genders: frozenset[str]) -> str | None:
    """The body that a noun of the sentence takes up, if one stands between the last name and the pronoun."""
    for index in range(pronoun.i - 1, max(after, sentence_of(pronoun).start - 1), -1):
        noun = named.doc[index]
        own = named.at(index + 1) is not None  # «столица Чили»: a name of its own says which
        if not own and _is_body_noun(noun) and (not genders or genders_of(fold(noun.lemma_)) & genders):
            return generic_body(named, noun)
    return None


def _is_body_noun(word: Token) -> bool:
    listed = post_lexicon().is_body(fold(word.lemma_))
    return listed and word.pos_ == "NOUN" and "Plur" not in features(word, "Number")


def _agrees(named: NamedSpans, candidate: Named, genders: frozenset[str]) -> bool:
    """Whether a body's noun can have one of the genders; of names without a noun in them nobody knows."""
    entity = named.entities.get(candidate.entity)
    quoted = candidate.first > 0 and named.doc[candidate.first - 1].text in '«„"'
    if entity is None or not genders:
        return True
    if quoted:
        noun = fold(named.doc[candidate.first - 2].lemma_) if candidate.first > 1 else ""
        return not post_lexicon().is_body(noun) or not genders_of(noun) or bool(genders_of(noun) & genders)
    words = [word for word in entity.name.lower().split() if morph_analyzer().word_is_known(word)]
    nouns = [genders_of(word) for word in words if genders_of(word)]
    return not nouns or bool(nouns[0] & genders)


@lru_cache(maxsize=5_000)
def genders_of(noun: str) -> frozenset[str]:
    """Genders of a noun in the nominative; none for what is no noun."""
    parses = [p for p in morph_analyzer().parse(noun) if {"NOUN", "nomn", "sing"} in p.tag]
    return frozenset(str(parse.tag.gender) for parse in parses if parse.tag.gender)

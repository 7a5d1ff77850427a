"""What makes two tellings one happening: shared actors, one day, an organ of the body, a noun that takes up."""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Doc, Token

from pipeline.events.arguments.lexicon import argument_lexicon
from pipeline.events.compatibility import TellingPair, are_kin
from pipeline.events.tellings import SAYINGS, Telling
from pipeline.language.features import features
from pipeline.language.sentences import sentence_of

# Types whose happenings go by several nouns: «столкновение … Авария произошла в воскресенье».
_MANY_NAMES = frozenset({"accident", "disaster", "attack", "conflict", "meeting", "visit", "election", "outbreak"})


def _of_the_same_body(pair: TellingPair) -> bool:
    """An undated sitting of the parent body is the one of its organ told before."""
    first, second = pair.first, pair.second
    if second.date is not None or is_contrast(pair.reading.doc[second.candidate.head]):
        return False
    return are_kin(pair.reading, first.actors, second.actors)


def _names_victims(pair: TellingPair) -> bool:
    """«Два человека погибли … [Водитель Иванов] и пассажирка [скончались] на месте»: counted first, named later."""
    first, second = pair.first, pair.second
    counted = first.candidate.type in {"death", "injury"} and not first.actors and bool(first.counts)
    return counted and second.date is None and second.place is None and bool(second.actors)


def _shared_actors(pair: TellingPair) -> bool:
    """The same people on a day that both know, or a noun that takes up the verb."""
    first, second = pair.first, pair.second
    if not first.actors & second.actors or is_contrast(pair.reading.doc[second.candidate.head]):
        return False
    if first.candidate.type in SAYINGS:
        return first.actors == second.actors and _lemma(pair.reading.doc, first) == _lemma(pair.reading.doc, second)
    dated = first.date is not None and second.date is not None
    return dated or not second.date or first.actors == second.actors


def _same_day(pair: TellingPair) -> bool:
    """One day, one type, and at least one of the two does not say who: «Вчера … прошёл митинг. … митинг 20 мая …»."""
    first, second = pair.first, pair.second
    if first.date is None or second.date is None or first.candidate.type in SAYINGS:
        return False
    noun = pair.reading.doc[second.candidate.head].pos_ not in {"VERB", "AUX"}
    return noun and first.date.date.value == second.date.date.value and not (first.actors and second.actors)


def takes_up(pair: TellingPair) -> bool:
    """«данное мероприятие», «эта встреча», «в ходе беседы»: a noun that brings nothing of its own."""
    token = pair.reading.doc[pair.second.candidate.head]
    if token.pos_ in {"VERB", "AUX"} or is_contrast(token) or pair.first.candidate.type in SAYINGS:
        return False
    pointed = any(c.lemma_ in argument_lexicon().same_one for c in token.children if c.i < token.i)
    if pointed or not is_bare(token):
        return pointed
    several = "Plur" in features(token, "Number") and not token.lemma_.endswith(("ы", "и", "а"))
    again = _lemma(pair.reading.doc, pair.first) == _lemma(pair.reading.doc, pair.second)
    renamed = pair.second.candidate.type in _MANY_NAMES or (pair.second.date is None and pair.second.place is None)
    return not several and (again or renamed)


def is_bare(token: Token) -> bool:
    """No genitive and no name behind it, nothing but a plain adjective in front."""
    following = token.nbor(1).text if token.i + 1 < sentence_of(token).end else ""
    return following != "«" and not any(c.dep_ in {"nmod", "appos", "flat"} and c.i > token.i for c in token.children)


def is_contrast(token: Token) -> bool:
    """«новый бой», «предыдущая авария», «второй тур», «ещё одна встреча»: another happening of the kind."""
    before = token.doc[max(token.i - 3, sentence_of(token).start) : token.i]
    return any(t.lemma_ in argument_lexicon().other_one for t in before)


def _lemma(doc: Doc, telling: Telling) -> str:
    return doc[telling.candidate.head].lemma_


RULES: tuple[Callable[[TellingPair], bool], ...] = (_shared_actors, _same_day, _of_the_same_body, _names_victims)

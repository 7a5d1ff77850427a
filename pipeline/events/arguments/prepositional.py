"""Slots of a trigger behind a preposition: sender, addressee, office, those named among others."""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.events.arguments.clauses import clause_bounds
from pipeline.events.arguments.objects import Trigger
from pipeline.events.arguments.phrases import Phrase
from pipeline.events.arguments.predicates import own_predicates
from pipeline.events.arguments.reading import Reading
from pipeline.events.arguments.subjects import find_subject
from pipeline.events.arguments.verb_forms import SUBJECTS, VERBAL, is_predicate
from pipeline.language.features import features
from pipeline.language.sentences import sentence_of


def find_sender(reading: Reading, trigger: Trigger) -> list[Phrase]:
    """«требование [от Анны Зиминой]»: behind a noun the one from whom it comes."""
    return [] if trigger[0].pos_ in VERBAL else prepositional(reading, trigger, "от", "Gen")


def find_addressee(reading: Reading, trigger: Trigger) -> list[Phrase]:
    """«потребовали [от министра] отчёта», «просит [у банка] отсрочки»: behind a verb the one to whom it goes."""
    if trigger[0].pos_ not in VERBAL:
        return []
    return [p for preposition in ("от", "у", "с") for p in prepositional(reading, trigger, preposition, "Gen")]


def find_office(reading: Reading, trigger: Trigger) -> list[Phrase]:
    """The body whose people speak: «об этом предупредили [в министерстве]», with no subject beside the plural verb."""
    verb = trigger[0]
    if verb.pos_ not in VERBAL or "Plur" not in features(verb, "Number"):
        return []
    behind = [p for p in prepositional(reading, trigger, "в", "Loc") if p.start == verb.i + 2]
    if behind and verb.dep_ != "conj" and not any(c.dep_ in SUBJECTS for c in verb.children):
        return behind  # «если «Заря» не уступит, … , предупредили [в профсоюзе]»
    return [] if find_subject(reading, verb) else prepositional(reading, trigger, "в", "Loc")


def find_among(reading: Reading, trigger: Trigger) -> list[Phrase]:
    """Victims named behind their number: «ранены четверо, среди них [лейтенант Улан Жоробеков]»."""
    token, sentence = trigger[0], sentence_of(trigger[0])
    if token.pos_ in VERBAL and "Plur" not in features(token, "Number"):
        return []
    for phrase in reading.phrases_between(sentence.start, sentence.end):
        if phrase.preposition != "среди":
            continue
        low, high = sorted((token.i, phrase.start))
        if not any(is_predicate(t) for t in reading.doc[low + 1 : high]):
            following = reading.phrases_between(phrase.end, min(phrase.end + 3, sentence.end))
            return [p for p in following if p.case in {"Nom", ""}][:1]
    return []


def prepositional(reading: Reading, trigger: Trigger, preposition: str, case: str) -> list[Phrase]:
    """Phrases with a preposition behind a noun trigger, or in the clause of a verb that speaks of the event."""
    forms = {preposition, preposition + "о", preposition + "б"}
    sentence = sentence_of(trigger[0])
    near = reading.phrases_between(sentence.start, sentence.end)
    fits = [p for p in near if p.preposition in forms and p.case in {case, ""}]
    bounds = [_noun_reach(reading, trigger[0])] if trigger[0].pos_ not in VERBAL else []
    bounds += [clause_bounds(reading, verb) for verb in own_predicates(*trigger) if verb.pos_ in VERBAL]
    found = [p for start, end in bounds for p in fits if start <= p.start < end and not p.start <= trigger[0].i < p.end]
    return list(dict.fromkeys(found))


def _noun_reach(reading: Reading, noun: Token) -> tuple[int, int]:
    """From a noun to the next predicate or clause border: what may hang on it."""
    return noun.i + 1, clause_bounds(reading, noun)[1]

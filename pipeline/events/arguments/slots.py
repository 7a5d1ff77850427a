"""Slots of a trigger: the phrase that stands as subject, object, genitive or behind a preposition."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from spacy.tokens import Token

from pipeline.events.arguments.carriers import acts_in
from pipeline.events.arguments.cases import case_of
from pipeline.events.arguments.clauses import clause_bounds
from pipeline.events.arguments.company import find_company, find_matter
from pipeline.events.arguments.denotation import part_behind
from pipeline.events.arguments.objects import Trigger, find_instrumental, find_object, find_recipient
from pipeline.events.arguments.phrases import Phrase
from pipeline.events.arguments.predicates import (
    SUBJECTS,
    VERBAL,
    governor,
    is_participle,
    is_predicate,
    modifiers,
    own_predicates,
)
from pipeline.events.arguments.reading import Reading
from pipeline.events.arguments.subjects import find_subject
from pipeline.language.features import features
from pipeline.language.sentences import sentence_of


def find_phrases(reading: Reading, trigger: Trigger, slot: str) -> list[Phrase]:
    """The phrases in a slot, best first.

    Args:
        reading: the article.
        trigger: token that names the event, index of its light verb.
        slot: a name of `NAMED_SLOTS`, or `preposition:case` such as `с:ins`.
    """
    rule = NAMED_SLOTS.get(slot)
    if rule is not None:
        return rule(reading, trigger)
    preposition, _, case = slot.partition(":")
    return _prepositional(reading, trigger, preposition, case.capitalize())


def _subject(reading: Reading, trigger: Trigger) -> list[Phrase]:
    """Who acts: «[Иван Орлов] посетил», «[Иван Орлов] провёл встречу», «на заседании [Иван Орлов] доложил»."""
    token, light = trigger
    if token.pos_ in VERBAL:
        return [] if _office(reading, trigger) else find_subject(reading, token)
    carriers = [reading.doc[light]] if light is not None else []
    verbs = [verb for verb in (*carriers, *modifiers(token)) if not is_participle(verb)]
    above = governor(token)
    if above is not None and acts_in(reading, token, above):
        verbs.append(above)
    verbs = list(dict.fromkeys(verbs))
    found = [p for verb in verbs for p in find_subject(reading, verb)]
    return [p for p in found if not p.start <= token.i < p.end]


def _sender(reading: Reading, trigger: Trigger) -> list[Phrase]:
    """«требование [от Анны Зиминой]»: behind a noun the one from whom it comes."""
    return [] if trigger[0].pos_ in VERBAL else _prepositional(reading, trigger, "от", "Gen")


def _addressee(reading: Reading, trigger: Trigger) -> list[Phrase]:
    """«потребовали [от министра] отчёта», «просит [у банка] отсрочки»: behind a verb the one to whom it goes."""
    if trigger[0].pos_ not in VERBAL:
        return []
    return [p for preposition in ("от", "у", "с") for p in _prepositional(reading, trigger, preposition, "Gen")]


def _office(reading: Reading, trigger: Trigger) -> list[Phrase]:
    """The body whose people speak: «об этом предупредили [в министерстве]», with no subject beside the plural verb."""
    verb = trigger[0]
    if verb.pos_ not in VERBAL or "Plur" not in features(verb, "Number"):
        return []
    behind = [p for p in _prepositional(reading, trigger, "в", "Loc") if p.start == verb.i + 2]
    if behind and verb.dep_ != "conj" and not any(c.dep_ in SUBJECTS for c in verb.children):
        return behind  # «если «Заря» не уступит, … , предупредили [в профсоюзе]»
    return [] if find_subject(reading, verb) else _prepositional(reading, trigger, "в", "Loc")


def _among(reading: Reading, trigger: Trigger) -> list[Phrase]:
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


def _genitive(reading: Reading, trigger: Trigger) -> list[Phrase]:
    """«визит [генерального директора МАГАТЭ]»; an undeclined name counts: «заседание [СМИД]»."""
    token = trigger[0]
    phrase = reading.phrase_at.get(token.i)
    if token.pos_ in VERBAL or phrase is None:
        return []
    part = part_behind(reading, phrase, token.i)
    if part is not None:
        return [part] if part.case in {"Gen", ""} else []
    following = reading.doc[phrase.end] if phrase.end < len(reading.doc) else None
    if following is not None and following.lemma_ == "который" and case_of(following) == "Gen":
        return _last_phrase(reading, phrase)
    owner = _possessive(reading, phrase, token)
    return [owner] if owner is not None else _owner_above(reading, phrase, token)


def _last_phrase(reading: Reading, phrase: Phrase) -> list[Phrase]:
    """The phrase before the comma: «в [Совет глав государств], заседание которого пройдёт завтра»."""
    before = reading.phrases_between(sentence_of(reading.doc[phrase.start]).start, phrase.start)
    return [p for p in before if p.end <= phrase.start][-1:]


def _possessive(reading: Reading, phrase: Phrase, token: Token) -> Phrase | None:
    """«[его] заседание», «[их] встреча»: a resolved pronoun in front of the trigger."""
    for index in range(max(phrase.start - 1, 0), token.i):
        span = reading.covering.get(index)
        if span and span.mention.kind == "pronoun":
            return replace(phrase, start=index, end=index + 1, head=index, case="Gen", preposition="")
    return None


def _owner_above(reading: Reading, phrase: Phrase, token: Token) -> list[Phrase]:
    """«После своего переизбрания [Орлов] обещал»: «свой» is the subject's."""
    if not any(t.lemma_ == "свой" for t in reading.doc[phrase.start : token.i]):
        return []
    verb = next((a for a in token.ancestors if a.pos_ in VERBAL), None)
    return find_subject(reading, verb)[:1] if verb is not None else []


def _adjectival(reading: Reading, trigger: Trigger) -> list[Phrase]:
    """Whose it is by an adjective: «[турецкая] операция», «[американские] санкции»."""
    token = trigger[0]
    if token.pos_ in VERBAL:
        return []
    own = [c.i for c in token.children if c.dep_ == "amod" and c.i < token.i and c.i in reading.adjectives]
    return [Phrase(start=i, end=i + 1, head=i, case="") for i in own]


def _prepositional(reading: Reading, trigger: Trigger, preposition: str, case: str) -> list[Phrase]:
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


NAMED_SLOTS: dict[str, Callable[[Reading, Trigger], list[Phrase]]] = {
    "subject": _subject,
    "object": find_object,
    "recipient": find_recipient,
    "instrumental": find_instrumental,
    "genitive": _genitive,
    "adjectival": _adjectival,
    "among": _among,
    "office": _office,
    "sender": _sender,
    "addressee": _addressee,
    "company": find_company,
    "matter": find_matter,
}

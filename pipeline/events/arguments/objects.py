"""Objects: what is acted on, to whom, by whom in a passive."""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.events.arguments.antecedents import antecedent
from pipeline.events.arguments.clauses import clause_bounds
from pipeline.events.arguments.lexicon import argument_lexicon
from pipeline.events.arguments.modifiers import modifiers
from pipeline.events.arguments.phrases import Phrase
from pipeline.events.arguments.predicates import own_predicates
from pipeline.events.arguments.reading import Reading
from pipeline.events.arguments.subjects import direct_phrase, find_subject
from pipeline.events.arguments.verb_forms import VERBAL
from pipeline.language.features import features

# A trigger: its token and the index of its light verb.
Trigger = tuple[Token, int | None]


def find_object(reading: Reading, trigger: Trigger) -> list[Phrase]:
    """What is acted on: accusative, subject of a passive, noun of a passive participle."""
    verb = trigger[0]
    if verb.pos_ not in VERBAL:
        return _acted_on(reading, trigger)
    if "Pass" in features(verb, "Voice"):
        return find_subject(reading, verb)
    found = [p for c in verb.children if c.dep_ == "obj" and (p := direct_phrase(reading, c)) is not None]
    if any(c.dep_ == "obj" and c.lemma_ == "который" for c in verb.children):
        return antecedent(reading, verb)
    return found or _bare(reading, verb, "Acc")


def _acted_on(reading: Reading, trigger: Trigger) -> list[Phrase]:
    """Object of the verb that a noun trigger goes with: «объявлен в розыск», «[Лапшина] отправили под арест»."""
    token, light = trigger
    above = reading.doc[light] if light is not None else None
    if above is None and token.head.pos_ in VERBAL and token.dep_ in {"obl", "obj", "iobj"}:
        above = token.head
    if above is None or above in modifiers(token) or _is_located(reading, token):
        return []
    if above.lemma_ in argument_lexicon().undergoing:
        return find_subject(reading, above)  # «[Дамаск] подвергся обстрелу»
    return [p for p in find_object(reading, (above, None)) if not p.start <= token.i < p.end]


def _is_located(reading: Reading, token: Token) -> bool:
    """«На турнире обыграл [Орлова]»: what is done at an event is not done by it."""
    phrase = reading.phrase_at.get(token.i)
    return phrase is not None and bool(phrase.preposition) and phrase.case == "Loc"


def find_recipient(reading: Reading, trigger: Trigger) -> list[Phrase]:
    """A dative without preposition: «выразил признательность [губернатору]»."""
    verbs = [trigger[0]] if trigger[0].pos_ in VERBAL else own_predicates(*trigger)
    return [p for verb in verbs for p in _bare(reading, verb, "Dat")][:1]


def find_instrumental(reading: Reading, trigger: Trigger) -> list[Phrase]:
    """Who acts in a passive or a nominalisation: «задержан [полицией]», «проверка [прокуратурой]»."""
    found = [p for verb in own_predicates(*trigger) for p in _bare(reading, verb, "Ins")]
    return [p for p in found if not _of_another(reading.doc[p.head].head, trigger[0])]


def _of_another(noun: Token, trigger: Token) -> bool:
    """Whether an instrumental tells who did something else: «на саммите говорил о [выделении] Евросоюзом помощи»."""
    return noun.pos_ == "NOUN" and noun != trigger and noun.lemma_.endswith(("ние", "тие"))


def _bare(reading: Reading, verb: Token, case: str) -> list[Phrase]:
    """Phrases of the verb's clause in a case without preposition, those of its own first, behind it before ahead."""
    start, end = clause_bounds(reading, verb)
    inside = [p for p in reading.phrases_between(start, end) if p.end <= end and not p.preposition and p.case == case]
    inside = [p for p in inside if (head := reading.doc[p.head].head) == verb or head.pos_ not in VERBAL]
    return sorted(inside, key=lambda p: (reading.doc[p.head].head != verb, p.start < verb.i, abs(p.start - verb.i)))

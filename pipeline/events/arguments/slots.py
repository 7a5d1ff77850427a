"""Slots of a trigger: the phrase that stands as subject, object, genitive or behind a preposition."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from spacy.tokens import Token

from pipeline.events.arguments.cases import case_of
from pipeline.events.arguments.clauses import clause_bounds
from pipeline.events.arguments.denotation import coordinated, part_behind
from pipeline.events.arguments.lexicon import argument_lexicon
from pipeline.events.arguments.phrases import Phrase
from pipeline.events.arguments.predicates import (
    SUBJECTS,
    VERBAL,
    agrees,
    governor,
    is_participle,
    is_predicate,
    modifiers,
    own_predicates,
)
from pipeline.events.arguments.reading import Reading

# A trigger: its token and the index of its light verb.
Trigger = tuple[Token, int | None]


def find_phrases(reading: Reading, trigger: Trigger, slot: str) -> list[Phrase]:
    """The phrases in a slot, best first.

    Args:
        reading: the article.
        trigger: token that names the event, index of its light verb.
        slot: `subject`, `object`, `recipient`, `genitive`, `instrumental`, `among`, `office`, or
            `preposition:case` such as `с:ins`.
    """
    rule = _NAMED_SLOTS.get(slot)
    if rule is not None:
        return rule(reading, trigger)
    preposition, _, case = slot.partition(":")
    return _prepositional(reading, trigger, preposition, case.capitalize())


def _subject(reading: Reading, trigger: Trigger) -> list[Phrase]:
    token, light = trigger
    if token.pos_ in VERBAL:
        return _verb_subject(reading, token)
    carriers = [reading.doc[light]] if light is not None else []
    verbs = [verb for verb in (*carriers, *modifiers(token)) if not is_participle(verb)]
    above = governor(token)
    if above is not None and _at_the_event(reading, token):
        verbs.append(above)
    verbs = list(dict.fromkeys(verbs))
    found = [p for verb in verbs for p in _verb_subject(reading, verb)]
    return [p for p in found if not p.start <= token.i < p.end]


def _at_the_event(reading: Reading, token: Token) -> bool:
    """Whether what the governor tells is done there: «[на] заседании доложил», «[в ходе] встречи отметил»."""
    phrase = reading.phrase_at.get(token.i)
    return phrase is not None and phrase.preposition in {"в", "во", "на"} and phrase.case == "Loc"


def _verb_subject(reading: Reading, verb: Token, depth: int = 0) -> list[Phrase]:
    """Subject of a verb: its own, that of the verb it is joined to or depends on, the noun of a participle."""
    own = [p for c in verb.children if c.dep_ in SUBJECTS and (p := _phrase(reading, c)) is not None]
    if own:
        return own
    if is_participle(verb):
        return _modified(reading, verb)
    linear = _linear_subject(reading, verb)
    if linear:
        return linear
    if any(c.dep_ in SUBJECTS and c.lemma_ == "который" for c in verb.children):
        return _antecedent(reading, verb)
    above = _subject_sharing(verb) if depth < 4 else None
    if above is not None and verb.dep_ in {"xcomp", "ccomp"} and above.lemma_ in argument_lexicon().object_control:
        return _addressed(reading, above)
    return _verb_subject(reading, above, depth + 1) if above is not None else []


def _addressed(reading: Reading, verb: Token) -> list[Phrase]:
    """Whom somebody asks, tells or forbids to act: «призвал [министра] уйти»."""
    found = [p for c in verb.children if c.dep_ in {"obj", "iobj", "obl"} and (p := _phrase(reading, c)) is not None]
    return [p for p in found if p.case in {"Acc", "Gen", "Dat"}][:1]


def _subject_sharing(verb: Token) -> Token | None:
    """The verb whose subject is this one's too: joined, over an infinitive, main clause of «…, где провёл переговоры».

    «Юрист сообщил, что [подал] иск» shares it where the forms agree, «сообщил, что его [задержали]» does not.
    """
    head = verb.head
    while head.pos_ not in VERBAL and head.head != head and verb.dep_ == "acl:relcl":
        head = head.head
    if head == verb or head.pos_ not in VERBAL:
        return None
    if verb.dep_ in {"ccomp", "acl:relcl"}:
        same = all(verb.morph.get(f, []) == head.morph.get(f, []) for f in ("Number", "Gender", "Person"))
        return head if same and "Fin" in verb.morph.get("VerbForm", []) else None
    return head if verb.dep_ in {"conj", "xcomp", "advcl", "csubj", "parataxis"} else None


def _modified(reading: Reading, participle: Token) -> list[Phrase]:
    """The phrase a participle belongs to: «[Игната Канева], задержанного полицией»."""
    if participle.dep_ in {"acl", "amod", "acl:relcl"} and participle.head != participle:
        phrase = reading.phrase_at.get(participle.head.i)
        return [phrase] if phrase else []
    return _before_comma(reading, participle)


def _antecedent(reading: Reading, verb: Token) -> list[Phrase]:
    """The phrase that a relative clause speaks of: «[Миссия], которую возглавляет …»."""
    phrase = reading.phrase_at.get(verb.head.i) if verb.dep_ == "acl:relcl" else None
    return [phrase] if phrase else _before_comma(reading, verb)


def _before_comma(reading: Reading, verb: Token) -> list[Phrase]:
    """The last phrase before the comma that opens the clause of a participle or relative."""
    start, _ = clause_bounds(reading, verb)
    before = [p for p in reading.phrases if verb.sent.start <= p.start and p.end < start + 1]
    agreeing = [p for p in before if not p.case or agrees(reading.doc[p.head], verb)] if is_participle(verb) else before
    return agreeing[-1:]


def _linear_subject(reading: Reading, verb: Token) -> list[Phrase]:
    """The nearest nominative of the clause without a preposition, before the verb first."""
    start, end = clause_bounds(reading, verb)
    phrases = [p for p in reading.phrases if start <= p.start and p.end <= end and not p.preposition]
    nominative = [p for p in phrases if p.case in {"Nom", ""} and _number_fits(reading, p, verb)]
    before = [p for p in nominative if p.start < verb.i]
    behind = [p for p in nominative if p.start > verb.i]
    return [*before[::-1], *behind][:1]


def _number_fits(reading: Reading, phrase: Phrase, verb: Token) -> bool:
    """Several subjects take a plural verb: «[Армения] и Кыргызстан попросили»."""
    ours, theirs = reading.doc[phrase.head].morph.get("Number", []), verb.morph.get("Number", [])
    return not ours or not theirs or ours == theirs or ("Plur" in theirs and len(coordinated(reading, phrase)) > 1)


def _object(reading: Reading, trigger: Trigger) -> list[Phrase]:
    """What is acted on: accusative, subject of a passive, noun of a passive participle."""
    verb = trigger[0]
    if verb.pos_ not in VERBAL:
        return _acted_on(reading, trigger)
    if "Pass" in verb.morph.get("Voice", []):
        return _verb_subject(reading, verb)
    found = [p for c in verb.children if c.dep_ == "obj" and (p := _phrase(reading, c)) is not None]
    if any(c.dep_ == "obj" and c.lemma_ == "который" for c in verb.children):
        return _antecedent(reading, verb)
    return found or _bare(reading, verb, "Acc")


def _acted_on(reading: Reading, trigger: Trigger) -> list[Phrase]:
    """Object of the verb that a noun trigger goes with: «объявлен в розыск», «[Лапшина] отправили под арест»."""
    token, light = trigger
    above = reading.doc[light] if light is not None else None
    if above is None and token.head.pos_ in VERBAL and token.dep_ in {"obl", "obj"}:
        above = token.head
    if above is None or above in modifiers(token):
        return []
    return [p for p in _object(reading, (above, None)) if not p.start <= token.i < p.end]


def _office(reading: Reading, trigger: Trigger) -> list[Phrase]:
    """The body whose people speak: «об этом предупредили [в министерстве]», with no subject beside the plural verb."""
    verb = trigger[0]
    if verb.pos_ not in VERBAL or "Plur" not in verb.morph.get("Number", []) or _verb_subject(reading, verb):
        return []
    return _prepositional(reading, trigger, "в", "Loc")


def _among(reading: Reading, trigger: Trigger) -> list[Phrase]:
    """Victims named behind their number: «ранены четверо, среди них [лейтенант Улан Жоробеков]»."""
    token, sentence = trigger[0], trigger[0].sent
    if token.pos_ in VERBAL and "Plur" not in token.morph.get("Number", []):
        return []
    for phrase in reading.phrases:
        if phrase.preposition != "среди" or not sentence.start <= phrase.start < sentence.end:
            continue
        low, high = sorted((token.i, phrase.start))
        if not any(is_predicate(t) for t in reading.doc[low + 1 : high]):
            following = [p for p in reading.phrases if phrase.end <= p.start < min(phrase.end + 3, sentence.end)]
            return [p for p in following if p.case in {"Nom", ""}][:1]
    return []


def _recipient(reading: Reading, trigger: Trigger) -> list[Phrase]:
    """A dative without preposition: «выразил признательность [главе государства]»."""
    verbs = [trigger[0]] if trigger[0].pos_ in VERBAL else own_predicates(*trigger)
    return [p for verb in verbs for p in _bare(reading, verb, "Dat")][:1]


def _instrumental(reading: Reading, trigger: Trigger) -> list[Phrase]:
    """Who acts in a passive or a nominalisation: «задержан [полицией]», «проверка [прокуратурой]»."""
    return [p for verb in own_predicates(*trigger) for p in _bare(reading, verb, "Ins")]


def _bare(reading: Reading, verb: Token, case: str) -> list[Phrase]:
    """Phrases of the verb's clause in a case without preposition, those of its own first, behind it before ahead."""
    start, end = clause_bounds(reading, verb)
    inside = [p for p in reading.phrases if start <= p.start and p.end <= end and not p.preposition and p.case == case]
    inside = [p for p in inside if (head := reading.doc[p.head].head) == verb or head.pos_ not in VERBAL]
    return sorted(inside, key=lambda p: (reading.doc[p.head].head != verb, p.start < verb.i, abs(p.start - verb.i)))


def _genitive(reading: Reading, trigger: Trigger) -> list[Phrase]:
    """«встреча [Генерального секретаря ОДКБ]»; an undeclined name counts: «заседание [СМИД]»."""
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
    return [p for p in (_possessive(reading, phrase, token),) if p is not None]


def _last_phrase(reading: Reading, phrase: Phrase) -> list[Phrase]:
    """The phrase before the comma: «в [Совет глав государств], заседание которого пройдёт завтра»."""
    sentence = reading.doc[phrase.start].sent
    return [p for p in reading.phrases if sentence.start <= p.start and p.end <= phrase.start][-1:]


def _possessive(reading: Reading, phrase: Phrase, token: Token) -> Phrase | None:
    """«[его] заседание», «[их] встреча»: a resolved pronoun in front of the trigger."""
    for index in range(max(phrase.start - 1, 0), token.i):
        span = reading.covering.get(index)
        if span and span.mention.kind == "pronoun":
            return replace(phrase, start=index, end=index + 1, head=index, case="Gen", preposition="")
    return None


def _prepositional(reading: Reading, trigger: Trigger, preposition: str, case: str) -> list[Phrase]:
    """Phrases with a preposition behind a noun trigger, or in the clause of a verb that speaks of the event."""
    forms = {preposition, preposition + "о", preposition + "б"}
    fits = [p for p in reading.phrases if p.preposition in forms and (p.case in {case, ""})]
    bounds = [_noun_reach(reading, trigger[0])] if trigger[0].pos_ not in VERBAL else []
    bounds += [clause_bounds(reading, verb) for verb in own_predicates(*trigger) if verb.pos_ in VERBAL]
    found = [p for start, end in bounds for p in fits if start <= p.start < end and not p.start <= trigger[0].i < p.end]
    return list(dict.fromkeys(found))


def _noun_reach(reading: Reading, noun: Token) -> tuple[int, int]:
    """From a noun to the next predicate or clause border: what may hang on it."""
    return noun.i + 1, clause_bounds(reading, noun)[1]


def _phrase(reading: Reading, token: Token) -> Phrase | None:
    """The phrase of a dependent, as long as it can stand in a direct case."""
    phrase = reading.phrase_at.get(token.i)
    possessive = phrase is not None and token.i == phrase.start != phrase.head and token.pos_ == "PRON"
    if phrase is None or phrase.preposition or possessive:
        return None
    if phrase.head == token.i or phrase.case == case_of(token):
        return phrase
    return part_behind(reading, phrase, token.i - 1)


_NAMED_SLOTS: dict[str, Callable[[Reading, Trigger], list[Phrase]]] = {
    "subject": _subject,
    "object": _object,
    "recipient": _recipient,
    "instrumental": _instrumental,
    "genitive": _genitive,
    "among": _among,
    "office": _office,
}


def named_slots() -> Iterator[str]:
    """Names of the slots that are no `preposition:case`."""
    yield from _NAMED_SLOTS

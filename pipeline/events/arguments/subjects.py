"""Subjects: a verb's own, one that it shares, the noun of a participle or relative clause."""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.events.arguments.cases import case_of
from pipeline.events.arguments.clauses import clause_bounds
from pipeline.events.arguments.coordination import coordinated
from pipeline.events.arguments.denotation import part_behind
from pipeline.events.arguments.lexicon import argument_lexicon
from pipeline.events.arguments.phrases import Phrase
from pipeline.events.arguments.predicates import SUBJECTS, VERBAL, agrees, is_participle
from pipeline.events.arguments.reading import Reading
from pipeline.language.features import features
from pipeline.language.sentences import sentence_of

_CLIMBS = 4  # verbs that may pass a subject on to one another
_SHARING = frozenset(
    {"conj", "xcomp", "advcl", "csubj", "parataxis", "root"}
)  # a second root of a mended tree is joined


def find_subject(reading: Reading, verb: Token, depth: int = 0) -> list[Phrase]:
    """Subject of a verb: its own, that of the verb it is joined to or depends on, the noun of a participle.

    Args:
        reading: the article.
        verb: a verb form of any kind.
        depth: how many verbs have passed the question on already.
    """
    own = [p for c in verb.children if c.dep_ in SUBJECTS and (p := direct_phrase(reading, c)) is not None]
    if own:
        return _within_clause(reading, own, verb)
    if is_participle(verb):
        return _modified(reading, verb)
    undertaken = _undertaken(verb)
    if undertaken is not None:
        return find_subject(reading, undertaken, depth + 1) if depth < _CLIMBS else []
    return _unattached(reading, verb, depth)


def _within_clause(reading: Reading, subjects: list[Phrase], verb: Token) -> list[Phrase]:
    """Of several subjects those of the verb's own clause: «МИД направил ноту, а [министр] пригрозил ответом»."""
    if len(subjects) == 1:
        return subjects
    start, end = clause_bounds(reading, verb)
    return [p for p in subjects if start <= p.start < end] or subjects


def _unattached(reading: Reading, verb: Token, depth: int) -> list[Phrase]:
    """Subject that the tree hung elsewhere or that the verb shares with another one."""
    governed = "Inf" in features(verb, "VerbForm") and verb.dep_ in {"xcomp", "ccomp"} and verb.head.pos_ in VERBAL
    linear = [] if governed else _linear_subject(reading, verb)
    if linear and linear[0].case == "" and linear[0].start > verb.i and depth < _CLIMBS:
        linear = _shared(reading, verb, depth) or linear  # «прибыл в Минск и посетил [завод «Заря»]»
    if linear:
        return linear
    if any(c.dep_ in SUBJECTS and c.lemma_ == "который" for c in verb.children):
        return antecedent(reading, verb)
    above = _subject_sharing(verb) if depth < _CLIMBS else None
    if above is not None and _controls_object(verb, above):
        return _addressed(reading, above)
    return find_subject(reading, above, depth + 1) if above is not None else []


def _undertaken(verb: Token) -> Token | None:
    """The verb of the noun that an infinitive fills: «[Литва] приняла решение выслать посла»."""
    noun = verb.head
    if "Inf" not in features(verb, "VerbForm") or noun.lemma_ not in argument_lexicon().undertaking:
        return None
    owned = any(c.dep_ == "nmod" and case_of(c) == "Gen" for c in noun.children)
    return noun.head if noun.head.pos_ in VERBAL and noun.dep_ in {"obj", "obl", "iobj"} and not owned else None


def _controls_object(verb: Token, above: Token) -> bool:
    """«[Министра] призвали уйти», but «[министерство] вынуждено предупредить»."""
    infinitive = verb.dep_ in {"xcomp", "ccomp"} and "Pass" not in features(above, "Voice")
    return infinitive and above.lemma_ in argument_lexicon().object_control


def _shared(reading: Reading, verb: Token, depth: int) -> list[Phrase]:
    """The subject of the verb that this one is joined to."""
    joined = verb.dep_ in {"conj", "root"} and verb.head != verb and verb.head.pos_ in VERBAL
    return find_subject(reading, verb.head, depth + 1) if joined else []


def _addressed(reading: Reading, verb: Token) -> list[Phrase]:
    """Whom somebody asks, tells or forbids to act: «призвал [министра] уйти»."""
    found = [
        p for c in verb.children if c.dep_ in {"obj", "iobj", "obl"} and (p := direct_phrase(reading, c)) is not None
    ]
    return [p for p in found if p.case in {"Acc", "Gen", "Dat"}][:1]


def _subject_sharing(verb: Token) -> Token | None:
    """The verb whose subject is this one's too: joined, over an infinitive, main clause of «…, где провёл переговоры».

    «Юрист сообщил, что [подаст] иск» shares it as far as the forms agree, «сообщил, что его [задержали]» does not.
    """
    head = verb.head
    while head.pos_ not in VERBAL and head.head != head and verb.dep_ == "acl:relcl":
        head = head.head
    if head == verb or head.pos_ not in VERBAL:
        return None
    if verb.dep_ in {"ccomp", "acl:relcl"}:
        return head if _forms_agree(verb, head) and "Fin" in features(verb, "VerbForm") else None
    return head if verb.dep_ in _SHARING and _forms_agree(verb, head) else None


def _forms_agree(verb: Token, other: Token) -> bool:
    """Whether two verbs may have one subject: «министр уехал, однако сержантов [задержали]» do not."""
    pairs = [(features(verb, name), features(other, name)) for name in ("Number", "Gender", "Person")]
    return all(ours == theirs or not ours or not theirs for ours, theirs in pairs)


def _modified(reading: Reading, participle: Token) -> list[Phrase]:
    """The phrase a participle belongs to: «[Игната Канева], задержанного полицией»."""
    nearest = _before_comma(reading, participle) if _behind_comma(reading, participle) else []
    if nearest:
        return nearest
    if participle.dep_ in {"acl", "amod", "acl:relcl"} and participle.head != participle:
        phrase = reading.phrase_at.get(participle.head.i)
        return [phrase] if phrase else []
    return _before_comma(reading, participle)


def _behind_comma(reading: Reading, participle: Token) -> bool:
    """Whether a comma opens the participle's clause: it speaks of the nearest noun before that agrees with it."""
    start, _ = clause_bounds(reading, participle)
    return start > 0 and reading.doc[start - 1].text == ","


def antecedent(reading: Reading, verb: Token) -> list[Phrase]:
    """The phrase that a relative clause speaks of: «[Миссия], которую возглавляет …»."""
    phrase = reading.phrase_at.get(verb.head.i) if verb.dep_ == "acl:relcl" else None
    return [phrase] if phrase else _before_comma(reading, verb)


def _before_comma(reading: Reading, verb: Token) -> list[Phrase]:
    """The last phrase before the comma that opens the clause of a participle or relative."""
    start, _ = clause_bounds(reading, verb)
    before = [p for p in reading.phrases_between(sentence_of(verb).start, start) if p.end < start + 1]
    agreeing = [p for p in before if not p.case or agrees(reading.doc[p.head], verb)] if is_participle(verb) else before
    return agreeing[-1:]


def _linear_subject(reading: Reading, verb: Token) -> list[Phrase]:
    """The nearest nominative of the clause without a preposition, before the verb first."""
    start, end = clause_bounds(reading, verb)
    phrases = [p for p in reading.phrases_between(start, end) if p.end <= end and not p.preposition]
    nominative = [p for p in phrases if p.case in {"Nom", ""} and _number_fits(reading, p, verb)]
    nominative = [p for p in nominative if p.case or not _of_another(reading.doc[p.head], verb)]
    before = [p for p in nominative if p.start < verb.i]
    behind = [p for p in nominative if p.start > verb.i]
    return [*before[::-1], *behind][:1]


def _of_another(word: Token, verb: Token) -> bool:
    """«вертолёты возглавляемой [США] коалиции нанесли удар»: an undeclined name that a participle governs."""
    return word.dep_.startswith("obl") and word.head != verb and is_participle(word.head)


def _number_fits(reading: Reading, phrase: Phrase, verb: Token) -> bool:
    """Several subjects take a plural verb: «[Армения] и Кыргызстан попросили»."""
    ours, theirs = features(reading.doc[phrase.head], "Number"), features(verb, "Number")
    return not ours or not theirs or ours == theirs or ("Plur" in theirs and len(coordinated(reading, phrase)) > 1)


def direct_phrase(reading: Reading, token: Token) -> Phrase | None:
    """The phrase of a dependent, as long as it can stand in a direct case."""
    phrase = reading.phrase_at.get(token.i)
    possessive = phrase is not None and token.i == phrase.start != phrase.head and token.pos_ == "PRON"
    if phrase is None or phrase.preposition or possessive:
        return None
    if phrase.head == token.i or phrase.case == case_of(token):
        return phrase
    return part_behind(reading, phrase, token.i - 1)

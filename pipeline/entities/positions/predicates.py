"""Posts that a verb gives: «назначен директором», «возглавляет миссию», «покинул пост директора»."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Span, Token

from pipeline.entities.positions.bodies import generic_body
from pipeline.entities.positions.leading import person_before, post_of_leading, read_led
from pipeline.entities.positions.lexicon import post_lexicon
from pipeline.entities.positions.phrases import PostPhrase, post_heads, read_phrase
from pipeline.entities.spans import Named, NamedSpans, case_of, fold
from pipeline.language.features import features
from pipeline.language.sentences import sentence_of

_REACH = 14
_LEAVING = frozenset(
    {
        "освободить",
        "уволить",
        "отстранить",
        "снять",
        "отправить",
        "лишить",
        "покинуть",
        "оставить",
        "сложить",
        "лишиться",
        "покидать",
        "оставлять",
        "слагать",
        "снимать",
        "уйти",
        "уходить",
    }
)
_TAKING = frozenset(
    {"занимать", "занять", "назначить", "утвердить", "вступить", "получить", "сохранить", "пробыть", "переизбрать"}
)
_RUNNING = frozenset({"кандидат", "претендент", "претендовать", "выборы", "кандидатура", "баллотироваться"})
_REPLACING = ("сменил", "сменивш", "заменил", "заменивш")
_OFFICE = frozenset({"должность", "пост", "кресло", "полномочие"})
_BREAKS = frozenset(".;:!?")
Held = tuple[Named, PostPhrase]
Led = tuple[Named, Token, str, str]


def find_held(named: NamedSpans) -> Iterator[Held]:
    """Yield people with the post that a verb gives them: «Директором завода стал Иван Орлов»."""
    holding = post_lexicon().holding
    for token in named.doc:
        if token.pos_ in {"VERB", "AUX"} and (tenure := holding.get(fold(token.lemma_))) is not None:
            head = _instrumental_post(named, token)
            person = _subject(named, token) if head is not None else None
            if head is not None and person is not None:
                phrase = read_phrase(named, head, _stop(named, head))
                when = phrase.tenure if phrase.tenure != "current" else _when(token, tenure)
                yield person, replace(phrase, tenure=when, body=phrase.body or _there(named, token))
        elif fold(token.lemma_) in _OFFICE and token.pos_ == "NOUN":
            yield from _office(named, token)


def find_led(named: NamedSpans) -> Iterator[Led]:
    """Yield people with the body that they lead, the verb, and the post that it stands for."""
    for token in named.doc:
        post = post_of_leading(token)
        if not post:
            continue
        person = person_before(named, token) if _is_participle(token) else _subject(named, token)
        if person is None:
            continue
        if body := _object(named, token):
            yield person, token, post, body
        elif led := read_led(named, token, post):
            yield person, token, *led


def _is_participle(verb: Token) -> bool:
    return "Part" in features(verb, "VerbForm") or verb.pos_ == "ADJ"


def _when(verb: Token, tenure: str) -> str:
    if fold(verb.lemma_) == "быть" and "Past" not in features(verb, "Tense"):
        return "future"
    return tenure


def _instrumental_post(named: NamedSpans, verb: Token) -> Token | None:
    """The nearest post in the instrumental with no other verb between."""
    for step in (1, -1):
        index = verb.i + step
        while 0 <= index < len(named.doc) and abs(index - verb.i) <= _REACH:
            token = named.doc[index]
            if token.text in _BREAKS or (token.pos_ == "VERB" and "Part" not in features(token, "VerbForm")):
                break
            if post_heads([token]) and case_of(token) == "Ins" and named.at(index) is None:
                return None if _after_preposition(token) else token
            index += step
    return None


def _there(named: NamedSpans, verb: Token) -> str:
    """«работала в институте, а потом была там директором»: the body named last in the sentence."""
    if not any(verb.doc[i].lower_ == "там" for i in range(max(0, verb.i - 2), min(len(verb.doc), verb.i + 3))):
        return ""
    bodies = [found for found in named.before(verb.i) if not found.is_person and not found.is_place]
    return bodies[0].entity if bodies and bodies[0].first >= sentence_of(verb).start else ""


def _after_preposition(noun: Token) -> bool:
    """«с главой», «перед министром»: the instrumental of company, not of a post held."""
    index = noun.i - 1
    while index > 0 and noun.doc[index].pos_ in {"ADJ", "DET"}:
        index -= 1
    return index >= 0 and noun.doc[index].pos_ == "ADP"


def _subject(named: NamedSpans, verb: Token) -> Named | None:
    """The person the verb speaks of: by syntax, else the nearest nominative name of the clause."""
    for child in verb.children:
        if child.dep_.startswith("nsubj") and child.lower_ in {"тот", "та"}:
            return None  # «политик …, в сенате тот возглавляет комитет»: someone told before
        if child.dep_.startswith("nsubj") and (found := named.at(child.i)) is not None and found.is_person:
            return found
    sentence = sentence_of(verb)
    near = [
        person
        for person in named.people
        if sentence.start <= person.first < sentence.end and _open_way(named, verb.i, person)
        and any(case_of(named.doc[i]) in {"Nom", ""} for i in range(person.first, person.last + 1))
    ]  # fmt: skip
    if near:
        return min(near, key=lambda person: abs(person.first - verb.i))
    return _pronoun_subject(named, verb)


def _pronoun_subject(named: NamedSpans, verb: Token) -> Named | None:
    """«она» in the sentence: the person named last before it."""
    sentence = sentence_of(verb)
    pronoun = next((t for t in sentence if t.lower_ in {"он", "она"} and t.i < verb.i), None)
    if pronoun is None or any(p for p in named.people if sentence.start <= p.first < verb.i):
        return None
    return next((found for found in named.before(pronoun.i) if found.is_person), None)


def _open_way(named: NamedSpans, index: int, person: Named) -> bool:
    """No other verb and no strong pause between."""
    low, high = sorted((index, person.first))
    between = [named.doc[i] for i in range(low + 1, high)]
    return all(t.text not in _BREAKS and not (t.pos_ == "VERB" and "Fin" in features(t, "VerbForm")) for t in between)


def _object(named: NamedSpans, verb: Token) -> str:
    """The body behind or before the verb, also through «которую»."""
    for index in (verb.i + 1, verb.i + 2, verb.i - 1, verb.i - 2):
        if not 0 <= index < len(named.doc):
            continue
        found = named.at(index)
        if found is not None and not found.is_person and found.mention.kind != "adjective":
            return found.entity if case_of(named.doc[found.first]) in {"Acc", "Ins", "Nom", ""} else ""
        token = named.doc[index]
        if post_lexicon().is_body(fold(token.lemma_)) and case_of(token) in {"Acc", "Ins"}:
            return _named_behind(named, token) or generic_body(named, token) or ""
        if fold(token.lemma_) == "который" and index >= 2 and (before := named.at(index - 2)) is not None:
            return "" if before.is_person else before.entity
    return _opening_object(named, verb)


def _opening_object(named: NamedSpans, verb: Token) -> str:
    """«Институтом с прошлого лета руководит Орлов»: the first word of the sentence, in the case governed."""
    first = next((token for token in sentence_of(verb) if token.is_alpha), verb)
    if not 2 < verb.i - first.i <= _REACH // 2 or case_of(first) not in {"Ins", "Acc"} - _other_case(verb):
        return ""
    if any(token.text == "," or token.pos_ == "VERB" for token in verb.doc[first.i : verb.i]):
        return ""
    found = named.at(first.i)
    if found is not None:
        return "" if found.is_person or found.is_place else found.entity
    return (generic_body(named, first) or "") if post_lexicon().is_body(fold(first.lemma_)) else ""


def _other_case(verb: Token) -> set[str]:
    """«руководить» never governs an accusative, «возглавлять» no instrumental."""
    return {"Acc"} if fold(verb.lemma_).startswith("руковод") else {"Ins"}


def _named_behind(named: NamedSpans, noun: Token) -> str:
    """The name in marks that a noun introduces: «компанией «Заря»»."""
    found = named.in_marks_behind(noun)
    return "" if found is None or found.is_person else found.entity


def _stop(named: NamedSpans, head: Token) -> int:
    """Token where the words of a post end at the latest: a verb, a pause or a person's name."""
    for index in range(head.i + 1, min(len(named.doc), head.i + _REACH + 6)):
        token = named.doc[index]
        found = named.at(index)
        if found is not None and found.is_person:
            return index
        if token.text in {",", *_BREAKS} and not _list_goes_on(token):
            return index
        if token.is_space or (found is None and token.pos_ in {"VERB", "AUX", "ADV", "SCONJ"}):
            return index
    return min(len(named.doc), head.i + _REACH + 6)


def _list_goes_on(comma: Token) -> bool:
    """«по транспорту, связи и дорогам»: the same case before and behind the comma, and «и» to come."""
    if comma.text != "," or comma.i + 2 >= len(comma.doc):
        return False
    before, behind = comma.doc[comma.i - 1], comma.doc[comma.i + 1]
    return bool(case_of(before)) and case_of(before) == case_of(behind) and comma.doc[comma.i + 2].lower_ == "и"


def _office(named: NamedSpans, office: Token) -> Iterator[Held]:
    """«от должности заместителя министра», «занимает пост директора»."""
    tokens = [named.doc[i] for i in range(office.i + 1, min(office.i + 4, len(named.doc)))]
    head = next((t for t in post_heads(tokens) if case_of(t) == "Gen" and named.at(t.i) is None), None)
    sentence = sentence_of(office)
    running = any(fold(t.lemma_) in _RUNNING for t in office.doc[max(sentence.start, office.i - 4) : office.i])
    if head is not None and (verb := _replacing(sentence, office)) is not None:
        yield from _replaced(named, verb, head)
        return
    if head is None or running or not any(fold(t.lemma_) in _LEAVING | _TAKING for t in sentence):
        return
    people = [person for person in named.people if sentence.start <= person.first < sentence.end]
    person = min(people, key=lambda p: abs(p.first - office.i) + (2 if p.first > office.i else 0), default=None)
    if person is None or person.first > office.i:
        person = _pronoun_subject(named, office) or person
    if person is not None:
        left = any(fold(token.lemma_) in _LEAVING for token in sentence)
        phrase = read_phrase(named, head, _stop(named, head))
        yield person, replace(phrase, tenure="former" if left else phrase.tenure)


def _replacing(sentence: Span, office: Token) -> Token | None:
    """«сменил», «сменившая» before «на посту»."""
    verbs = [t for t in sentence if t.i < office.i and t.lower_.startswith(_REPLACING)]
    return verbs[-1] if verbs and office.doc[office.i - 1].lower_ in {"на", "в"} else None


def _replaced(named: NamedSpans, verb: Token, head: Token) -> Iterator[Held]:
    """«Орлов сменил Павла Ли на посту директора завода»: both held it, one after the other."""
    phrase = read_phrase(named, head, _stop(named, head))
    before = [p for p in named.people if sentence_of(verb).start <= p.first < verb.i]
    between = [p for p in named.people if verb.i < p.first < head.i and "Nom" not in named.cases(p)]
    if between:
        yield between[0], replace(phrase, tenure="former")
    if before:
        yield before[-1], phrase

"""Posts behind a noun for an office: «покинул пост директора», «сменил Орлова на посту директора»."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Span, Token

from pipeline.entities.positions.clauses import pronoun_subject
from pipeline.entities.positions.given_posts import read_given_post
from pipeline.entities.positions.phrases import PostPhrase, post_heads
from pipeline.entities.spans import Named, NamedSpans, fold
from pipeline.language.features import case_of
from pipeline.language.sentences import sentence_of

_LEAVING = frozenset({"освободить", "уволить", "отстранить", "снять", "отправить", "лишить", "покинуть", "оставить",
                      "сложить", "лишиться", "покидать", "оставлять", "слагать", "снимать", "уйти",
                      "уходить"})  # fmt: skip
_TAKING = frozenset(
    {"занимать", "занять", "назначить", "утвердить", "вступить", "получить", "сохранить", "пробыть", "переизбрать"}
)
_RUNNING = frozenset({"кандидат", "претендент", "претендовать", "выборы", "кандидатура", "баллотироваться"})
_REPLACING = ("сменил", "сменивш", "заменил", "заменивш")
_OFFICE = frozenset({"должность", "пост", "кресло", "полномочие"})
Held = tuple[Named, PostPhrase]


def is_office(noun: Token) -> bool:
    """«должность», «пост», «кресло»."""
    return noun.pos_ == "NOUN" and fold(noun.lemma_) in _OFFICE


def posts_of_office(named: NamedSpans, office: Token) -> Iterator[Held]:
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
    if (person := _holder(named, office)) is not None:
        left = any(fold(token.lemma_) in _LEAVING for token in sentence)
        phrase = read_given_post(named, head)
        yield person, replace(phrase, tenure="former" if left else phrase.tenure)


def _holder(named: NamedSpans, office: Token) -> Named | None:
    """The person named nearest in the sentence, before the office rather than behind it, else whom «он» means."""
    sentence = sentence_of(office)
    people = [person for person in named.people if sentence.start <= person.first < sentence.end]
    person = min(people, key=lambda p: abs(p.first - office.i) + (2 if p.first > office.i else 0), default=None)
    if person is None or person.first > office.i:
        return pronoun_subject(named, office) or person
    return person


def _replacing(sentence: Span, office: Token) -> Token | None:
    """«сменил», «сменившая» before «на посту»."""
    verbs = [t for t in sentence if t.i < office.i and t.lower_.startswith(_REPLACING)]
    return verbs[-1] if verbs and office.doc[office.i - 1].lower_ in {"на", "в"} else None


def _replaced(named: NamedSpans, verb: Token, head: Token) -> Iterator[Held]:
    """«Орлов сменил Павла Ли на посту директора завода»: both held it, one after the other."""
    phrase = read_given_post(named, head)
    before = [p for p in named.people if sentence_of(verb).start <= p.first < verb.i]
    between = [p for p in named.people if verb.i < p.first < head.i and "Nom" not in named.cases(p)]
    if between:
        yield between[0], replace(phrase, tenure="former")
    if before:
        yield before[-1], phrase

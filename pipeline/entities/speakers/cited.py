"""Speakers whom others cite: «по словам Орлова», «цитирует агентство министра»."""

from __future__ import annotations

from itertools import pairwise

from spacy.tokens import Token

from pipeline.entities.spans import fold
from pipeline.entities.speakers.author import NOBODY, Author, is_according, pointers_in
from pipeline.entities.speakers.named_before import last_person
from pipeline.entities.speakers.scene import Pointer, Scene
from pipeline.language.features import features
from pipeline.mentions.quotes.pieces import QuotePiece, tokens_within
from pipeline.mentions.quotes.reporting import sentence_before

_POSSESSIVE = {"его": "Masc", "ее": "Fem", "её": "Fem"}
_WORDS = frozenset({"слово", "высказывание", "заявление", "мнение", "реплика", "комментарий", "ответ"})
_EXPERTS = frozenset({"эксперт", "специалист", "аналитик", "политолог", "экономист", "собеседник", "собеседница"})
_TELLING = frozenset({"nmod", "appos", "amod", "flat:name"})
_OPENING = 40  # code points in which the first word stands
_LONE = 2  # words of «по словам эксперта», the first not counted
_CITING = frozenset({"цитировать", "процитировать", "приводить", "привести"})


def accorded(scene: Scene, piece: QuotePiece, author: Author, last: str) -> str:
    """«По словам директора Орлова»: the name, of adjacent ones the last, else a body or description."""
    if not is_according(piece, author):
        return ""
    pointers = [p for p in pointers_in(scene, author) if not _means_many(scene, p)]
    people = [p for p in pointers if scene.is_person(p)]
    named = [p for p in people if p.mention.kind not in {"nominal", "pronoun"}]
    lone = author.tokens[-1].i - author.tokens[0].i <= _LONE and _is_expert(author.tokens[-1])
    if not named and lone and (before := _only_one_before(scene, author.start)):
        return before
    if named or people:
        return (named or people)[-1].entity
    return pointers[0].entity if pointers and not _is_of_somebody(author, pointers[0]) else ""


def said_by_expert(scene: Scene, piece: QuotePiece, author: Author, last: str) -> str:
    """«Орлов сомневается. «…», — утверждает эксперт»: the only one whom the sentence before the speech names."""
    if author.verb is None or piece.before or piece.style == "indirect":
        return ""
    lone = any(_is_expert(token) and not _says_which(token) for token in author.subjects)
    return _only_one_before(scene, piece.group) if lone else ""


def _says_which(noun: Token) -> bool:
    """«военный эксперт», «эксперт «Зари»», «собеседник в банке»: words that tell who is meant."""
    behind = noun.i + 1 < len(noun.doc) and noun.nbor().pos_ == "ADP"
    return behind or any(child.dep_ in _TELLING for child in noun.children)


def _is_expert(noun: Token) -> bool:
    return fold(noun.lemma_) in _EXPERTS and "Plur" not in features(noun, "Number")


def _only_one_before(scene: Scene, start: int) -> str:
    """Key of the only person whom the sentence before an offset names, empty where it names several or none."""
    opening = next((token for token in tokens_within(scene.doc, start, start + _OPENING)), None)
    sentence = sentence_before(opening) if opening is not None else None
    pointers = scene.within(sentence.start_char, sentence.end_char) if sentence is not None else []
    people = {p.entity for p in pointers if scene.is_person(p) and p.mention.kind == "name"}
    return people.pop() if len(people) == 1 else ""


def _means_many(scene: Scene, pointer: Pointer) -> bool:
    """«По мнению [аналитиков]»: whoever a description in the plural is led to."""
    many = "Plur" in features(scene.doc[pointer.first], "Number")
    return many and pointer.mention.kind == "nominal" and scene.is_person(pointer)


def _is_of_somebody(author: Author, body: Pointer) -> bool:
    """«По словам депутатов [Госдумы]», «источника [ТАСС]»: people without a name say it, not their body."""
    before = [token for token in author.tokens if token.i < body.first and token.pos_ == "NOUN"]
    return any("Anim" in features(token, "Animacy") or fold(token.lemma_) in NOBODY for token in before)


def cited(scene: Scene, piece: QuotePiece, author: Author, last: str) -> str:
    """«…», — цитирует агентство министра; приводит слова Орлова телеканал: who is cited, not who cites."""
    if author.verb is None or fold(author.verb.lemma_) not in _CITING:
        return ""
    if gender := _whose_words(author):
        return last_person(scene, gender, piece.group, last)
    pointers = [p for p in pointers_in(scene, author) if p.first > author.verb.i]
    people = [p for p in pointers if scene.is_person(p)]
    oblique = [p for p in people if not p.can_speak] or people
    bodies = [p for p in pointers if not p.can_speak]
    if not people and (noun := _cited_noun(author)) is not None:
        return last_person(scene, next(iter(features(noun, "Gender")), ""), piece.group, last)
    return (oblique or bodies)[0].entity if oblique or bodies else ""


def _whose_words(author: Author) -> str:
    """Gender of «её» in «приводит её слова РИА Новости», empty where no such word stands there."""
    pairs = pairwise(author.tokens)
    return next((_POSSESSIVE[a.lower_] for a, b in pairs if a.lower_ in _POSSESSIVE and fold(b.lemma_) in _WORDS), "")


def _cited_noun(author: Author) -> Token | None:
    """«цитирует дипломата телеканал»: someone without a name right behind the verb."""
    behind = next((t for t in author.tokens if author.verb is not None and t.i == author.verb.i + 1), None)
    if behind is None or behind.pos_ != "NOUN" or fold(behind.lemma_) in NOBODY:
        return None
    return behind if "Anim" in features(behind, "Animacy") and "Nom" not in features(behind, "Case") else None

"""Speakers whom others cite: «по словам Орлова», «цитирует агентство министра»."""

from __future__ import annotations

from itertools import pairwise

from spacy.tokens import Token

from pipeline.entities.spans import fold
from pipeline.entities.speakers.author import NOBODY, Author, is_according, pointers_in
from pipeline.entities.speakers.named_before import last_person
from pipeline.entities.speakers.scene import Pointer, Scene
from pipeline.language.features import features
from pipeline.mentions.quotes.pieces import QuotePiece
from pipeline.mentions.quotes.reporting import sentence_before

_POSSESSIVE = {"его": "Masc", "ее": "Fem", "её": "Fem"}
_WORDS = frozenset({"слово", "высказывание", "заявление", "мнение", "реплика", "комментарий", "ответ"})
_EXPERTS = frozenset({"эксперт", "специалист", "аналитик", "политолог", "экономист", "собеседник", "собеседница"})
_LONE = 2  # words of «по словам эксперта», the first not counted
_CITING = frozenset({"цитировать", "процитировать", "приводить", "привести"})


def accorded(scene: Scene, piece: QuotePiece, author: Author, last: str) -> str:
    """«По словам директора Орлова»: the name, of adjacent ones the last, else a body or description."""
    if not is_according(piece, author):
        return ""
    pointers = [p for p in pointers_in(scene, author) if not _means_many(scene, p)]
    people = [p for p in pointers if scene.is_person(p)]
    named = [p for p in people if p.mention.kind not in {"nominal", "pronoun"}]
    if not named and (before := _expert_before(scene, author)):
        return before
    if named or people:
        return (named or people)[-1].entity
    return pointers[0].entity if pointers and not _is_of_somebody(author, pointers[0]) else ""


def _expert_before(scene: Scene, author: Author) -> str:
    """«…, — считает Орлов. По словам эксперта, …»: the only one whom the sentence before names."""
    noun = author.tokens[-1]
    if fold(noun.lemma_) not in _EXPERTS or "Plur" in features(noun, "Number") or noun.i - author.tokens[0].i > _LONE:
        return ""
    sentence = sentence_before(author.tokens[0])
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

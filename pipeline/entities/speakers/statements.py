"""Speech in a statement: «говорится в заявлении компании», «подчёркивается в документе», «говорится в его письме»."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from pipeline.entities.positions.bodies import generic_body
from pipeline.entities.positions.lexicon import post_lexicon
from pipeline.entities.positions.phrases import POSSESSIVE
from pipeline.entities.spans import OPENING_MARKS, fold
from pipeline.entities.speakers.author import Author, pointers_in
from pipeline.entities.speakers.scene import Pointer, Scene
from pipeline.mentions.quotes.pieces import QuotePiece, tokens_within

_STATEMENTS = frozenset({"заявление", "сообщение", "пресс-релиз", "релиз", "обращение", "коммюнике", "документ",
                         "письмо", "бюллетень", "отчет"})  # fmt: skip
_REACH = 400  # code points back to the statement


def in_a_statement(scene: Scene, piece: QuotePiece, author: Author, last: str) -> str:
    """«…», — говорится в сообщении министерства; «подчёркивается в документе» means the statement told before."""
    if author.verb is None or not author.verb.lower_.endswith("тся"):
        return ""
    found = [p for p in pointers_in(scene, author) if p.first > author.verb.i]
    issuer = _issued_by(scene, author.tokens, piece.group)
    if issuer or not found:
        return issuer or _stated_by(scene, author.start)
    return "" if scene.is_person(found[0]) and _is_theirs(found[0], scene) else found[0].entity


def _is_theirs(person: Pointer, scene: Scene) -> bool:
    """«в заявлении юристов [Орлова]», «в ответе администрации [президента]»: his people or his office say it."""
    before = scene.doc[person.first - 1]
    return before.pos_ == "NOUN" and fold(before.lemma_) not in _STATEMENTS


def _stated_by(scene: Scene, before: int) -> str:
    """Key of the body whose statement the text told last before an offset: «говорится в заявлении компании»."""
    words = tokens_within(scene.doc, max(0, before - _REACH), before)
    for token in reversed(words):
        if fold(token.lemma_) not in _STATEMENTS or token.i + 1 >= len(scene.doc):
            continue
        behind = scene.doc[token.i + 1]
        issuer = next((n for n in map(scene.named.at, _issuer_places(behind)) if n is not None), None)
        if issuer is not None and not issuer.is_place:
            return issuer.entity
        if issuer is None and post_lexicon().is_body(fold(behind.lemma_)):
            return generic_body(scene.named, behind) or ""
    return ""


def _issuer_places(behind: Token) -> list[int]:
    """Where the issuer may stand: «заявлении | МИД», «заявлении компании | «Заря»»."""
    marked = behind.i + 1 < len(behind.doc) and behind.doc[behind.i + 1].text in OPENING_MARKS
    return [behind.i, behind.i + 2] if marked and behind.i + 2 < len(behind.doc) else [behind.i]


def _issued_by(scene: Scene, tokens: Sequence[Token], before: int) -> str:
    """Key of the body that «её», «его», «их» takes up: «Союз написал министру. «…», — говорится в его письме»."""
    possessive = any(
        fold(token.lower_) in POSSESSIVE and fold(token.nbor(1).lemma_) in _STATEMENTS
        for token in tokens
        if token.i + 1 < len(scene.doc)
    )
    if not possessive:
        return ""
    told = [n for n in scene.named.outermost() if before - _REACH < n.mention.start < before]
    bodies = [n for n in told if not n.is_person and not n.is_place]
    return bodies[-1].entity if bodies else ""

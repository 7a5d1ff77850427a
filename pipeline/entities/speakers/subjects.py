"""Speakers who are the subject of the verb of speech: «сказал Орлов», «Орлов сказал: «…»»."""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.entities.spans import fold
from pipeline.entities.speakers.author import Author, possible_subjects
from pipeline.entities.speakers.scene import Pointer, Scene
from pipeline.language.features import features
from pipeline.mentions.quotes.pieces import QuotePiece

_STRONG = frozenset(";:!?")


def behind_verb(scene: Scene, piece: QuotePiece, author: Author, last: str) -> str:
    """«…», — сказал директор Орлов; of adjacent names the last: «сказала секретарь Орлова Анна Ли»."""
    if author.verb is None or piece.before or author.plural:
        return ""
    behind = [p for p in possible_subjects(scene, author) if p.first > author.verb.i]
    fitting = [p for p in behind if _fits(scene, author, p)] or behind
    if not fitting:
        return ""
    chosen = fitting[0]
    for other in behind:
        if other.first == chosen.last + 1 and other.can_speak:
            chosen = other
    return chosen.entity if _same_clause(author, chosen) else ""


def subject_of_intro(scene: Scene, piece: QuotePiece, author: Author, last: str) -> str:
    """«Орлов сказал: «…»»: the first name in the words before, names before pronouns."""
    if not piece.before:
        return ""
    subjects = possible_subjects(scene, author)
    people = [p for p in subjects if _fits(scene, author, p)] or subjects
    chosen = next((p for p in people if p.mention.kind != "pronoun"), people[0] if people else None)
    return chosen.entity if chosen is not None else ""


def before_verb(scene: Scene, piece: QuotePiece, author: Author, last: str) -> str:
    """«…», — Орлов сказал это вчера; «он», «она» before the verb."""
    if author.plural:
        return ""
    subjects = possible_subjects(scene, author)
    people = [p for p in subjects if _fits(scene, author, p) and not _in_relative_clause(author, p)]
    return people[-1].entity if people else ""


def _fits(scene: Scene, author: Author, pointer: Pointer) -> bool:
    gender = scene.gender(pointer.entity)
    return not gender or not author.gender or gender == author.gender


def _same_clause(author: Author, pointer: Pointer) -> bool:
    """No new clause begins between the verb and the name."""
    between = [t for t in author.tokens if author.verb is not None and author.verb.i < t.i < pointer.first]
    opened = _in_relative_clause(author, pointer)
    return not opened and all(t.text not in _STRONG and t.pos_ != "SCONJ" and not _finite(t) for t in between)


def _in_relative_clause(author: Author, pointer: Pointer) -> bool:
    """«скромничал даритель, которому губернатор Ли вручила знак»: Ли is told of, and does not speak."""
    verb = author.verb
    return verb is not None and any(
        fold(t.lemma_) in {"который", "чей"} for t in author.tokens if verb.i < t.i < pointer.first
    )


def _finite(token: Token) -> bool:
    return token.pos_ == "VERB" and "Fin" in features(token, "VerbForm")

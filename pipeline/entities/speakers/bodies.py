"""Bodies that speak: «сообщает комитет», «заявили в министерстве», «заявили в компании»."""

from __future__ import annotations

from pipeline.entities.positions.bodies import generic_body
from pipeline.entities.positions.lexicon import post_lexicon
from pipeline.entities.spans import fold
from pipeline.entities.speakers.author import Author, has_person_noun, is_according, pointers_in
from pipeline.entities.speakers.scene import Scene
from pipeline.mentions.quotes.pieces import QuotePiece

_PRONOUNS = frozenset({"он", "она"})


def acting_body(scene: Scene, piece: QuotePiece, author: Author, last: str) -> str:
    """«…», — заявили в министерстве; «…», — сообщает комитет."""
    if is_according(piece, author) or any(token.lower_ in _PRONOUNS for token in author.tokens):
        return ""  # «заявила она в эфире «Волны»»: she says it
    bodies = [p for p in pointers_in(scene, author) if not scene.is_person(p)]
    for pointer in bodies:
        in_it = scene.doc[pointer.first - 1].lower_ in {"в", "во"} if pointer.first else False
        in_it = in_it or any(t.lower_ in {"в", "во"} for t in author.tokens if pointer.first - 5 <= t.i < pointer.first)
        if (author.plural and in_it) or (pointer.can_speak and not author.plural and not has_person_noun(author)):
            return pointer.entity
    return ""


def body_by_noun(scene: Scene, piece: QuotePiece, author: Author, last: str) -> str:
    """«…», — заявили в компании; «…», — пишет газета: the body that the noun takes up."""
    subjects = author.subjects
    for token in author.tokens if not is_according(piece, author) else ():
        if not post_lexicon().is_body(fold(token.lemma_)) or scene.named.at(token.i) is not None:
            continue
        within = token.i and token.doc[token.i - 1].lower_ in {"в", "во"}
        if (author.plural and within) or token in subjects:
            return generic_body(scene.named, token) or ""
    return ""

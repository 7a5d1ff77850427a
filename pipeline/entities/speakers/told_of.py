"""Who is only told of, and does not speak."""

from __future__ import annotations

from pipeline.entities.speakers.author import Author, is_according
from pipeline.entities.speakers.scene import Scene
from pipeline.mentions.quotes.pieces import QuotePiece


def is_told_of(scene: Scene, piece: QuotePiece, author: Author, key: str) -> bool:
    """Whether the speech itself names a person whom the author's words do not name.

    Example: «По словам лидера партии, другого выхода у Орлова нет»: the leader is not Орлов.
    """
    if key not in scene.profiles:
        return False
    named = [p for p in scene.pointers if p.entity == key and p.mention.kind == "name"]
    told = is_according(piece, author)
    in_author = any(author.start <= p.mention.start < author.end and (told or p.can_speak) for p in named)
    return not in_author and any(piece.start <= p.mention.start < piece.end for p in named)

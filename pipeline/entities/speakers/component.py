"""The component that writes `doc._.quotes`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.entities.speakers.resolve import Speaker, resolve_speaker
from pipeline.entities.speakers.scene import Scene, set_scene
from pipeline.language.text import text_of
from pipeline.mentions.quotes.find import find_direct
from pipeline.mentions.quotes.indirect import find_indirect
from pipeline.mentions.quotes.pieces import QuotePiece
from pipeline.records.annotations import Quote


@Language.factory("svodka_quotes", assigns=["doc._.quotes"], requires=["doc._.mentions", "doc._.entities"])
def create_quotes(nlp: Language, name: str) -> QuoteFinder:
    """Factory of the component."""
    return QuoteFinder()


class QuoteFinder:
    """Finds speech and its speakers."""

    def __call__(self, doc: Doc) -> Doc:
        """Write the quotes in the order of the text."""
        doc._.quotes = find_quotes(set_scene(doc))
        return doc


def find_quotes(scene: Scene) -> tuple[Quote, ...]:
    """Direct speech with its speakers, and reported speech where its speaker is known, in the order of the text."""
    direct = find_direct(scene.doc)
    indirect = find_indirect(scene.doc, direct)
    quotes = list(_quotes(scene, sorted([*direct, *indirect], key=lambda piece: (piece.start, piece.end))))
    return tuple(quote for quote in quotes if quote.kind == "direct" or _is_certain(quote))


def _is_certain(quote: Quote) -> bool:
    """Reported speech counts only where the sentence itself shows who speaks."""
    return bool(quote.speaker) and quote.source not in {"quotes.last-person", "quotes.continued"}


def _quotes(scene: Scene, pieces: Iterable[QuotePiece]) -> Iterator[Quote]:
    """One quote a piece; the pieces of one speech have one speaker."""
    speakers: dict[int, Speaker] = {}
    last = ""
    for piece in pieces:
        if piece.group not in speakers:
            speakers[piece.group] = resolve_speaker(scene, piece, last)
        speaker = speakers[piece.group]
        last = speaker.entity or last
        yield Quote(
            start=piece.start, end=piece.end, text=text_of(scene.doc)[piece.start : piece.end],
            kind="indirect" if piece.style == "indirect" else "direct", group=piece.group, source=speaker.reason,
            speaker=speaker.entity, cue=speaker.cue,
        )  # fmt: skip

"""The component that writes `doc._.quotes`."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.entities.speakers.resolve import resolve_speaker
from pipeline.entities.speakers.scene import Scene, set_scene
from pipeline.mentions.quotes.find import find_direct
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
    """Direct speech with its speakers, pieces of one speech under one speaker."""
    quotes: list[Quote] = []
    speakers: dict[int, tuple[str, str, str]] = {}
    last = ""
    for piece in find_direct(scene.doc):
        if piece.group not in speakers:
            speaker = resolve_speaker(scene, piece, last)
            speakers[piece.group] = (speaker.entity, speaker.cue, speaker.reason)
        entity, cue, reason = speakers[piece.group]
        last = entity or last
        quotes.append(
            Quote(
                start=piece.start, end=piece.end, text=scene.doc.text[piece.start : piece.end], kind="direct",
                group=piece.group, source=reason, speaker=entity, cue=cue,
            )
        )  # fmt: skip
    return tuple(quotes)

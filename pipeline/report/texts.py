"""The articles' texts, which no table holds: read again from the inputs of the run and known by their hash."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline.readers.fields import FieldNames
from pipeline.readers.inputs import read_raw
from pipeline.readers.raw import RawArticle
from pipeline.records.ids import text_sha256
from pipeline.records.tables.column import Row


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of an article's text; `start` is its offset in code points."""

    start: int
    text: str

    @property
    def end(self) -> int:
        """Offset after its last character."""
        return self.start + len(self.text)


def recorded_inputs(run: Mapping[str, Any]) -> tuple[tuple[str, ...], FieldNames]:
    """The inputs that `run.json` names and that are still there, and how their fields were found.

    Standard input cannot be read a second time.
    """
    settings = run.get("settings") or {}
    there = tuple(path for path in settings.get("inputs", ()) if path != "-" and Path(path).exists())
    return there, FieldNames(**(settings.get("fields") or {}))


def find_texts(inputs: Sequence[str], wanted: Iterable[str], names: FieldNames) -> dict[str, str]:
    """Texts by their SHA-256, out of the inputs; stops when all that are wanted are found."""
    missing, found = set(wanted), dict[str, str]()
    if not missing or not inputs:
        return found
    for raw in read_raw(inputs, names):
        if isinstance(raw, RawArticle) and (digest := text_sha256(raw.text)) in missing:
            found[digest] = raw.text
            missing.remove(digest)
            if not missing:
                break
    return found


def quoted_pieces(events: Iterable[Row], quotes: Iterable[Row]) -> tuple[Piece, ...]:
    """What the rows themselves hold of a text that is gone: sentences of events, words of quotes."""
    spans = [Piece(e.evidence_start, e.evidence) for e in events] + [Piece(q.start, q.text) for q in quotes]
    pieces: list[Piece] = []
    for piece in sorted(spans, key=lambda p: (p.start, -p.end)):
        if pieces and piece.start < pieces[-1].end:
            overlap = pieces[-1].end - piece.start
            pieces[-1] = Piece(pieces[-1].start, pieces[-1].text + piece.text[overlap:])
        else:
            pieces.append(piece)
    return tuple(pieces)

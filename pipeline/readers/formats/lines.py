"""The lines of a text stream, each with the encoding it is in."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.errors import InputError
from pipeline.readers.decoding import decode, plausibility, wide_encoding
from pipeline.readers.limits import MAX_ARTICLE_BYTES
from pipeline.readers.streams import ByteStream

CLEAR = 0.6  # plausibility that needs no comparison with other encodings
_PEEK = 65_536


@dataclass(frozen=True, slots=True, kw_only=True)
class TextLine:
    """A line with its end; where `error` says why it cannot be read, `text` is empty."""

    text: str = ""
    encoding: str = ""
    error: str = ""


def decoded_lines(stream: ByteStream) -> Iterator[TextLine]:
    """Yield every line with its encoding, or the error that says why it has none.

    Dumps joined from several sites change their encoding from line to line, so each line answers for itself; the
    encoding of the line before it is tried first.
    """
    wide = wide_encoding(stream.handle.peek(_PEEK)[:_PEEK])
    if wide:
        yield from _wide_lines(stream.handle, wide)
        return
    before = "utf-8"
    while line := stream.handle.readline(MAX_ARTICLE_BYTES):
        if len(line) == MAX_ARTICLE_BYTES and not line.endswith(b"\n"):
            _skip_line(stream.handle)
            yield TextLine(error=_too_long())
            continue
        decoded = _decoded_line(line, before)
        before = decoded.encoding or before
        yield decoded


def _wide_lines(handle: io.BufferedReader, encoding: str) -> Iterator[TextLine]:
    reader = io.TextIOWrapper(handle, encoding=encoding, errors="replace", newline="\n")
    try:
        while line := reader.readline(MAX_ARTICLE_BYTES):
            if "\ufffd" in line:
                yield TextLine(error=f"It is no valid {encoding}. Save the file as UTF-8.")
            elif len(line) == MAX_ARTICLE_BYTES:
                yield TextLine(error=_too_long())
            else:
                yield TextLine(text=line, encoding=encoding)
    finally:
        reader.detach()  # else the wrapper closes a handle that is not its own


def _skip_line(handle: io.BufferedReader) -> None:
    while (piece := handle.readline(_PEEK)) and not piece.endswith(b"\n"):
        pass


def _too_long() -> str:
    return f"The line has more than {MAX_ARTICLE_BYTES >> 20} MiB, too much for one article. Split it into articles."


def _decoded_line(line: bytes, before: str) -> TextLine:
    for encoding in ("utf-8", before):
        try:
            text = line.decode(encoding)
        except UnicodeDecodeError:
            continue
        if encoding == "utf-8" or plausibility(text) >= CLEAR:
            return TextLine(text=text, encoding=encoding)
    try:
        decoded = decode(line)
    except InputError as error:
        return TextLine(error=str(error))
    return TextLine(text=decoded.text, encoding=decoded.encoding)

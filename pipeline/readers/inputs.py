"""From what the user names (files, folders, patterns, `-`) to the articles in it, always in the same order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from dataclasses import replace

from pipeline.readers.complaints import complaint
from pipeline.readers.containers.unpack import unpack
from pipeline.readers.fields import FieldNames
from pipeline.readers.formats.registry import format_of
from pipeline.readers.listing import find_files, size_of, total_bytes
from pipeline.readers.raw import RawArticle, Unreadable
from pipeline.readers.streams import STANDARD_INPUT, ByteStream, open_stream

__all__ = ["find_files", "read_raw", "total_bytes"]

_EMPTY = "The file is empty. Leave it out, or fetch it again."
_NOTHING = "It holds no article. Leave it out, or look whether it is what its name says."


def read_raw(paths: Sequence[str], names: FieldNames) -> Iterator[RawArticle | Unreadable]:
    """Read every article of the inputs in order; what cannot be read is an `Unreadable` in its place.

    Every file, and every member of an archive, gives at least one of the two.
    """
    before = 0
    for path in find_files(paths):
        size = size_of(path)
        for found in _read_file(path, names):
            yield replace(found, position=before + found.position)
        before += size


def _read_file(path: str, names: FieldNames) -> Iterator[RawArticle | Unreadable]:
    try:
        stream = open_stream(path)
    except (OSError, ValueError) as error:
        yield Unreadable(source=path, message=complaint(path, path, error))
        return
    with nullcontext() if path == STANDARD_INPUT else stream.handle:
        none = True
        for inner in unpack(stream):
            for found in _read_stream(inner, names) if isinstance(inner, ByteStream) else [inner]:
                none = False
                yield found
        if none:
            yield Unreadable(source=path, message=_NOTHING, position=stream.position())


def _read_stream(stream: ByteStream, names: FieldNames) -> Iterator[RawArticle | Unreadable]:
    """The articles of one stream; if it breaks, the next member of its archive is read all the same."""
    latest = ""
    try:
        if not stream.head():
            yield Unreadable(source=stream.name, message=_EMPTY, position=stream.position())
            return
        chosen = format_of(stream)
        if chosen is None:
            message = (
                f"Files in {stream.suffix} are not read. Convert it to .txt, or to .jsonl with the fields id and text."
            )
            yield Unreadable(source=stream.name, message=message, position=stream.position())
            return
        for found in chosen.read(stream, names):
            latest = found.source
            yield found
        if not latest:
            yield Unreadable(source=stream.name, message=_NOTHING, position=stream.position())
    except Exception as error:  # what the libraries raise on a broken file has no end; the run goes on
        message = complaint(stream.name, latest or stream.name, error)
        yield Unreadable(source=stream.name, message=message, position=stream.position())

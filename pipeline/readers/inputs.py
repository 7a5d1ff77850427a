"""From what the user names (files, folders, patterns, `-`) to the articles in it, always in the same order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.errors import InputError
from pipeline.readers.containers.unpack import unpack
from pipeline.readers.fields import FieldNames
from pipeline.readers.formats.registry import format_of
from pipeline.readers.listing import find_files, list_files, size_of, total_bytes
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
    for found in list_files(paths):
        if isinstance(found, Unreadable):
            yield replace(found, position=before)
            continue
        size = size_of(found)
        for article in _read_file(found, names):
            yield replace(article, position=before + article.position)
        before += size


def _read_file(path: str, names: FieldNames) -> Iterator[RawArticle | Unreadable]:
    none = True
    try:
        stream = open_stream(path)
    except (OSError, ValueError) as error:
        yield Unreadable(source=path, message=_complaint(path, path, error))
        return
    keep = path == STANDARD_INPUT
    try:
        latest = path
        for inner in unpack(stream):
            for found in _read_stream(inner, names) if isinstance(inner, ByteStream) else [inner]:
                none, latest = False, found.source
                yield found
        if none:
            yield Unreadable(source=path, message=_NOTHING, position=stream.position())
    except Exception as error:  # see _read_stream
        yield Unreadable(source=path, message=_complaint(path, latest, error), position=stream.position())
    finally:
        if not keep:
            stream.handle.close()


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
        message = _complaint(stream.name, latest or stream.name, error)
        yield Unreadable(source=stream.name, message=message, position=stream.position())


def _complaint(path: str, latest: str, error: BaseException) -> str:
    if isinstance(error, InputError):
        return str(error)
    if isinstance(error, FileNotFoundError):
        return "There is no such file or folder. Check the path."
    if isinstance(error, PermissionError):
        return "It may not be read. Change its permissions, or run as a user who may."
    after = f" after {latest}" if latest != path else ""
    if isinstance(error, OSError) and "requires too much memory" in str(error):
        return "It was packed with a long window. Unpack it (zstd -d --long=31) and name what that gives."
    reason = " ".join((getattr(error, "strerror", None) or str(error) or type(error).__name__).split())[:160]
    return f"It cannot be read any further{after} ({reason}). Fetch or pack it again; what came before was read."

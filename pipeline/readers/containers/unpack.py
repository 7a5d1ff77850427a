"""What a stream is packed in, and the streams in it, however deep."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from pipeline.readers.complaints import complaint
from pipeline.readers.containers.compressed import open_bzip2, open_gzip, open_xz, open_zstandard
from pipeline.readers.containers.tarred import open_tar
from pipeline.readers.containers.zipped import open_zip
from pipeline.readers.limits import MAX_DEPTH
from pipeline.readers.raw import Unreadable
from pipeline.readers.streams import ByteStream

Unpack = Callable[[ByteStream], Iterator[ByteStream | Unreadable]]

_ZIP_MARKS = (b"PK\x03\x04", b"PK\x05\x06")
_BZIP2_BLOCK = b"1AY&SY"
_TAR_MARK = slice(257, 262)
_ZIPPED_DOCUMENTS = {".docx", ".xlsx", ".pptx", ".odt", ".epub"}


def unpack(stream: ByteStream, depth: int = 0) -> Iterator[ByteStream | Unreadable]:
    """Yield the streams that are packed in a stream, or the stream itself where it is not packed.

    Where an archive breaks, an `Unreadable` says so; if it lies in another one, that is read on.
    """
    try:
        yield from _unpack(stream, depth)
    except Exception as error:  # what the libraries raise on a broken file has no end; the run goes on
        yield Unreadable(
            source=stream.name, message=complaint(stream.name, stream.name, error), position=stream.position()
        )


def _unpack(stream: ByteStream, depth: int) -> Iterator[ByteStream | Unreadable]:
    opener = _opener(stream)
    if opener is None:
        yield stream
    elif depth > MAX_DEPTH:
        message = f"It is packed more than {MAX_DEPTH} times over. Unpack it and name what is inside."
        yield Unreadable(source=stream.name, message=message, position=stream.position())
    else:
        for inner in opener(stream):
            yield from unpack(inner, depth + 1) if isinstance(inner, ByteStream) else [inner]


def _opener(stream: ByteStream) -> Unpack | None:
    """The first bytes tell, whatever the name says; the old form of tar has no mark but its name."""
    head = stream.head()
    for mark, opener in _MARKS:
        if head.startswith(mark):
            return opener
    if head.startswith(_ZIP_MARKS) or stream.suffix == ".zip":
        return None if _is_document(stream, head) else open_zip
    if head[4:10] == _BZIP2_BLOCK and head.startswith(b"BZh"):
        return open_bzip2
    if head[_TAR_MARK] == b"ustar" or (stream.suffix == ".tar" and head):
        return open_tar
    return None


def _is_document(stream: ByteStream, head: bytes) -> bool:
    """Word documents are zip archives as well; a .zip of no bytes is no archive."""
    return not head or stream.suffix in _ZIPPED_DOCUMENTS or (not stream.suffix and b"[Content_Types].xml" in head)


_MARKS: tuple[tuple[bytes, Unpack], ...] = (
    (b"\x1f\x8b", open_gzip),
    (b"\x28\xb5\x2f\xfd", open_zstandard),
    (b"\xfd7zXZ\x00", open_xz),
)

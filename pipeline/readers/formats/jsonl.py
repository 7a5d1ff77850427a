"""One JSON object a line (`.jsonl`), or one JSON text in a file of its own (`.json`)."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator

from pipeline.errors import InputError
from pipeline.readers.decoding import decode
from pipeline.readers.fields import FieldNames
from pipeline.readers.formats.json_array import read_json_array
from pipeline.readers.formats.lines import decoded_lines
from pipeline.readers.formats.records import RecordPlace, read_record
from pipeline.readers.raw import RawArticle, Unreadable
from pipeline.readers.streams import ByteStream, read_whole

_BLANK = "\ufeff \t\r\n\x00"


def read_jsonl(stream: ByteStream, names: FieldNames) -> Iterator[RawArticle | Unreadable]:
    """Read a stream line by line; a bad line is one `Unreadable`, the next line is read."""
    for number, line in enumerate(decoded_lines(stream), start=1):
        place = RecordPlace(stream=stream, source=f"{stream.name}#{number}", encoding=line.encoding)
        if line.error:
            yield place.unreadable(line.error)
        elif line.text.strip(_BLANK):
            yield _read_line(place, line.text, names)


def read_json(stream: ByteStream, names: FieldNames) -> Iterator[RawArticle | Unreadable]:
    """Read a file of JSON: an array of objects, one object, or an object a line whatever the name says."""
    head = stream.head().replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    if head.startswith(b"["):
        yield from read_json_array(stream, names)
    elif b"\n" not in head or _ends_an_object(head.partition(b"\n")[0]):
        yield from read_jsonl(stream, names)
    else:
        yield from _read_object(stream, names)


def _read_object(stream: ByteStream, names: FieldNames) -> Iterator[RawArticle | Unreadable]:
    """One object over several lines; where it is none, its lines are tried one by one."""
    data = read_whole(stream)
    try:
        decoded = decode(data)
        record = json.loads(decoded.text)
    except (InputError, ValueError, RecursionError):
        yield from read_jsonl(stream.within(io.BytesIO(data)), names)
        return
    yield read_record(RecordPlace(stream=stream, source=stream.name, encoding=decoded.encoding), record, names)


def _ends_an_object(line: bytes) -> bool:
    """Whether a first line is of a file with an object a line, if maybe a broken one."""
    return line.rstrip(b"\r\t ,").endswith(b"}")


def _read_line(place: RecordPlace, line: str, names: FieldNames) -> RawArticle | Unreadable:
    try:
        record = json.loads(line.strip(_BLANK))
    except (ValueError, RecursionError) as error:
        return place.unreadable(f"The line is no JSON ({error}). Mend it, or remove it from the dump.")
    return read_record(place, record, names)

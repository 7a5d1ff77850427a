"""One JSON object a line (`.jsonl`), or one file of JSON: an object, or an array of them (`.json`)."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator

from pipeline.errors import InputError
from pipeline.readers.decoding import decode, plausibility, wide_encoding
from pipeline.readers.fields import FieldNames, find_field, plain, require_text
from pipeline.readers.raw import RawArticle, Unreadable
from pipeline.readers.streams import ByteStream

_PEEK = 65_536
CLEAR = 0.6  # plausibility that needs no comparison with other encodings


def read_jsonl(stream: ByteStream, names: FieldNames) -> Iterator[RawArticle | Unreadable]:
    """Read a stream line by line; a bad line is one `Unreadable`, the next line is read."""
    for number, line in enumerate(_decoded_lines(stream), start=1):
        source = f"{stream.name}#{number}"
        if isinstance(line, InputError):
            yield Unreadable(source=source, message=str(line), position=stream.position())
        elif line[0].strip("\ufeff \t\r\n\x00"):
            yield _read_line(stream, source, *line, names)


def read_json(stream: ByteStream, names: FieldNames) -> Iterator[RawArticle | Unreadable]:
    """Read a whole file of JSON; where it is no single JSON text, its lines are tried one by one."""
    data = stream.handle.read()
    try:
        decoded = decode(data)
        content = json.loads(decoded.text)
    except (InputError, ValueError, RecursionError):
        yield from read_jsonl(stream.again(io.BytesIO(data)), names)
        return
    records = content if isinstance(content, list) else [content]
    for number, record in enumerate(records, start=1):
        source = stream.name if content is record else f"{stream.name}#{number}"
        yield _read_record(stream, source, record, decoded.encoding, names)


def _decoded_lines(stream: ByteStream) -> Iterator[tuple[str, str] | InputError]:
    """Yield every line with its encoding, or the error that says why it has none.

    Dumps joined from several sites change their encoding from line to line, so each line answers for itself; the
    encoding of the line before it is tried first.
    """
    wide = wide_encoding(stream.handle.peek(_PEEK)[:_PEEK])
    if wide:
        yield from _wide_lines(stream.handle, wide)
        return
    before = "utf-8"
    for line in stream.handle:
        decoded = _decoded_line(line, before)
        if not isinstance(decoded, InputError):
            before = decoded[1]
        yield decoded


def _wide_lines(handle: io.BufferedReader, encoding: str) -> Iterator[tuple[str, str] | InputError]:
    reader = io.TextIOWrapper(handle, encoding=encoding, errors="replace", newline="\n")
    try:
        for line in reader:
            broken = "\ufffd" in line
            yield InputError(f"It is no valid {encoding}. Save the file as UTF-8.") if broken else (line, encoding)
    finally:
        reader.detach()  # else the wrapper closes a handle that is not its own


def _decoded_line(line: bytes, before: str) -> tuple[str, str] | InputError:
    for encoding in ("utf-8", before):
        try:
            text = line.decode(encoding)
        except UnicodeDecodeError:
            continue
        if encoding == "utf-8" or plausibility(text) >= CLEAR:
            return text, encoding
    try:
        decoded = decode(line)
    except InputError as error:
        return error
    return decoded.text, decoded.encoding


def _read_line(stream: ByteStream, source: str, line: str, encoding: str, names: FieldNames) -> RawArticle | Unreadable:
    try:
        record = json.loads(line.strip("\ufeff \t\r\n"))
    except (ValueError, RecursionError) as error:
        message = f"The line is no JSON ({error}). Mend it, or remove it from the dump."
        return Unreadable(source=source, message=message, position=stream.position())
    return _read_record(stream, source, record, encoding, names)


def _read_record(
    stream: ByteStream, source: str, record: object, encoding: str, names: FieldNames
) -> RawArticle | Unreadable:
    if not isinstance(record, dict):
        message = f"It holds a {type(record).__name__}, not an object with fields. Write one object a line."
        return Unreadable(source=source, message=message, position=stream.position())
    try:
        return _to_raw(stream, source, record, encoding, names)
    except InputError as error:
        identifier = plain(record.get(names.id or "id"))
        return Unreadable(source=source, message=str(error), id=identifier, position=stream.position())


def _to_raw(stream: ByteStream, source: str, record: dict[str, object], encoding: str, names: FieldNames) -> RawArticle:
    published = find_field(record, "published", names)
    return RawArticle(
        source=source,
        text=_without_surrogates(require_text(record, names)),
        encoding=encoding,
        id=_without_surrogates(plain(find_field(record, "id", names))),
        title=_without_surrogates(plain(find_field(record, "title", names))),
        published=published if isinstance(published, str | int | float) else None,
        url=_without_surrogates(plain(find_field(record, "url", names))),
        publisher=_without_surrogates(plain(find_field(record, "publisher", names))),
        author=_without_surrogates(plain(find_field(record, "author", names))),
        position=stream.position(),
    )


def _without_surrogates(text: str) -> str:
    r"""Half an emoji (`"\ud83d"`) cannot be written anywhere: it becomes U+FFFD, one code point for one."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace") if _has_surrogate(text) else text


def _has_surrogate(text: str) -> bool:
    return not text.isascii() and any("\ud800" <= character <= "\udfff" for character in text)

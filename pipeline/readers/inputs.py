"""From what the user names (files, folders, `-`) to the articles in it, in an order that is always the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path, PurePosixPath

from pipeline.readers.fields import FieldNames
from pipeline.readers.jsonl import read_json, read_jsonl
from pipeline.readers.plain import read_plain
from pipeline.readers.raw import RawArticle, Unreadable
from pipeline.readers.streams import ARCHIVE_ERRORS, STANDARD_INPUT, ByteStream, is_hidden, open_streams

JSON_LINES = {".jsonl", ".jsonlines", ".ndjson"}
OTHER_FORMATS = {
    ".csv", ".tsv", ".xlsx", ".xls", ".parquet", ".html", ".htm", ".xml", ".pdf", ".doc", ".docx", ".rtf", ".odt",
    ".md", ".rst", ".py", ".yaml", ".yml", ".toml", ".png", ".jpg", ".jpeg", ".gif", ".mp4", ".mp3", ".exe", ".db",
    ".sqlite", ".7z", ".rar", ".tar", ".tgz", ".bz2", ".xz", ".zst", ".ann",
}  # fmt: skip


def find_files(paths: Sequence[str]) -> Iterator[str]:
    """Yield the files that the paths name; folders are walked, sorted by name, without hidden files."""
    for path in paths:
        folder = Path(path)
        if path != STANDARD_INPUT and folder.is_dir():
            inside = (p.relative_to(folder) for p in folder.rglob("*") if p.is_file())
            visible = sorted(p.as_posix() for p in inside if not is_hidden(PurePosixPath(p.as_posix())))
            yield from ((folder / name).as_posix() for name in visible)
        else:
            yield path


def total_bytes(paths: Sequence[str]) -> int | None:
    """Size of all files together, `None` where standard input is among them."""
    if STANDARD_INPUT in paths:
        return None
    files = (Path(path) for path in find_files(paths))
    return sum(file.stat().st_size for file in files if file.is_file())


def read_raw(paths: Sequence[str], names: FieldNames) -> Iterator[RawArticle | Unreadable]:
    """Read every article of the inputs in order; what cannot be read is an `Unreadable` in its place."""
    before = 0
    for path in find_files(paths):
        for found in _read_file(path, names):
            yield replace(found, position=before + found.position)
        file = Path(path)
        before += file.stat().st_size if path != STANDARD_INPUT and file.is_file() else 0


def _read_file(path: str, names: FieldNames) -> Iterator[RawArticle | Unreadable]:
    latest = path
    try:
        for stream in open_streams(path):
            latest = stream.name
            for found in _read_stream(stream, names):
                latest = found.source
                yield found
    except ARCHIVE_ERRORS as error:
        yield Unreadable(source=path, message=_complaint(path, latest, error))


def _complaint(path: str, latest: str, error: BaseException) -> str:
    if isinstance(error, FileNotFoundError):
        return "There is no such file or folder. Check the path."
    if isinstance(error, PermissionError):
        return "It may not be read. Change its permissions, or run as a user who may."
    after = f" after {latest}" if latest != path else ""
    reason = getattr(error, "strerror", None) or str(error) or type(error).__name__
    return f"It cannot be read any further{after} ({reason}). Fetch or pack it again; what came before was read."


def _read_stream(stream: ByteStream, names: FieldNames) -> Iterator[RawArticle | Unreadable]:
    suffix = PurePosixPath(stream.file_name.lower()).suffix
    if suffix in JSON_LINES:
        yield from read_jsonl(stream, names)
    elif suffix == ".json":
        yield from read_json(stream, names)
    elif suffix in OTHER_FORMATS:
        message = f"Files in {suffix} are not read. Convert it to .txt, or to .jsonl with the fields id and text."
        yield Unreadable(source=stream.name, message=message, position=stream.position())
    elif suffix != ".txt" and stream.handle.peek(64).lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        yield from read_jsonl(stream, names)
    else:
        yield from read_plain(stream)

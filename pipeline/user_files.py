"""CSV files by which a user tells the pipeline something: pinned by their hash, read with file and line."""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline.errors import ResourceError


@dataclass(frozen=True, slots=True)
class UserFile:
    """A file of the user's own, as it was when the command began: all processes of a run must read the same."""

    path: Path
    sha256: str

    def read_text(self) -> str:
        """Read it.

        Raises:
            ResourceError: it is no UTF-8, has gone or is another than at the beginning.
        """
        content = _bytes_of(self.path)
        if hashlib.sha256(content).hexdigest() != self.sha256:
            raise ResourceError(f"{self.path} was changed while it was in use. Give the same command again.")
        try:
            return content.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            line = content[: error.start].count(b"\n") + 1
            raise ResourceError(f"{self.path}: line {line}: no UTF-8. Save the file as CSV UTF-8.") from error


def user_file(path: Path) -> UserFile:
    """Take note of a file and of what is in it.

    Raises:
        ResourceError: it cannot be read.
    """
    return UserFile(path, hashlib.sha256(_bytes_of(path)).hexdigest())


def _bytes_of(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise ResourceError(f"{path}: {error.strerror or error}. Check the path.") from error


@dataclass(frozen=True, slots=True)
class Cells:
    """The cells of a line by column, stripped, the empty ones left out; `where` is its file and line."""

    by_column: Mapping[str, str]
    where: str


def read_cells(text: str, name: str, *, columns: Sequence[str], needed: Collection[str]) -> Iterator[Cells]:
    """Read the text of a CSV file whose columns are out of `columns` and have all of `needed`.

    Raises:
        ResourceError: no CSV, or other columns; the message names file and line.
    """
    reader = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    try:
        _check_header(reader.fieldnames or (), f"{name}: line 1", columns, needed)
        for row in reader:
            yield _cells(row, f"{name}: line {reader.line_num}")
    except csv.Error as error:
        where = f"{name}: line {reader.reader.line_num}"
        raise ResourceError(f"{where}: no CSV ({error}). Mend the quotation marks.") from error


def _check_header(header: Sequence[str], where: str, columns: Sequence[str], needed: Collection[str]) -> None:
    if len(header) == 1 and ";" in header[0]:
        raise ResourceError(f"{where}: the columns are parted by semicolons. Save the file as CSV with commas.")
    unknown, missing = sorted(set(header) - set(columns)), sorted(set(needed) - set(header))
    if unknown or missing:
        lists = (("unknown", unknown), ("missing", missing))
        wrong = [f"{word} columns: {', '.join(names)}" for word, names in lists if names]
        raise ResourceError(f"{where}: {'; '.join(wrong)}. The columns are: {', '.join(columns)}.")
    if len(set(header)) < len(header):
        raise ResourceError(f"{where}: a column is there twice. Name each column once.")


def _cells(row: Mapping[str | Any, Any], where: str) -> Cells:
    if None in row:
        raise ResourceError(f"{where}: more cells than columns. Quote cells that hold a comma.")
    stripped = {column: (cell or "").strip() for column, cell in row.items()}
    return Cells({column: cell for column, cell in stripped.items() if cell}, where)

"""Zip archives: members in the order of their names."""

from __future__ import annotations

import os
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import IO

from pipeline.readers.containers.budget import Budget, Metered
from pipeline.readers.containers.members import CLIMBS, climbs_out, russian_name
from pipeline.readers.containers.seekable import seekable
from pipeline.readers.raw import Unreadable
from pipeline.readers.streams import ByteStream, is_hidden

_ENCRYPTED = 0x1
_UTF8 = 0x800
_CANNOT = (OSError, EOFError, RuntimeError, NotImplementedError, zipfile.BadZipFile, zlib.error, ValueError)


def open_zip(stream: ByteStream) -> Iterator[ByteStream | Unreadable]:
    """Yield the members; one that cannot be opened is an `Unreadable` in its place."""
    with seekable(stream) as handle, zipfile.ZipFile(handle) as archive:
        size = handle.seek(0, os.SEEK_END)
        budget = Budget(lambda: size)
        members = sorted((info for info in archive.infolist() if not info.is_dir()), key=lambda info: info.filename)
        for info in members:
            name = russian_name(info.filename, utf8=bool(info.flag_bits & _UTF8))
            if climbs_out(name):
                yield _left_out(stream, name, CLIMBS)
            elif not is_hidden(PurePosixPath(name)):
                yield from _member(stream, archive, info, name, budget)


def _member(
    stream: ByteStream, archive: zipfile.ZipFile, info: zipfile.ZipInfo, name: str, budget: Budget
) -> Iterator[ByteStream | Unreadable]:
    if info.flag_bits & _ENCRYPTED:
        yield _left_out(stream, name, "It is protected by a password. Unpack the archive and name the files.")
        return
    try:
        member: IO[bytes] = archive.open(info)
    except _CANNOT as error:
        reason = str(error) or type(error).__name__
        yield _left_out(stream, name, f"It cannot be unpacked ({reason}). Pack the archive anew, in the usual way.")
        return
    with member:
        yield stream.within(Metered(member, budget), name)


def _left_out(stream: ByteStream, name: str, message: str) -> Unreadable:
    return Unreadable(source=f"{stream.name}!{name}", message=message, position=stream.position())

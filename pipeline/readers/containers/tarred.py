"""Tar archives, member by member as they lie there: an archive of any size is read in one go."""

from __future__ import annotations

import tarfile
from collections.abc import Iterator
from pathlib import PurePosixPath

from pipeline.readers.containers.budget import Budget, Metered
from pipeline.readers.containers.members import CLIMBS, climbs_out
from pipeline.readers.raw import Unreadable
from pipeline.readers.streams import ByteStream, is_hidden

_NO_FILE = "It is a link or a device within the archive, not a file. Pack the file itself."


def open_tar(stream: ByteStream) -> Iterator[ByteStream | Unreadable]:
    """Yield the members; links and devices are told, not followed."""
    budget = Budget(stream.handle.tell)
    with tarfile.open(fileobj=stream.handle, mode="r|") as archive:
        while (info := archive.next()) is not None:
            archive.members.clear()  # type: ignore[attr-defined]  # it keeps them all, however many there are
            path = PurePosixPath(info.name)
            if info.isdir() or (is_hidden(path) and not climbs_out(info.name)):
                continue
            member = archive.extractfile(info) if info.isreg() else None
            if member is None or climbs_out(info.name):
                message = CLIMBS if climbs_out(info.name) else _NO_FILE
                source = f"{stream.name}!{info.name}"
                yield Unreadable(source=source, message=message, position=stream.position())
            else:
                yield stream.within(Metered(member, budget), info.name)

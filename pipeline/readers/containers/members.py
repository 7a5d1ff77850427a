"""Which members of an archive are read, and under what name."""

from __future__ import annotations

from pathlib import PurePosixPath

from pipeline.readers.decoding import plausibility

CLIMBS = "Its name leads out of the archive ('..' or a path from the root), so it was left out. Pack the archive anew."


def climbs_out(name: str) -> bool:
    r"""`../../etc/passwd`, `/etc/passwd`, `C:\news.txt`: no honest archive holds such names."""
    path = PurePosixPath(name.replace("\\", "/"))
    return path.is_absolute() or ".." in path.parts or name[1:2] == ":"


def russian_name(name: str, *, utf8: bool) -> str:
    """A zip member's name: Russian Windows writes CP866, which the format takes for CP437 («ìÔ½Ó» for «новости»)."""
    if utf8 or name.isascii():
        return name
    try:
        russian = name.encode("cp437").decode("cp866")
    except UnicodeError:
        return name
    return russian if plausibility(russian) > plausibility(name) else name

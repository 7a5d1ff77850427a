"""What takes long to compile is compiled once: its bytes stay in the user's cache, under what it was made from.

A start that finds nothing there, may not write there or cannot read what is there compiles as if there were no cache.
`SVODKA_CACHE` names another folder; empty, it says that nothing is to be kept.
"""

from __future__ import annotations

import hashlib
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import TypeVar, cast

from platformdirs import user_cache_path

from pipeline.pickled import packed, unpacked

T = TypeVar("T")
VARIABLE = "SVODKA_CACHE"
_NEWEST = 4  # of one name: a user may have two versions and lexicons of their own


def kept(name: str, source: bytes, compile_it: Callable[[], T]) -> T:
    """What `compile_it` returns, from the cache if it was compiled from this before.

    Args:
        name: what it is, a word.
        source: all that it depends on, but for the code and its interpreter, which count anyway.
        compile_it: makes it; what it raises is raised here.
    """
    folder = cache_folder()
    if folder is None:
        return compile_it()
    path = folder / f"{name}-{_key(source)}.bin"
    if path.is_file() and _is_ours(folder):
        with suppress(Exception):  # a damaged pickle may raise anything
            return cast(T, unpacked(path.read_bytes()))
    made = compile_it()
    with suppress(OSError):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if _is_ours(folder):
            _keep(path, packed(made))
    return made


def cache_folder() -> Path | None:
    """Where compiled things lie, `None` where nothing is to be kept."""
    told = os.environ.get(VARIABLE)
    if told is not None:
        return Path(told) if told else None
    return user_cache_path("svodka", appauthor=False)


def _key(source: bytes) -> str:
    return hashlib.sha256(_code() + hashlib.sha256(source).digest()).hexdigest()[:24]


@cache
def _code() -> bytes:
    """The interpreter and our code: what it compiled to is of no use to another."""
    digest = hashlib.sha256(sys.version.encode())
    for path in sorted(Path(__file__).parent.rglob("*.py")):
        digest.update(path.read_bytes())
    return digest.digest()


def _is_ours(folder: Path) -> bool:
    """Reading them runs what they hold, so nobody else may have written them."""
    if not hasattr(os, "getuid"):
        return True  # Windows: the folder lies in the user's profile
    found = folder.stat()
    return found.st_uid == os.getuid() and not found.st_mode & 0o022


def _keep(path: Path, content: bytes) -> None:
    with tempfile.TemporaryDirectory(dir=path.parent) as folder:
        whole = Path(folder, path.name)
        whole.write_bytes(content)
        whole.replace(path)
    for old in _older(path):
        old.unlink(missing_ok=True)


def _older(path: Path) -> Iterator[Path]:
    name = path.name.rpartition("-")[0]
    files = sorted(path.parent.glob(f"{name}-*.bin"), key=lambda p: p.stat().st_mtime, reverse=True)
    yield from files[_NEWEST:]

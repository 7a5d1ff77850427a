"""Packages that are installed for other work: processes of our own do without them."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.abc import MetaPathFinder
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from importlib.machinery import ModuleSpec
    from types import ModuleType

# spaCy loads whichever of these is installed, torch for two to three seconds and 200 MB; our networks run without them.
NETWORK_LIBRARIES = ("torch", "tensorflow", "mxnet", "cupy")


class _Hidden(MetaPathFinder):
    """Says of some packages that they are not installed."""

    def __init__(self, names: frozenset[str]) -> None:
        self._names = names

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if fullname in self._names:
            raise ModuleNotFoundError(f"No module named {fullname!r}", name=fullname)
        return None


@contextmanager
def hidden_modules(*names: str) -> Iterator[None]:
    """Let packages that are not imported yet be missing, for those who would import them if they could.

    Who asks meanwhile goes without for good, so this is for processes of our own: workers and the command line.
    """
    hidden = _Hidden(frozenset(names))
    sys.meta_path.insert(0, hidden)
    try:
        yield
    finally:
        sys.meta_path.remove(hidden)

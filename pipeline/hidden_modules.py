"""What spaCy imports and a run does not need: processes of our own do without it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import ModuleType

# spaCy loads whichever of these is installed, torch for two to three seconds and 200 MB; our networks run without them.
_NETWORK_LIBRARIES = ("torch", "tensorflow", "mxnet", "cupy")
# Its command line, which it imports for one function that tells about the installation: 400 modules, half of its time.
_COMMANDS = ("spacy.cli", "spacy.cli.info")


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


class _StandIns(MetaPathFinder, Loader):
    """Gives an empty module in place of each of spaCy's commands."""

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        return ModuleSpec(fullname, self, is_package=True) if fullname in _COMMANDS else None

    def exec_module(self, module: ModuleType) -> None:
        module.__dict__["info"] = None


@contextmanager
def lean_spacy() -> Iterator[None]:
    """Let spaCy be imported without what a run does not need.

    Afterwards `import spacy.cli` imports its command line after all; `spacy.info` stays empty in this process.
    """
    stand_ins = _StandIns()
    sys.meta_path.insert(0, stand_ins)
    try:
        with hidden_modules(*_NETWORK_LIBRARIES):
            yield
    finally:
        sys.meta_path.remove(stand_ins)
        for name in _COMMANDS:
            if getattr(sys.modules.get(name), "__loader__", None) is stand_ins:
                del sys.modules[name]
        if "spacy" in sys.modules and _COMMANDS[0] not in sys.modules:
            vars(sys.modules["spacy"]).pop("cli", None)


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

"""Files that a run depends on: `models/`, beside the package or inside an installed wheel, and the user's own."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from pipeline.errors import ResourceError

_PACKAGE = Path(__file__).parent


@cache
def models_dir() -> Path:
    """Return the folder of lexicons and models.

    Raises:
        ResourceError: neither place holds it, so the installation is broken.
    """
    for folder in (_PACKAGE / "models", _PACKAGE.parent / "models"):
        if (folder / "ontology.yaml").is_file():
            return folder
    raise ResourceError(f"No models/ found beside or inside {_PACKAGE}. Reinstall svodka: its wheel carries models/.")


@cache
def models_fingerprint() -> str:
    """SHA-256 over the names and bytes of all files of `models/`, first 16 hex digits."""
    digest = hashlib.sha256()
    root = models_dir()
    for path in sorted(p for p in root.rglob("*") if p.is_file()):
        digest.update(path.relative_to(root).as_posix().encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


@cache
def reader_name() -> str:
    """Name of the shipped reader, which ends with the fingerprint of its weights, as rows of its making have it."""
    content = json.loads((models_dir() / "reader" / "config.json").read_text(encoding="utf-8"))
    return str(content["name"])


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


@cache
def package_version() -> str:
    """Version of the installed distribution, `0` where only the source tree is there."""
    from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415  (slow to import, seldom asked)

    try:
        return version("svodka")
    except PackageNotFoundError:
        return "0"


def read_sections(path: Path, known: Collection[str]) -> dict[str, Any]:
    """Read a YAML lexicon that must have exactly the `known` keys at its top.

    Raises:
        ResourceError: the file is no YAML, or a key is unknown or missing.
    """
    try:
        sections = yaml.safe_load(path.read_text(encoding="utf-8"))
    except yaml.YAMLError as error:
        raise ResourceError(f"{path}: no YAML ({error}). Mend the file.") from error
    found = set(sections) if isinstance(sections, dict) else set()
    if not isinstance(sections, dict) or found != set(known):
        unknown, missing = sorted(map(str, found - set(known))), sorted(set(known) - found)
        raise ResourceError(
            f"{path}: keys must be {', '.join(sorted(known))}; unknown: {unknown}, missing: {missing}. Mend the file."
        )
    return sections

"""Where `models/` lies: beside the package in a checkout, inside it in an installed wheel."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from pipeline.errors import ResourceError

_PACKAGE = Path(__file__).parent
YAML_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # libyaml, where PyYAML was built with it


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
        sections = yaml.load(path.read_text(encoding="utf-8"), Loader=YAML_LOADER)
    except yaml.YAMLError as error:
        raise ResourceError(f"{path}: no YAML ({error}). Mend the file.") from error
    found = set(sections) if isinstance(sections, dict) else set()
    if not isinstance(sections, dict) or found != set(known):
        unknown, missing = sorted(map(str, found - set(known))), sorted(set(known) - found)
        raise ResourceError(
            f"{path}: keys must be {', '.join(sorted(known))}; unknown: {unknown}, missing: {missing}. Mend the file."
        )
    return sections

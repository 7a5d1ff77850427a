"""The manifest of a run: which dumps it is over, how they are read, how far it is."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from pipeline.errors import OutputError
from pipeline.records.tables import SCHEMA_VERSION
from pipeline.resources import models_fingerprint, package_version
from pipeline.runner.inputs import InputFile
from pipeline.runner.settings import RunSettings
from pipeline.writers.outputs import write_json

Pinned = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """One dump: what a command has named, its files, and the shards it became.

    Attributes:
        first_shard: number of its first shard in the run.
        shards: how many they are; `None` until all are read.
        articles: how many were read; 0 until then.
    """

    inputs: tuple[str, ...]
    files: tuple[InputFile, ...]
    first_shard: int
    shards: int | None = None
    articles: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """All that decides about the tables, and how far the run is.

    Attributes:
        reading: what decides about each article: version, models, settings of reading.
        tables: what decides about the tables alone: formats, the user's decisions.
        batches: the dumps, in the order in which they were added; only the last may be unread.
        report: `run.json` of the finished run; `None` while the tables are not those of all batches.
    """

    reading: Pinned
    tables: Pinned
    batches: tuple[Batch, ...]
    report: Pinned | None = None

    @property
    def shards(self) -> int:
        """Shards of all batches that are read."""
        return sum(batch.shards or 0 for batch in self.batches)

    def save(self, path: Path) -> None:
        """Write it whole.

        Raises:
            OutputError: the disk refuses.
        """
        write_json(path, asdict(self))


def load_manifest(path: Path) -> Manifest | None:
    """Read a manifest; `None` if there is none.

    Raises:
        OutputError: it is damaged or of another version of svodka.
    """
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        batches = tuple(_batch(each) for each in content.pop("batches"))
        return Manifest(batches=batches, **content)
    except FileNotFoundError:
        return None
    except (ValueError, KeyError, TypeError) as error:
        raise OutputError(f"{path} cannot be read ({error}). Give the same command with --restart.") from error


def _batch(content: dict[str, Any]) -> Batch:
    files = tuple(InputFile(**file) for file in content.pop("files"))
    return Batch(files=files, inputs=tuple(content.pop("inputs")), **content)


def pin_reading(settings: RunSettings) -> Pinned:
    """What decides about each article."""
    return {
        "svodka": package_version(),
        "schema version": SCHEMA_VERSION,
        "models": models_fingerprint(),
        "published": settings.published.isoformat() if settings.published else None,
        "fields": {key: value for key, value in asdict(settings.names).items() if value},
        "gazetteers": [file.sha256 for file in settings.gazetteers],
        "ontologies": [file.sha256 for file in settings.ontologies],
        "careful": settings.careful,
        "near duplicates": settings.near_duplicates,
    }


def pin_tables(settings: RunSettings) -> Pinned:
    """What decides about the tables alone: articles need not be read again for it."""
    return {
        "same": [file.sha256 for file in settings.decisions],
        "review": [file.sha256 for file in settings.reviews],
        "formats": list(settings.formats),
    }

"""What a run is asked to do, and what it did."""

from __future__ import annotations

import datetime as dt
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from pipeline.readers.fields import FieldNames
from pipeline.records.merged import DecisionOutcome
from pipeline.user_files import UserFile

DEFAULT_FORMATS = ("csv", "parquet", "sqlite")


@dataclass(frozen=True, slots=True, kw_only=True)
class RunSettings:
    """What the user asked for.

    Attributes:
        inputs: files, folders, `-`.
        out: folder of the tables.
        published: day of publication of articles that tell none.
        formats: names known to `pipeline.writers.outputs`.
        gazetteers: the user's own files of names.
        decisions: the user's own files of who is the same.
        force: write into a folder although it holds files of the same names that no run wrote.
    """

    inputs: tuple[str, ...]
    out: Path
    workers: int = 1
    names: FieldNames = field(default_factory=FieldNames)
    published: dt.date | None = None
    formats: tuple[str, ...] = DEFAULT_FORMATS
    gazetteers: tuple[UserFile, ...] = ()
    decisions: tuple[UserFile, ...] = ()
    force: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far the map pass is.

    `position` and `total` are bytes of input, `total` is `None` where standard input is among the inputs.
    """

    articles: int
    rejected: int
    position: int
    total: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RunReport:
    """What a run did: `statuses` articles by status, `rows` rows by table, `seconds` by stage.

    `models` is the fingerprint of all of `models/`, `reader` the name of the trained reader, which holds its own,
    `decisions` what became of the lines of the user's decisions.
    """

    settings: RunSettings
    version: str
    schema_version: str
    models: str
    reader: str
    articles_read: int
    statuses: dict[str, int]
    rejected: int
    rows: dict[str, int]
    seconds: dict[str, float]
    decisions: tuple[DecisionOutcome, ...] = ()

    @property
    def written(self) -> int:
        """Articles of status ok and duplicate."""
        return self.statuses.get("ok", 0) + self.statuses.get("duplicate", 0)

    @property
    def balanced(self) -> bool:
        """Whether every article read is either written or rejected, with a row in `documents`."""
        complete = self.rows.get("documents", 0) == self.articles_read
        return complete and self.articles_read == self.written + self.rejected

    def as_json(self) -> dict[str, Any]:
        """The content of `run.json`."""
        asked = self.settings
        total = self.seconds.get("total", 0.0)
        return {
            "svodka": self.version,
            "schema_version": self.schema_version,
            "models_fingerprint": self.models,
            "reader": self.reader,
            "settings": {
                "inputs": list(asked.inputs),
                "out": asked.out.as_posix(),
                "workers": asked.workers,
                "formats": list(asked.formats),
                "published": asked.published.isoformat() if asked.published else None,
                "gazetteers": [_pinned(file) for file in asked.gazetteers],
                "same": [_pinned(file) for file in asked.decisions],
                "fields": {
                    role: getattr(asked.names, role)
                    for role in ("id", "text", "title", "published", "url")
                    if getattr(asked.names, role)
                },
            },
            "articles": {
                "read": self.articles_read,
                "written": self.written,
                "rejected": self.rejected,
                "by_status": self.statuses,
            },
            "rows": self.rows,
            "decisions": [asdict(each) for each in self.decisions],
            "seconds": {stage: round(seconds, 3) for stage, seconds in self.seconds.items()},
            "articles_per_second": round(self.articles_read / total, 2) if total else 0.0,
        }


def _pinned(file: UserFile) -> dict[str, str]:
    return {"path": file.path.as_posix(), "sha256": file.sha256}

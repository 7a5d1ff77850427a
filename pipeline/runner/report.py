"""What a run did: the content of `run.json`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from pipeline.records.merged import DecisionOutcome
from pipeline.records.notebook import card
from pipeline.runner.manifest import Batch
from pipeline.runner.settings import RunSettings
from pipeline.user_files import UserFile


@dataclass(frozen=True, slots=True, kw_only=True)
class RunReport:
    """What a run did: `statuses` articles by status, `rows` rows by table, `seconds` by stage.

    `models` is the fingerprint of all of `models/`, `reader` the name of the trained reader, which holds its own,
    `decisions` what became of the lines of the user's decisions, `speed` articles a second of those that were read
    now, `remarked` articles of which something was not understood, `kept` articles that an interrupted run had read,
    `deaths` worker processes lost, `dumps` all that was read.
    `finished_before` says that there was nothing to do.
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
    remarked: int = 0
    decisions: tuple[DecisionOutcome, ...] = ()
    speed: float = 0.0
    kept: int = 0
    deaths: int = 0
    dumps: tuple[Batch, ...] = ()
    finished_before: bool = False

    @property
    def written(self) -> int:
        """Articles of status ok and duplicate."""
        return self.statuses.get("ok", 0) + self.statuses.get("duplicate", 0)

    @property
    def balanced(self) -> bool:
        """Whether every article read is either written or rejected, with a row in `documents`."""
        complete = self.rows.get("documents", 0) == self.articles_read
        return complete and self.articles_read == self.written + self.rejected

    def _repr_html_(self) -> str:
        """How a notebook shows it."""
        counts = {"articles read": self.articles_read, "written": self.written, "rejected": self.rejected}
        counts |= {f"rows of {name}": count for name, count in self.rows.items()}
        aside = sum(each.outcome == "left aside" for each in self.decisions)
        decided = f"{len(self.decisions) - aside} followed, {aside} left aside" if self.decisions else ""
        facts = [(name, str(count)) for name, count in counts.items()]
        facts += [("decisions", decided), ("seconds", f"{self.seconds.get('total', 0.0):.1f}")]
        return card(f"svodka {self.version}", [*facts, ("tables", self.settings.out.as_posix())])

    def as_json(self) -> dict[str, Any]:
        """The content of `run.json`."""
        asked = self.settings
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
                "careful": asked.careful,
                "near_duplicates": asked.near_duplicates,
                "article_limits": asdict(asked.limits),
                "published": asked.published.isoformat() if asked.published else None,
                "gazetteers": [_pinned(file) for file in asked.gazetteers],
                "ontologies": [_pinned(file) for file in asked.ontologies],
                "same": [_pinned(file) for file in asked.decisions],
                "review": [_pinned(file) for file in asked.reviews],
                "fields": {
                    role: getattr(asked.names, role)
                    for role in ("id", "text", "title", "published", "url", "publisher", "author")
                    if getattr(asked.names, role)
                },
            },
            "articles": {
                "read": self.articles_read,
                "written": self.written,
                "rejected": self.rejected,
                "remarked": self.remarked,
                "by_status": self.statuses,
            },
            "rows": self.rows,
            "decisions": [asdict(each) for each in self.decisions],
            "seconds": {stage: round(seconds, 3) for stage, seconds in self.seconds.items()},
            "articles_per_second": round(self.speed, 2),
            "kept_from_before": self.kept,
            "processes_lost": self.deaths,
            "dumps": [_dump(batch) for batch in self.dumps],
        }


def _pinned(file: UserFile) -> dict[str, str]:
    return {"path": file.path.as_posix(), "sha256": file.sha256}


def _dump(batch: Batch) -> dict[str, Any]:
    return {"inputs": list(batch.inputs), "articles": batch.articles, "files": [asdict(file) for file in batch.files]}


def report_of(settings: RunSettings, content: Mapping[str, Any], *, finished_before: bool) -> RunReport:
    """The report that a finished run has left."""
    articles = content["articles"]
    return RunReport(
        settings=settings, version=content["svodka"], schema_version=content["schema_version"],
        models=content["models_fingerprint"], reader=content["reader"], articles_read=articles["read"],
        statuses=articles["by_status"], rejected=articles["rejected"], rows=content["rows"],
        seconds=content["seconds"], speed=content["articles_per_second"], kept=articles["read"],
        finished_before=finished_before,
    )  # fmt: skip

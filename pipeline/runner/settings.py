"""What a run is asked to do."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from pipeline.readers.fields import FieldNames
from pipeline.runner.limits import Limits
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
        ontologies: the user's own files of event types.
        careful: whether the larger network for events reads every sentence as well.
        decisions: the user's own files of who is the same.
        reviews: the user's own files of decisions on single records.
        force: write into a folder although it holds files of the same names that no run wrote.
        add: read what the run in `out` has not read yet and extend its tables.
        restart: forget the run in `out` and read everything anew.
        engine: what runs the shards: processes of this machine, or a Dask cluster.
        scheduler: address of the Dask scheduler; empty for a cluster on this machine.
        limits: what one article may take.
        near_duplicates: share of words in common from which an article counts as a reprint; 0 is off.
    """

    inputs: tuple[str, ...]
    out: Path
    workers: int = 1
    names: FieldNames = field(default_factory=FieldNames)
    published: dt.date | None = None
    formats: tuple[str, ...] = DEFAULT_FORMATS
    gazetteers: tuple[UserFile, ...] = ()
    ontologies: tuple[UserFile, ...] = ()
    careful: bool = True
    decisions: tuple[UserFile, ...] = ()
    reviews: tuple[UserFile, ...] = ()
    force: bool = False
    add: bool = False
    restart: bool = False
    engine: Literal["local", "dask"] = "local"
    scheduler: str = ""
    limits: Limits = field(default_factory=Limits)
    near_duplicates: float = 0.0

"""The folder of a run: whose tables lie there, what the runner keeps beside them, and that only one run writes."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from pipeline.errors import OutputError
from pipeline.runner.parts import Parts
from pipeline.writers.outputs import FORMATS, cannot_write, written_files

KEPT = ".svodka"


@dataclass(frozen=True, slots=True)
class RunFolder:
    """What lies in the hidden folder beside the tables."""

    path: Path

    @property
    def manifest(self) -> Path:
        """Inputs, settings, how far the run is."""
        return self.path / "manifest.json"

    @property
    def seen(self) -> Path:
        """Ids and texts that were read."""
        return self.path / "seen.sqlite"

    @property
    def parts(self) -> Parts:
        """What was found in the articles."""
        return Parts(self.path / "parts")

    @property
    def merge(self) -> Path:
        """Room for the merge; empty between runs."""
        return self.path / "merge"


@contextmanager
def opened_folder(out: Path, *, force: bool, restart: bool) -> Iterator[RunFolder]:
    """Make the output folder and hold it against other runs.

    Args:
        out: where the tables go.
        force: take it although it holds files under our names that no run wrote.
        restart: forget what an earlier run has kept.

    Raises:
        OutputError: it cannot be written, holds a stranger's files, or another run writes there.
    """
    folder = RunFolder(out / KEPT)
    try:
        out.mkdir(parents=True, exist_ok=True)
        _refuse_strangers(out, force=force)
        folder.path.mkdir(exist_ok=True)
    except OSError as error:
        raise cannot_write(out, error) from error
    with _locked(folder.path / "lock", out):
        if restart:
            folder.manifest.unlink(missing_ok=True)  # first, so that the rest is nobody's if this is interrupted
            folder.seen.unlink(missing_ok=True)
            shutil.rmtree(folder.path / "parts", ignore_errors=True)
        shutil.rmtree(folder.merge, ignore_errors=True)
        yield folder


def _refuse_strangers(out: Path, *, force: bool) -> None:
    tables = [path for name in FORMATS for path in written_files(out, name)]
    ours = [*tables, *(out / name for name in ("datapackage.json", "metadata.json", "rejected.jsonl"))]
    known = (out / "run.json").exists() or (out / KEPT).exists()
    strangers = [] if known else [path.relative_to(out) for path in ours if path.exists()]
    if strangers and not force:
        raise OutputError(
            f"{out} holds {strangers[0]}, and no run.json says that svodka wrote it. "
            "Choose another folder with --out, or overwrite with --force."
        )


@contextmanager
def _locked(path: Path, out: Path) -> Iterator[None]:
    """Hold a lock that the system gives back however this process ends."""
    try:
        import fcntl  # noqa: PLC0415  (there is none on Windows)
    except ImportError:
        yield
        return
    with path.open("wb") as handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise OutputError(f"Another run is writing to {out}. Wait for it or choose another --out.") from error
        yield

"""The folder of a report appears whole or not at all, and replaces nothing but an earlier report."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pipeline.errors import OutputError
from pipeline.writers.base import temporary

MARK = "svodka-report.txt"
_ASSETS = Path(__file__).parent / "assets"


@contextmanager
def replaced_folder(folder: Path) -> Iterator[Path]:
    """Yield a new folder beside `folder` that takes its place if nothing is raised.

    Raises:
        OutputError: something else stands there, or the disk refuses.
    """
    if folder.exists() and not (folder / MARK).is_file() and (not folder.is_dir() or any(folder.iterdir())):
        raise OutputError(f"{folder} is there and is no report of svodka. Choose another folder with --to.")
    part = temporary(folder)
    try:
        shutil.rmtree(part, ignore_errors=True)
        part.mkdir(parents=True)
        (part / MARK).write_text("A report made by svodka; the next one takes its place.\n", encoding="utf-8")
        yield part
        shutil.rmtree(folder, ignore_errors=True)
        part.replace(folder)
    except OSError as error:
        reason = error.strerror or str(error)
        raise OutputError(f"Cannot write {folder}: {reason}. Free space or choose another --to.") from error
    finally:
        shutil.rmtree(part, ignore_errors=True)


def copy_assets(folder: Path) -> None:
    """Put scripts, styles and licences into the report; the map's outline goes as data (`outline`)."""
    shutil.copytree(_ASSETS, folder / "assets", ignore=shutil.ignore_patterns("world.json"))


def outline() -> str:
    """The outlines of countries as GeoJSON."""
    return (_ASSETS / "vendor" / "world.json").read_text(encoding="utf-8")

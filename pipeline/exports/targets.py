"""The targets of `svodka export` by name; each lives in a module that is imported when it is asked for."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.errors import InputError
from pipeline.exports.base import Exported
from pipeline.extras import need_extra
from pipeline.loading.finished_run import FinishedRun, open_run
from pipeline.writers.outputs import FORMATS, cannot_write, write_companions

Export = Callable[..., Exported]


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """An export: `function` of `module` writes it, `needs` are packages that the extra of its name brings.

    `options` are those of `export_run` that it takes.
    """

    module: str
    function: str = "export"
    needs: tuple[str, ...] = ()
    options: tuple[str, ...] = ()


TARGETS: dict[str, Target] = {
    "csv": Target(module="pipeline.exports.copies", function="export_csv"),
    "spreadsheet": Target(module="pipeline.exports.copies", function="export_spreadsheet"),
    "parquet": Target(module="pipeline.exports.copies", function="export_parquet"),
    "sqlite": Target(module="pipeline.exports.copies", function="export_sqlite"),
    "jsonl": Target(module="pipeline.exports.jsonl"),
    "ftm": Target(module="pipeline.exports.ftm.export", needs=("followthemoney",)),
    "graph": Target(module="pipeline.exports.graph"),
    "rdf": Target(module="pipeline.exports.rdf.export", needs=("pyoxigraph",), options=("base",)),
    "xlsx": Target(module="pipeline.exports.xlsx", needs=("xlsxwriter",)),
}


def export_run(out: Path, targets: Sequence[str], *, into: Path | None = None, base: str = "") -> dict[str, Exported]:
    """Write a finished run for other programs.

    Args:
        out: the folder of the run.
        targets: names of `TARGETS`.
        into: where the files go; the run's own folder if not given.
        base: beginning of the IRIs of rdf.

    Returns:
        What was written, by target.

    Raises:
        InputError: an unknown target, no run in `out`, or a package is missing.
        OutputError: the disk refuses.
    """
    check_targets(targets)
    run, folder = open_run(out), into or out
    for name in targets:
        need_extra(f"The export to {name}", name, *TARGETS[name].needs)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        given = {"base": base}
        exported = {name: _export(TARGETS[name], run, folder, given) for name in targets}
        _describe_tables(run, folder, targets)
        return exported
    except OSError as error:
        raise cannot_write(folder, error, option="--into") from error


def _describe_tables(run: FinishedRun, folder: Path, targets: Sequence[str]) -> None:
    """The files that lie beside tables, where a target wrote tables."""
    copied = [name for name in targets if name in FORMATS]
    if copied:
        beside = run.summary["settings"]["formats"] if folder.resolve() == run.path.resolve() else []
        write_companions(folder, [*copied, *beside])


def check_targets(targets: Sequence[str]) -> None:
    """See that every target is known.

    Raises:
        InputError: one is not, or none is named.
    """
    unknown = [name for name in targets if name not in TARGETS]
    if unknown or not targets:
        problem = f"There is no export to {unknown[0]!r}." if unknown else "Say what to export to."
        raise InputError(f"{problem} Choose from {', '.join(TARGETS)}: svodka export OUT --to jsonl")


def _export(target: Target, run: FinishedRun, folder: Path, given: dict[str, str]) -> Exported:
    write: Export = getattr(importlib.import_module(target.module), target.function)
    return write(run, folder, **{name: given[name] for name in target.options})

"""What is to be done in a folder that may hold a run already: begin, go on, add a dump, write tables anew, nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from pipeline.errors import OutputError
from pipeline.runner.inputs import InputFile
from pipeline.runner.manifest import Batch, Manifest, Pinned, pin_reading, pin_tables
from pipeline.runner.settings import RunSettings

_SHOWN = 5  # differences that a message lists


@dataclass(frozen=True, slots=True)
class Plan:
    """The manifest to go on with, and whether all of it is done already."""

    manifest: Manifest
    done: bool = False


def make_plan(settings: RunSettings, files: Sequence[InputFile], before: Manifest | None) -> Plan:
    """Compare what is asked for with what the folder holds.

    Args:
        settings: what is asked for.
        files: the files that its inputs name.
        before: the manifest in the folder, if any.

    Raises:
        OutputError: the folder holds a run over other files or with other settings; says what differs and what to type.
    """
    reading, tables = pin_reading(settings), pin_tables(settings)
    if before is None:
        batch = Batch(inputs=settings.inputs, files=tuple(files), first_shard=0)
        return Plan(Manifest(reading=reading, tables=tables, batches=(batch,)))
    differences = list(_other_settings(before.reading, reading))
    if differences:
        raise _differs(settings, differences, "Give the same settings to go on")
    last = before.batches[-1]
    if last.shards is None:
        return Plan(replace(before, tables=tables, report=None, batches=_same_batch(settings, before, files)))
    batches = _with_new_files(settings, before, files)
    changed = len(batches) > len(before.batches) or tables != before.tables or not _tables_are_there(settings)
    manifest = replace(before, tables=tables, batches=batches, report=None if changed else before.report)
    return Plan(manifest, done=manifest.report is not None)


def _same_batch(settings: RunSettings, before: Manifest, files: Sequence[InputFile]) -> tuple[Batch, ...]:
    """The batches, if what is asked for is the last of them, which was interrupted."""
    read = _by_path(before.batches[:-1])
    wanted = [file for file in files if file.is_stream or read.get(file.path) != file]
    differences = list(_other_files(_by_path(before.batches[-1:]), wanted))
    if differences:
        named = " ".join(before.batches[-1].inputs)
        raise _differs(settings, differences, f"To go on give the inputs that were interrupted ({named})")
    return before.batches


def _with_new_files(settings: RunSettings, before: Manifest, files: Sequence[InputFile]) -> tuple[Batch, ...]:
    """The batches with those files that none of them holds, if they are to be added."""
    read = _by_path(before.batches)
    new = [file for file in files if file.is_stream or file.path not in read]
    known = [file for file in files if not file.is_stream and file.path in read]
    changed = [f"{file.path} has other bytes than before" for file in known if read[file.path] != file]
    gone = _gone(before, settings.inputs, files)
    if changed or gone:
        raise _differs(settings, [*changed, *gone], "Put the former files back to keep the tables")
    if not new:
        return before.batches
    if not settings.add:
        names = [f"{file.path} is not among what was read" for file in new]
        raise _differs(settings, names, "Add --add to read it and extend the tables")
    return (*before.batches, Batch(inputs=settings.inputs, files=tuple(new), first_shard=before.shards))


def _gone(before: Manifest, inputs: Sequence[str], files: Sequence[InputFile]) -> list[str]:
    """Files of a dump that the same inputs name no more."""
    there = {file.path for file in files}
    return [
        f"{file.path} is no longer there"
        for batch in before.batches
        if batch.inputs == tuple(inputs)
        for file in batch.files
        if file.path not in there
    ]


def _other_settings(before: Pinned, now: Pinned) -> Iterator[str]:
    for key in dict.fromkeys((*before, *now)):
        was, is_now = before.get(key), now.get(key)
        if was != is_now:
            yield _asked(was, is_now) if key == "careful" else f"{key}: was {_shown(was)}, now {_shown(is_now)}"


def _asked(was: object, is_now: object) -> str:
    """By the option that says so."""
    return f"--{'careful' if was else 'quick'} before, --{'careful' if is_now else 'quick'} now"


def _other_files(before: dict[str, InputFile], now: Sequence[InputFile]) -> Iterator[str]:
    there = {file.path: file for file in now}
    for path in dict.fromkeys((*before, *there)):
        if path not in there:
            yield f"{path} is missing"
        elif path not in before:
            yield f"{path} was not there"
        elif before[path] != there[path]:
            yield f"{path} has other bytes than before"


def _by_path(batches: Iterable[Batch]) -> dict[str, InputFile]:
    return {file.path: file for batch in batches for file in batch.files}


def _shown(value: object) -> str:
    if isinstance(value, Mapping) and value:  # the named fields: «text=body, id=uri»
        return ", ".join(f"{key}={each}" for key, each in value.items())
    return "none" if value in (None, [], {}, ()) else str(value)


def _tables_are_there(settings: RunSettings) -> bool:
    return (settings.out / "run.json").exists() and (settings.out / "datapackage.json").exists()


def _differs(settings: RunSettings, differences: Sequence[str], instead: str) -> OutputError:
    more = f"; and {len(differences) - _SHOWN} more" if len(differences) > _SHOWN else ""
    return OutputError(
        f"{settings.out} holds a run over other input or with other settings: {'; '.join(differences[:_SHOWN])}{more}. "
        f"{instead}, add --restart to read everything anew, or choose another --out."
    )

"""What an export hands back, and what it asks of the machine."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path

from pipeline.errors import InputError


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """What was written.

    Attributes:
        files: where it lies.
        written: how many of what, as the target counts: rows, entities, statements.
        notes: sentences that the user must know, of anything that the target could not take as it is.
    """

    files: tuple[Path, ...]
    written: dict[str, int]
    notes: tuple[str, ...] = field(default=())


def need_extra(target: str, extra: str, modules: Iterable[str]) -> None:
    """See that the packages of an extra are installed.

    Raises:
        InputError: one is not; the message names the extra.
    """
    missing = [name for name in modules if find_spec(name) is None]
    if missing:
        raise InputError(
            f"The export to {target} needs {' and '.join(missing)}. Install the extra: pip install 'svodka[{extra}]', "
            f"in a checkout: uv sync --extra {extra}"
        )


def plain_number(value: float) -> str:
    """A number as the CSV tables write it, whatever format it was read from: `0.9803`."""
    return f"{value:.6g}"

"""What an export hands back."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path


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

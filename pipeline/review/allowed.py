"""Which records can be reviewed, which of their cells corrected, and with which values."""

from __future__ import annotations

from pipeline.events.ontology_files import default_ontology
from pipeline.records.edtf import is_valid
from pipeline.records.tables.entities import TENURES
from pipeline.records.tables.events import PHASES, STATUSES

REVIEWED = ("events", "quotes", "positions", "relations")
CORRECTABLE: dict[str, tuple[str, ...]] = {
    "events": ("type", "status", "phase", "date", "place", "participants"),
    "quotes": ("speaker",),
    "positions": ("position", "tenure", "since", "until"),
}
_DATES = {"date", "since", "until"}
_FILLED = {"type", "status", "position", "tenure"}
_VALUES = {"status": STATUSES, "phase": PHASES, "tenure": TENURES}


def fault_of_value(table: str, column: str, value: str) -> tuple[str, str] | None:
    """What is wrong with a value and what to write instead, `None` where nothing is."""
    if not value:
        return ("empty", f"A cell {column} of {table} cannot be empty") if column in _FILLED else None
    allowed = tuple(default_ontology().types) if column == "type" else _VALUES.get(column)
    if allowed and value not in allowed:
        return f"unknown {column} {value!r}", f"Choose {', '.join(allowed)}"
    if column in _DATES and not is_valid(value):
        return f"{value!r} is no date in EDTF", "Write 2024-03-11, 2024-03, 2024 or 2024-03-11/2024-03-14"
    return None

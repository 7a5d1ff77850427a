"""Floors: the figures reached on a corpus, pinned so that no later change lowers them unseen."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from pathlib import Path

from pipeline.errors import InputError, OutputError
from pipeline.evaluation.evaluate import Evaluation

STEP = 100  # floors are hundredths, rounded down


@dataclass(frozen=True, slots=True, kw_only=True)
class Breach:
    """A figure below its floor."""

    figure: str
    floor: float
    reached: float


def load_floors(path: Path) -> dict[str, dict[str, float]]:
    """Read floors: digest of a corpus -> figure -> floor.

    Raises:
        InputError: the file cannot be read or is no such table.
    """
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        return {digest: {name: float(x) for name, x in floors.items()} for digest, floors in content.items()}
    except (OSError, ValueError, AttributeError) as error:
        raise InputError(f"{path} holds no floors ({error}). Pin them with `svodka evaluate --pin`.") from error


def find_breaches(evaluation: Evaluation, floors: dict[str, dict[str, float]]) -> list[Breach]:
    """Figures below their floor; a figure that is gone counts as 0.

    Raises:
        InputError: no floors were pinned for this corpus, or its annotation has changed since.
    """
    if evaluation.digest not in floors:
        raise InputError(
            f"No floors for the corpus {evaluation.digest}: it is another one, or its annotation has changed. "
            "Pin floors for it with `svodka evaluate --pin`."
        )
    reached = evaluation.figures()
    return [
        Breach(figure=name, floor=floor, reached=reached.get(name, 0.0))
        for name, floor in floors[evaluation.digest].items()
        if reached.get(name, 0.0) < floor
    ]


def pin_floors(evaluation: Evaluation, path: Path, *, lower: bool = False) -> dict[str, float]:
    """Write the figures reached as floors of this corpus, rounded down; floors of other corpora stay.

    Raises:
        OutputError: a floor would go down and `lower` was not asked for.
    """
    floors = load_floors(path) if path.exists() else {}
    pinned = {name: math.floor(round(figure * STEP, 6)) / STEP for name, figure in evaluation.figures().items()}
    old = floors.get(evaluation.digest, {})
    fallen = [
        f"{name} {floor} -> {pinned.get(name, 0.0)}" for name, floor in old.items() if pinned.get(name, 0.0) < floor
    ]
    if fallen and not lower:
        raise OutputError(f"Floors would go down: {', '.join(fallen)}. If that is meant, say so with --lower.")
    floors[evaluation.digest] = pinned
    path.write_text(json.dumps(floors, indent=1) + "\n", encoding="utf-8")
    return pinned

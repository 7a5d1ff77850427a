"""slovnet's networks as onnxruntime runs them: the graphs of `models/slovnet` and what their numbers mean."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from pydantic import BaseModel, ConfigDict

from pipeline.resources import models_dir

LABELS_FILE = "labels.json"
Arrays = dict[str, NDArray[Any]]


class SlovnetLabels(BaseModel):
    """Content of `labels.json`: vocabularies in the order of slovnet's numbers.

    Attributes:
        shapes: of words, such as `RU_Xx`.
        tags: of morphology, such as `NOUN|Animacy=Anim|Case=Nom`.
        names: BIO labels.
        relations: of syntax.
        transitions: score of each name label (row) being followed by each (column).
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    shapes: tuple[str, ...]
    tags: tuple[str, ...]
    names: tuple[str, ...]
    relations: tuple[str, ...]
    transitions: tuple[tuple[float, ...], ...]


@cache
def labels() -> SlovnetLabels:
    """The vocabularies, read once."""
    return SlovnetLabels.model_validate_json((_folder() / LABELS_FILE).read_text(encoding="utf-8"))


def run_graph(name: str, inputs: Arrays) -> Arrays:
    """Run one of the graphs; outputs by their names."""
    session, outputs = _session(name)
    return dict(zip(outputs, session.run(outputs, inputs), strict=True))


@cache
def transitions() -> NDArray[np.float32]:
    """`SlovnetLabels.transitions` as an array."""
    return np.array(labels().transitions, dtype=np.float32)


def open_graph(graph: str | bytes) -> Any:
    """A graph, by its path or its content, ready to run: on one thread a worker, so that results are the same.

    Without an arena of its own each graph gives back what the longest article has taken: some 50 MB a worker, in the
    same time.
    """
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.enable_cpu_mem_arena = False
    return onnxruntime.InferenceSession(graph, options, providers=["CPUExecutionProvider"])


@cache
def _session(name: str) -> tuple[Any, list[str]]:
    session = open_graph(str(_folder() / f"{name}.onnx"))
    return session, [output.name for output in session.get_outputs()]


def _folder() -> Path:
    return models_dir() / "slovnet"

"""A trained reader as two ONNX graphs: windows to spans, pairs of spans to relations."""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor, nn

from pipeline.training.network import Reader

OPSET = 17


class _Spans(nn.Module):
    def __init__(self, model: Reader) -> None:
        super().__init__()
        self.model = model

    def forward(self, ids: Tensor, vectors: Tensor, extras: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        mask = torch.ones_like(ids[..., 0], dtype=vectors.dtype)
        hidden, spans, scores = self.model.encode(ids, vectors, extras, mask)
        return hidden[0], spans[0], scores[0].softmax(-1)


class _Relations(nn.Module):
    def __init__(self, model: Reader) -> None:
        super().__init__()
        self.model = model

    def forward(self, spans: Tensor, types: Tensor, between: Tensor, pairs: Tensor, distance: Tensor) -> Tensor:
        return self.model.relations(spans, types, between, pairs, distance).sigmoid()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Graph:
    """A module with an example of its inputs and the names of what goes in and out; axis `n` of each name varies."""

    module: nn.Module
    example: tuple[Tensor, ...]
    inputs: tuple[str, ...]
    outputs: tuple[str, ...]
    axes: dict[str, dict[int, str]]

    def write(self, path: Path) -> None:
        with warnings.catch_warnings():
            # the exporter by tracing is the one that keeps `axes` free without torch's compiler, and says it is old
            warnings.simplefilter("ignore", DeprecationWarning)
            warnings.filterwarnings("ignore", "Constant folding", UserWarning)  # a graph that is left as it is
            torch.onnx.export(
                self.module, self.example, str(path), input_names=list(self.inputs), output_names=list(self.outputs),
                dynamic_axes=self.axes, opset_version=OPSET, dynamo=False,
            )  # fmt: skip


def export_graphs(model: Reader, folder: Path) -> None:
    """Write `spans.onnx` and `relations.onnx`; a window goes in as a batch of one."""
    model.eval()
    _spans_graph(model).write(folder / "spans.onnx")
    _relations_graph(model).write(folder / "relations.onnx")


def _spans_graph(model: Reader, n: int = 20) -> _Graph:
    shape = model.shape
    ids = torch.zeros(1, n, len(shape.embeddings), dtype=torch.int64)
    inputs, outputs = ("ids", "vectors", "extras"), ("hidden", "spans", "types")
    return _Graph(
        module=_Spans(model).eval(),
        example=(ids, torch.zeros(1, n, shape.vectors), torch.zeros(1, n, shape.extras)),
        inputs=inputs,
        outputs=outputs,
        axes={name: {1: "n"} for name in inputs} | {name: {0: "n"} for name in outputs},
    )


def _relations_graph(model: Reader, m: int = 5, p: int = 7) -> _Graph:
    shape = model.shape
    pairs = torch.zeros(p, 2, dtype=torch.int64)
    between = torch.zeros(p, shape.channels + shape.inputs)
    by_mention, by_pair = ("spans", "types"), ("between", "pairs", "distance")
    return _Graph(
        module=_Relations(model).eval(),
        example=(torch.zeros(m, shape.spans), torch.zeros(m, shape.types), between, pairs, pairs[:, 0]),
        inputs=(*by_mention, *by_pair),
        outputs=("relations",),
        axes={name: {0: "m"} for name in by_mention} | {name: {0: "p"} for name in (*by_pair, "relations")},
    )

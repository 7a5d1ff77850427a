"""A trained reader as two ONNX graphs: windows to spans, pairs of spans to relations."""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor, nn

from pipeline.training.network import Reader
from pipeline.training.settings import ReaderShape

OPSET = 17
SPANS_FILE, RELATIONS_FILE = "spans.onnx", "relations.onnx"


class _Spans(nn.Module):
    """States and vectors of all models side by side, and their mean type probabilities."""

    def __init__(self, models: Sequence[Reader]) -> None:
        super().__init__()
        self.models = nn.ModuleList(models)

    def forward(self, ids: Tensor, vectors: Tensor, extras: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        mask = torch.ones_like(ids[..., 0], dtype=vectors.dtype)
        hidden, spans, scores = zip(*(model.encode(ids, vectors, extras, mask) for model in self.models), strict=True)
        types = _mean([one[0].softmax(-1) for one in scores])
        return torch.cat(hidden, dim=-1)[0], torch.cat(spans, dim=-1)[0], types


class _Relations(nn.Module):
    """Mean probabilities of relations; every model takes its own part of states and vectors."""

    def __init__(self, models: Sequence[Reader]) -> None:
        super().__init__()
        self.models = nn.ModuleList(models)
        self.sizes = [model.shape.spans for model in models], [_states(model.shape) for model in models]

    def forward(self, spans: Tensor, types: Tensor, between: Tensor, pairs: Tensor, distance: Tensor) -> Tensor:
        own, gaps = (values.split(sizes, dim=-1) for values, sizes in zip((spans, between), self.sizes, strict=True))
        parts = zip(self.models, own, gaps, strict=True)
        return _mean([model.relations(part, types, gap, pairs, distance).sigmoid() for model, part, gap in parts])


def _states(shape: ReaderShape) -> int:
    """Width of a hidden state."""
    return shape.channels + shape.inputs


def _mean(probabilities: Sequence[Tensor]) -> Tensor:
    return torch.stack(tuple(probabilities)).mean(0) if len(probabilities) > 1 else probabilities[0]


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


def export_graphs(models: Sequence[Reader], folder: Path) -> None:
    """Write `spans.onnx` and `relations.onnx` of one model, or of several whose probabilities are averaged.

    A window goes in as a batch of one.
    """
    for model in models:
        model.eval()
    _spans_graph(models).write(folder / SPANS_FILE)
    _relations_graph(models).write(folder / RELATIONS_FILE)


def quantise_graphs(folder: Path) -> None:
    """Replace both graphs by such of 8-bit weights: a quarter of the size, half of the time.

    Weights keep 7 bits of the 8, so that processors without the newest instructions compute the same.
    """
    from onnxruntime.quantization import QuantType, quantize_dynamic  # noqa: PLC0415  (slow, and seldom asked for)

    for name in (SPANS_FILE, RELATIONS_FILE):
        whole = folder / f"float-{name}"
        (folder / name).replace(whole)
        quantize_dynamic(
            whole, folder / name, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True,
            op_types_to_quantize=["MatMul", "Gather", "Gemm"],
        )  # fmt: skip
        whole.unlink()


def _spans_graph(models: Sequence[Reader], n: int = 20) -> _Graph:
    shape = models[0].shape
    ids = torch.zeros(1, n, len(shape.embeddings), dtype=torch.int64)
    inputs, outputs = ("ids", "vectors", "extras"), ("hidden", "spans", "types")
    return _Graph(
        module=_Spans(models).eval(),
        example=(ids, torch.zeros(1, n, shape.vectors), torch.zeros(1, n, shape.extras)),
        inputs=inputs,
        outputs=outputs,
        axes={name: {1: "n"} for name in inputs} | {name: {0: "n"} for name in outputs},
    )


def _relations_graph(models: Sequence[Reader], m: int = 5, p: int = 7) -> _Graph:
    pairs = torch.zeros(p, 2, dtype=torch.int64)
    spans = torch.zeros(m, sum(model.shape.spans for model in models))
    between = torch.zeros(p, sum(_states(model.shape) for model in models))
    by_mention, by_pair = ("spans", "types"), ("between", "pairs", "distance")
    return _Graph(
        module=_Relations(models).eval(),
        example=(spans, torch.zeros(m, models[0].shape.types), between, pairs, pairs[:, 0]),
        inputs=(*by_mention, *by_pair),
        outputs=("relations",),
        axes={name: {0: "m"} for name in by_mention} | {name: {0: "p"} for name in (*by_pair, "relations")},
    )

"""A trained reader as two ONNX graphs: windows to spans, pairs of spans to relations."""

from __future__ import annotations

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


def export(model: Reader, folder: Path) -> None:
    """Write `spans.onnx` and `relations.onnx`; a window goes in as a batch of one."""
    model.eval()
    shape = model.shape
    n, m, p = 20, 5, 7
    ids = torch.zeros(1, n, len(shape.embeddings), dtype=torch.int64)
    _write(
        _Spans(model), (ids, torch.zeros(1, n, shape.vectors), torch.zeros(1, n, shape.extras)), folder / "spans.onnx",
        inputs=("ids", "vectors", "extras"), outputs=("hidden", "spans", "types"),
        axes={"ids": {1: "n"}, "vectors": {1: "n"}, "extras": {1: "n"}, "hidden": {0: "n"}, "spans": {0: "n"}, "types": {0: "n"}},
    )  # fmt: skip
    width = shape.channels + shape.inputs
    pairs = torch.zeros(p, 2, dtype=torch.int64)
    _write(
        _Relations(model),
        (torch.zeros(m, shape.spans), torch.zeros(m, shape.types), torch.zeros(p, width), pairs, pairs[:, 0]),
        folder / "relations.onnx",
        inputs=("spans", "types", "between", "pairs", "distance"), outputs=("relations",),
        axes={"spans": {0: "m"}, "types": {0: "m"}, "between": {0: "p"}, "pairs": {0: "p"}, "distance": {0: "p"}, "relations": {0: "p"}},
    )  # fmt: skip


def _write(
    module: nn.Module, example: tuple[Tensor, ...], path: Path, *,
    inputs: tuple[str, ...], outputs: tuple[str, ...], axes: dict[str, dict[int, str]],
) -> None:  # fmt: skip
    torch.onnx.export(
        module, example, str(path), input_names=list(inputs), output_names=list(outputs), dynamic_axes=axes,
        opset_version=OPSET, dynamo=False,
    )  # fmt: skip

"""An ONNX graph, node by node: each call adds one and gives the name of its result."""

from __future__ import annotations

from pathlib import Path
from typing import Any, ClassVar

import numpy as np
import onnx
from numpy.typing import ArrayLike
from onnx import TensorProto, helper, numpy_helper

OPSET, IR_VERSION = 17, 8  # what the oldest onnxruntime that the project allows can read
_END = np.iinfo(np.int64).max


class GraphBuilder:
    """Inputs are given as name and shape; those of one axis are int64 (numbers of rows), the others float32."""

    FLOAT: ClassVar[int] = TensorProto.FLOAT

    def __init__(self, **inputs: tuple[str | int, ...]) -> None:
        self._nodes: list[Any] = []
        self._constants: list[Any] = []
        self._outputs: list[Any] = []
        self._inputs = [
            helper.make_tensor_value_info(name, TensorProto.INT64 if len(shape) == 1 else TensorProto.FLOAT, shape)
            for name, shape in inputs.items()
        ]

    def constant(self, values: ArrayLike) -> str:
        """Keep an array: whole numbers as int64, all others as float32."""
        array = np.asarray(values)
        kept = np.ascontiguousarray(array, dtype=np.int64 if array.dtype.kind == "i" else np.float32)
        self._constants.append(numpy_helper.from_array(kept.reshape(array.shape), f"c{len(self._constants)}"))
        return str(self._constants[-1].name)

    def add(self, operator: str, *inputs: str, name: str = "", **options: Any) -> str:
        """Add a node of one result."""
        result = name or f"{operator.lower()}{len(self._nodes)}"
        self._nodes.append(helper.make_node(operator, list(inputs), [result], **options))
        return result

    def axis(self, number: int) -> str:
        """The constant by which a node is told an axis."""
        return self.constant(np.array([number]))

    def linear(self, rows: str, weight: ArrayLike, bias: ArrayLike) -> str:
        """Rows times weights, plus the bias."""
        return self.add("Add", self.add("MatMul", rows, self.constant(weight)), self.constant(bias))

    def rows(self, values: str, shift: int) -> str:
        """All rows but two: the row before each (`shift` 0), itself (1) or the row after it (2)."""
        first, last = ((0, -2), (1, -1), (2, _END))[shift]
        return self.add("Slice", values, self.axis(first), self.axis(last), self.axis(0))

    def columns(self, values: str, first: int, count: int) -> str:
        """Some columns."""
        return self.add("Slice", values, self.axis(first), self.axis(first + count), self.axis(1))

    def output(self, **outputs: str) -> GraphBuilder:
        """Name the results of the graph, each of rows x numbers."""
        for name, value in outputs.items():
            self.add("Identity", value, name=name)
            self._outputs.append(helper.make_tensor_value_info(name, TensorProto.FLOAT, ["n", None]))
        return self

    def write(self, path: Path) -> None:
        """Check the graph and write it; the same weights give the same bytes."""
        graph = helper.make_graph(self._nodes, path.stem, self._inputs, self._outputs, self._constants)
        model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=IR_VERSION)
        onnx.checker.check_model(model)
        path.write_bytes(model.SerializeToString(deterministic=True))

"""An event encoder that was written before, unpacked so that it may learn on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnx
from onnx import NodeProto, numpy_helper

from pipeline.errors import ResourceError
from pipeline.events.encoder.config import CONFIG_FILE, GRAPH_FILE, HEADS_FILE, EncoderConfig, QuestionConfig
from pipeline.events.encoder.model import EventEncoder
from pipeline.events.encoder.pieces import Vocabulary
from pipeline.training.event_encoder.weights import PackedEncoder, Weights

_OF_A_LAYER = ("qkv", "ao", "fi", "fo")  # its products in their order, by the names of `PackedEncoder.tensors`


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenEncoder:
    """What such a folder holds.

    Attributes:
        packed: the encoder, as if it came from the file of a package; `layers` counts its layers.
        marks: rows of the marks on names and dates.
        questions: with the answers and categories that it knows.
        heads: weights of the questions by `question/part`, inputs x outputs.
    """

    packed: PackedEncoder
    layers: int
    marks: Weights
    questions: Mapping[str, QuestionConfig]
    heads: Mapping[str, Weights]

    @property
    def vocabulary(self) -> Vocabulary:
        """The pieces of words that it knows."""
        return self.packed.vocabulary


def read_written(folder: Path) -> WrittenEncoder:
    """Read a folder; weights of eight bits become the numbers that they stand for.

    Raises:
        ResourceError: it holds no event encoder.
    """
    EventEncoder(folder)  # whoever cannot be asked cannot learn on
    try:
        return _unpacked(folder)
    except (KeyError, ValueError, IndexError, StopIteration) as error:
        raise ResourceError(
            f"{folder / GRAPH_FILE} is no graph that `svodka train-events` wrote ({error!r}). "
            "Name models/event_encoder or a folder of that command."
        ) from error


def _unpacked(folder: Path) -> WrittenEncoder:
    config = EncoderConfig.model_validate_json((folder / CONFIG_FILE).read_text(encoding="utf-8"))
    graph = _Graph(onnx.load(folder / GRAPH_FILE))
    with np.load(folder / HEADS_FILE) as arrays:
        heads = {name: arrays[name].astype(np.float32) for name in arrays.files}
    return WrittenEncoder(
        packed=_packed(graph, config), layers=len(graph.products) // len(_OF_A_LAYER), marks=graph.table("marks"),
        questions=config.questions, heads=heads,
    )  # fmt: skip


class _Graph:
    """The weights of a graph by what they do in it: names say nothing once it has eight bits."""

    def __init__(self, model: onnx.ModelProto) -> None:
        self._nodes = list(model.graph.node)
        self._values = {own.name: numpy_helper.to_array(own) for own in model.graph.initializer}
        self._users = {name: node for node in self._nodes for name in node.input}
        self.products = [(self._whole(n.input[1]), self._bias(n)) for n in self._of("MatMulInteger")]
        self.norms = [(self._values[n.input[1]], self._values[n.input[2]]) for n in self._of("LayerNormalization")]

    def table(self, asked: str) -> Weights:
        """The rows that are looked up by an input of the graph."""
        [node] = [node for node in self._of("Gather") if node.input[1] == asked]
        return self._whole(node.input[0])

    @property
    def places(self) -> Weights:
        """What each place in a stretch adds."""
        [node] = self._of("Slice")
        return np.asarray(self._values[node.input[0]])

    @property
    def heads(self) -> int:
        """Of attention: -1, 3, heads, width is the shape of what a layer asks."""
        return int(next(v[2] for n in self._of("Reshape") if len(v := self._values[n.input[1]]) == 4))

    @property
    def epsilon(self) -> float:
        """Of all norms."""
        node = next(self._of("LayerNormalization"))
        return float(next(own.f for own in node.attribute if own.name == "epsilon"))

    def _of(self, operator: str) -> Iterator[NodeProto]:
        return (node for node in self._nodes if node.op_type == operator)

    def _whole(self, name: str) -> Weights:
        """Eight bits less their zero, times their scale."""
        own = name.removesuffix("_quantized")
        numbers, zero = self._values[name].astype(np.float32), self._values[f"{own}_zero_point"].astype(np.float32)
        return np.asarray((numbers - zero) * self._values[f"{own}_scale"], dtype=np.float32)

    def _bias(self, product: NodeProto) -> Weights:
        """What is added once the product has its scale."""
        node = product
        while node.op_type != "Add":
            node = self._users[node.output[0]]
        return np.asarray(next(self._values[name] for name in node.input if name in self._values))


def _packed(graph: _Graph, config: EncoderConfig) -> PackedEncoder:
    """The tensors under the names that the file of the package gives them."""
    words = graph.table("pieces")
    size = words.shape[1]
    tensors = {"emb.word": words, "emb.pos": graph.places, "emb.type": np.zeros((1, size)), **_norm("emb.ln", graph, 0)}
    for number, (weight, bias) in enumerate(graph.products):
        layer, part = divmod(number, len(_OF_A_LAYER))
        names = [*_OF_A_LAYER[part]] if part == 0 else [_OF_A_LAYER[part]]
        for name, own, of_own in zip(names, np.split(weight.T, len(names)), np.split(bias, len(names)), strict=True):
            tensors |= {f"l{layer}.{name}.w": own, f"l{layer}.{name}.b": of_own}
    for number in range(1, len(graph.norms)):
        layer, last = divmod(number - 1, 2)
        tensors |= _norm(f"l{layer}.{'oln' if last else 'aln'}", graph, number)
    return PackedEncoder(
        size=size, heads=graph.heads, epsilon=graph.epsilon, vocabulary=config.vocabulary,
        tensors={name: np.array(values, dtype=np.float32).reshape(-1) for name, values in tensors.items()},
    )  # fmt: skip


def _norm(name: str, graph: _Graph, number: int) -> dict[str, Weights]:
    weight, bias = graph.norms[number]
    return {f"{name}.w": weight, f"{name}.b": bias}

"""A trained event encoder as `pipeline.events.encoder` reads it: a graph of 8-bit weights, layers of 16 bits."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
from torch import nn

from pipeline.events.encoder.config import (
    CONFIG_FILE,
    GRAPH_FILE,
    HEADS_FILE,
    EncoderConfig,
    QuestionConfig,
)
from pipeline.events.encoder.heads import Weights
from pipeline.events.encoder.pieces import Vocabulary
from pipeline.training.event_encoder.encoder import MARKED, Encoder, Layer
from pipeline.training.event_encoder.network import EventReader, Head
from pipeline.training.graph_builder import GraphBuilder


def write_event_encoder(model: EventReader, vocabulary: Vocabulary, folder: Path) -> None:
    """Write `encoder.onnx`, `heads.npz` and `config.json`; states differ in the third place from those of 32 bits."""
    from onnxruntime.quantization import QuantType, quantize_dynamic  # noqa: PLC0415  (slow, and seldom asked for)

    folder.mkdir(parents=True, exist_ok=True)
    whole = folder / f"float-{GRAPH_FILE}"
    _graph(model.encoder).write(whole)
    quantize_dynamic(
        whole, folder / GRAPH_FILE, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True,
        op_types_to_quantize=["MatMul", "Gather"],
    )  # fmt: skip
    whole.unlink()
    heads = {f"{name}/{part}": own for name, head in model.heads.items() for part, own in _weights(head).items()}
    np.savez(folder / HEADS_FILE, **{name: own.astype(np.float16) for name, own in heads.items()})  # type: ignore[arg-type]  # numpy types every keyword as `allow_pickle`
    config = EncoderConfig(
        pieces=tuple(vocabulary.pieces), scores=tuple(round(score, 4) for score in vocabulary.scores),
        begin=vocabulary.begin, end=vocabulary.end, unknown=vocabulary.unknown,
        questions={n: QuestionConfig(answers=q.answers, categories=q.categories) for n, q in model.questions.items()},
    )  # fmt: skip
    (folder / CONFIG_FILE).write_text(config.model_dump_json(indent=1) + "\n", encoding="utf-8")


def _weights(head: Head) -> dict[str, Weights]:
    """The weights of a question's layer, inputs x outputs."""
    found = {"said": _array(head.said.weight)}
    pairs = {"states": head.states, "answer": head.answer, "left": head.left, "right": head.right}
    for name, layer in pairs.items():
        if layer is not None:
            found[name] = _array(layer.weight).T
            found["bias" if name == "states" else f"{name}_bias"] = _array(layer.bias)
    return found


def _graph(encoder: Encoder) -> GraphBuilder:
    """Pieces and marks of one stretch -> the states of its pieces, n x size."""
    graph = GraphBuilder(pieces=("n",), marks=("n",))
    known = graph.constant(_array(encoder.places) + _array(encoder.kind))
    places = graph.add("Slice", known, graph.axis(0), graph.add("Shape", "pieces"), graph.axis(0))
    words = graph.add("Gather", graph.constant(_array(encoder.words.weight)), "pieces")
    states = _normed(graph, graph.add("Add", words, places), encoder.norm)
    for number, layer in enumerate(encoder.layers):
        if number == MARKED:
            marks = graph.add("Gather", graph.constant(_array(encoder.marks.weight)), "marks")
            states = graph.add("Add", states, marks)
        states = _layer(graph, states, layer)
    return graph.output(states=states)


def _layer(graph: GraphBuilder, states: str, layer: Layer) -> str:
    attended = _linear(graph, _attended(graph, states, layer), layer.attended)
    states = _normed(graph, graph.add("Add", states, attended), layer.attended_norm)
    wide = _gelu(graph, _linear(graph, states, layer.widened))
    return _normed(graph, graph.add("Add", states, _linear(graph, wide, layer.narrowed)), layer.norm)


def _attended(graph: GraphBuilder, states: str, layer: Layer) -> str:
    """What each piece sees of all of them."""
    size = layer.attended.in_features
    width = size // layer.heads
    split = graph.constant(np.array([-1, 3, layer.heads, width]))
    asked = graph.add("Reshape", _linear(graph, states, layer.asked), split)
    asked = graph.add("Transpose", asked, perm=[1, 2, 0, 3])
    query, key, value = (graph.add("Gather", asked, graph.constant(np.array(part)), axis=0) for part in range(3))
    alike = graph.add("MatMul", query, graph.add("Transpose", key, perm=[0, 2, 1]))
    shares = graph.add("Softmax", graph.add("Mul", alike, graph.constant(np.array(width**-0.5))), axis=-1)
    seen = graph.add("Transpose", graph.add("MatMul", shares, value), perm=[1, 0, 2])
    return graph.add("Reshape", seen, graph.constant(np.array([-1, size])))


def _gelu(graph: GraphBuilder, values: str) -> str:
    """Half of a value times one plus the error function of its part by the root of two."""
    bent = graph.add("Erf", graph.add("Div", values, graph.constant(np.array(2**0.5))))
    doubled = graph.add("Mul", values, graph.add("Add", bent, graph.constant(np.array(1.0))))
    return graph.add("Mul", doubled, graph.constant(np.array(0.5)))


def _linear(graph: GraphBuilder, rows: str, layer: nn.Linear) -> str:
    return graph.linear(rows, _array(layer.weight).T, _array(layer.bias))


def _normed(graph: GraphBuilder, rows: str, norm: nn.LayerNorm) -> str:
    weight, bias = graph.constant(_array(norm.weight)), graph.constant(_array(norm.bias))
    return graph.add("LayerNormalization", rows, weight, bias, axis=-1, epsilon=norm.eps)


def _array(values: Any) -> Weights:
    return np.asarray(values.detach().cpu().numpy(), dtype=np.float32)

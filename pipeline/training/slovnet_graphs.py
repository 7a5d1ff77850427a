"""slovnet's three networks as ONNX graphs: `python -m pipeline.training.slovnet_graphs models/slovnet`.

The weights are those that natasha ships; nothing is trained here. All sentences of a batch stand in one row with
separators between them, see `pipeline.language.packing`, which the graphs take as slovnet takes its padding: zeros.
Each of the three convolutions of width 3 takes one row at either end away.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import numpy as np

from pipeline.language.backends import slovnet_models
from pipeline.language.graphs import LABELS_FILE
from pipeline.training.graph_builder import GraphBuilder


def write_graphs(folder: Path) -> None:
    """Write `morph.onnx`, `names.onnx`, `syntax.onnx`, `relations.onnx` and `labels.json`."""
    models = slovnet_models()
    morph, names, syntax = models.morph.infer, models.ner.infer, models.syntax.infer
    _tagger(morph.model).write(folder / "morph.onnx")
    _tagger(names.model).write(folder / "names.onnx")
    _parser(syntax.model).write(folder / "syntax.onnx")
    _relations(syntax.model.rel).write(folder / "relations.onnx")
    labels = {
        "shapes": morph.encoder.shapes_vocab.items,
        "tags": morph.decoder.tags_vocab.items,
        "names": names.decoder.tags_vocab.items,
        "relations": syntax.decoder.rels_vocab.items,
        "transitions": names.model.head.crf.transitions.array.tolist(),
    }
    (folder / LABELS_FILE).write_text(json.dumps(labels, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _tagger(model: Any) -> GraphBuilder:
    """Scores of the labels of each row, rows x labels."""
    graph, states = _states(model)
    return graph.output(scores=graph.linear(states, model.head.proj.weight.array, model.head.proj.bias.array))


def _parser(model: Any) -> GraphBuilder:
    """What `SyntaxHead` and `SyntaxRel` say of each row; the separator before a sentence stands for its root.

    Score of a head: `dependents` (with the kernel in it) times `heads`, each rows x 32.
    """
    graph, states = _states(model)
    heads, relations = model.head, model.rel
    with_root = graph.add("Add", states, graph.add("MatMul", "separators", graph.constant(heads.root.array[None])))
    related = graph.add("Add", states, graph.add("MatMul", "separators", graph.constant(relations.root.array[None])))
    return graph.output(
        dependents=graph.add("MatMul", _dense(graph, states, heads.head), graph.constant(heads.kernel.array)),
        heads=_dense(graph, with_root, heads.tail),
        relation_heads=_dense(graph, related, relations.head),
        relation_tails=_dense(graph, states, relations.tail),
    )


def _relations(relations: Any) -> GraphBuilder:
    """Scores of the relations of words, words x relations, given the row of each and the row of its head."""
    kernel = relations.kernel.array
    size = len(kernel)
    graph = GraphBuilder(relation_heads=("rows", size), relation_tails=("rows", size), words=("n",), governors=("n",))
    head = graph.add("Gather", "relation_heads", "governors")
    tail = graph.add("Gather", "relation_tails", "words")
    pairs = graph.add("Mul", graph.add("Unsqueeze", head, graph.axis(2)), graph.add("Unsqueeze", tail, graph.axis(1)))
    flat = graph.add("Reshape", pairs, graph.constant(np.array([-1, size * size])))
    weights = kernel.reshape(size, -1, size).swapaxes(1, 2).reshape(size * size, -1)
    return graph.output(scores=graph.add("MatMul", flat, graph.constant(weights)))


def _dense(graph: GraphBuilder, rows: str, layer: Any) -> str:
    return graph.add("Relu", graph.linear(rows, layer.proj.weight.array, layer.proj.bias.array))


def _states(model: Any) -> tuple[GraphBuilder, str]:
    """The embedding and `CNNEncoder`; separators have zeros in every layer, and `separators` is 1 there."""
    graph = GraphBuilder(vectors=("words", model.emb.word.dim), shapes=("words",), places=("rows",))
    is_word = graph.add("Cast", graph.add("Greater", "places", graph.constant(np.array(0))), to=GraphBuilder.FLOAT)
    is_word = graph.add("Unsqueeze", is_word, graph.axis(1))
    first, *others = model.encoder.layers
    states, is_word = _normed(graph, _first(graph, first.conv, model.emb), first.norm, is_word)
    for layer in others:
        window = graph.add("Concat", *(graph.rows(states, shift) for shift in range(3)), axis=1)
        weight = np.concatenate([layer.conv.weight.array[:, :, shift].T for shift in range(3)])
        states, is_word = _normed(graph, graph.linear(window, weight, layer.conv.bias.array), layer.norm, is_word)
    graph.add("Sub", graph.constant(np.ones((1, 1))), is_word, name="separators")
    return graph, states


def _first(graph: GraphBuilder, conv: Any, embedding: Any) -> str:
    """The first convolution: each distinct word meets the weights once, and the rows add up what they find there."""
    parts = [conv.weight.array[:, :, shift].T.astype(np.float64) for shift in range(3)]
    words, size = embedding.word.dim, len(conv.bias.array)
    by_shape = embedding.shape.weight.array @ np.concatenate([part[words:] for part in parts], axis=1)
    by_shape[:, size : 2 * size] += conv.bias.array
    by_word = graph.add("MatMul", "vectors", graph.constant(np.concatenate([part[:words] for part in parts], axis=1)))
    values = graph.add("Add", by_word, graph.add("Gather", graph.constant(by_shape), "shapes"))
    found = [
        graph.add("Gather", graph.columns(values, shift * size, size), graph.rows("places", shift))
        for shift in range(3)
    ]
    return graph.add("Add", graph.add("Add", found[0], found[1]), found[2])


def _normed(graph: GraphBuilder, rows: str, norm: Any, is_word: str) -> tuple[str, str]:
    """ReLU, then the batch norm as one factor and one summand; also the mask without the rows that are gone."""
    factor = norm.weight.array.astype(np.float64) / norm.std.array
    summand = norm.bias.array - norm.mean.array * factor
    normed = graph.add("Mul", graph.add("Relu", rows), graph.constant(factor))
    shorter = graph.rows(is_word, 1)
    return graph.add("Mul", graph.add("Add", normed, graph.constant(summand)), shorter), shorter


if __name__ == "__main__":
    write_graphs(Path(sys.argv[1]))

"""How near the pipeline comes to the limit: `python benchmarks/multiply_adds.py [DUMP]` (extra `train`).

Counts the multiply-adds a token of the matrix products in the graphs, and sets the time that a token takes against the
time that a plain float32 matrix product of numpy takes for as many on the same core. The reader's relations are left
out: they hang on pairs, not on tokens. The reader's products are of 8-bit numbers, which a processor may do faster than
those of numpy.
"""

from __future__ import annotations

import argparse
import os
import time
from collections.abc import Iterator
from statistics import median

os.environ["OMP_NUM_THREADS"] = os.environ["OPENBLAS_NUM_THREADS"] = "1"

import numpy as np
import onnx

from pipeline.assembly import build_pipeline, read_articles
from pipeline.mentions.reader.windows import MAX_WIDTH
from pipeline.readers.read import read_inputs
from pipeline.resources import models_dir

GRAPHS = ("slovnet/morph", "slovnet/syntax", "slovnet/relations", "slovnet/names", "reader/spans")
SIDE = 1024


def products(graph: str) -> Iterator[tuple[str, int]]:
    """Name of the left side and number of weights of each matrix product."""
    model = onnx.load(str(models_dir() / f"{graph}.onnx")).graph
    sizes = {each.name: int(np.prod(each.dims)) for each in model.initializer}
    for node in model.node:
        if node.op_type in {"MatMul", "MatMulInteger", "Gemm"}:
            yield node.input[0], sizes.get(node.input[1], 0)


def multiply_adds(graph: str, distinct: float) -> float:
    """Of one token: a product over vectors is done once for each distinct word, one over spans for every width."""
    shares = {"vectors": distinct}
    return sum(
        weights * (MAX_WIDTH if left.startswith("/spans/") else shares.get(left, 1.0))
        for left, weights in products(graph)
    )


def core_speed() -> float:
    """Multiply-adds a second of numpy's matrix product."""
    one = np.random.default_rng(0).random((SIDE, SIDE), dtype=np.float32)
    taken = []
    for _ in range(9):
        began = time.process_time()
        one @ one
        taken.append(time.process_time() - began)
    return SIDE**3 / median(taken)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("dump", nargs="?", default="tests/gold/articles", help="file or folder of articles")
    parser.add_argument("--limit", type=int, default=48, help="articles at most")
    options = parser.parse_args()
    nlp = build_pipeline(careful=False)
    articles = [r.article for r in read_inputs([options.dump]) if r.status == "ok"][: options.limit]
    docs = list(read_articles(nlp, articles))
    began = time.process_time()
    for _ in read_articles(nlp, articles):
        pass
    tokens = sum(len(doc) for doc in docs)
    spent = (time.process_time() - began) / tokens
    distinct = sum(len({token.orth for token in doc}) for doc in docs) / tokens
    counts = {graph: multiply_adds(graph, distinct) for graph in GRAPHS}
    for graph, count in counts.items():
        print(f"{graph:18s} {count / 1e6:6.3f} million a token")
    speed, total = core_speed(), sum(counts.values())
    print(f"a matrix product does {speed / 1e9:.1f} thousand million a second, so {total / speed * 1e6:.1f} µs a token")
    print(f"the pipeline takes {spent * 1e6:.1f} µs a token: {spent * speed / total:.1f} times the limit")


if __name__ == "__main__":
    main()

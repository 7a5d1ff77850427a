"""Microseconds a token by component and by length of the article: `python benchmarks/speed_by_length.py DUMP`.

Articles of each length are cut from one stream of paragraphs, so that the same text is read in pieces of every size: a
component whose cost grows with the length costs more a token in the longer ones. Processor time on one thread.
"""

from __future__ import annotations

import argparse
import os
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice

os.environ["OMP_NUM_THREADS"] = os.environ["OPENBLAS_NUM_THREADS"] = "1"

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.assembly import build_pipeline, collect
from pipeline.readers.read import read_inputs

LENGTHS = (100, 300, 1_000, 3_000, 10_000)


def paragraphs(dump: str, every: int) -> Iterator[str]:
    for reading in islice(read_inputs([dump]), 0, None, every):
        if reading.status == "ok":
            yield from filter(None, (line.strip() for line in reading.article.text.splitlines()))


def cut(nlp: Language, stream: Sequence[str], length: int) -> Iterator[str]:
    """Articles of about `length` tokens, a paragraph longer at most."""
    article: list[str] = []
    size = 0
    for paragraph in stream:
        article.append(paragraph)
        size += len(nlp.make_doc(paragraph))
        if size >= length:
            yield "\n\n".join(article)
            article, size = [], 0


def timed(nlp: Language, texts: Sequence[str]) -> tuple[int, Counter[str]]:
    """Tokens of the texts and seconds by component."""
    seconds: Counter[str] = Counter()
    tokens = 0
    for text in texts:
        began = time.process_time()
        doc: Doc = nlp.make_doc(text)
        seconds["tokenizer"] += time.process_time() - began
        for name, component in nlp.pipeline:
            began = time.process_time()
            doc = component(doc)
            seconds[name.removeprefix("svodka_")] += time.process_time() - began
        began = time.process_time()
        tokens += collect(doc).tokens
        seconds["collect"] += time.process_time() - began
    return tokens, seconds


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("dump", help="file or folder of articles")
    parser.add_argument("--every", type=int, default=1, help="take every nth article")
    parser.add_argument("--tokens", type=int, default=40_000, help="read at each length")
    options = parser.parse_args()
    nlp = build_pipeline(careful=False)
    stream: list[str] = []
    size = 0
    for paragraph in paragraphs(options.dump, options.every):
        stream.append(paragraph)
        size += len(nlp.make_doc(paragraph))
        if size >= options.tokens:
            break
    timed(nlp, list(cut(nlp, stream, 1_000)))  # words are met for the first time here
    costs = {}
    for length in LENGTHS:
        tokens, seconds = timed(nlp, list(cut(nlp, stream, length)))
        costs[length] = {name: spent / tokens * 1e6 for name, spent in seconds.items()}
    print(f"{'':14s}" + "".join(f"{length:>9d}" for length in LENGTHS))
    for name in costs[LENGTHS[0]]:
        print(f"{name:14s}" + "".join(f"{costs[length][name]:9.1f}" for length in LENGTHS))
    print(f"{'total':14s}" + "".join(f"{sum(costs[length].values()):9.1f}" for length in LENGTHS))


if __name__ == "__main__":
    main()

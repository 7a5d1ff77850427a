"""slovnet's networks as graphs beside slovnet's own code, by turns: `benchmarks/slovnet_speed.py`.

One thread. slovnet's own gets what helps it most: batches of 32 sentences of like length. Processor time, the median
of several rounds; also how many labels differ. `--articles DUMP` measures on a dump of your own.
"""

from __future__ import annotations

import argparse
import os
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from statistics import median
from typing import Any

os.environ["OMP_NUM_THREADS"] = os.environ["OPENBLAS_NUM_THREADS"] = "1"

from pipeline.language.backends import slovnet_models
from pipeline.language.neural import label_names, parse_words, tag_words
from pipeline.language.segmentation import split_sentences
from pipeline.readers.read import read_inputs

Article = list[list[str]]
BATCH = 32


def cut_articles(dump: str, limit: int) -> list[Article]:
    cut: list[Article] = []
    for reading in read_inputs([dump]):
        if reading.status == "ok" and len(cut) < limit:
            text, lines = reading.article.text, reading.article.lines
            cut.append([[text[a:b] for a, b in sentence.tokens] for sentence in split_sentences(text, lines)])
    return cut


def by_length(infer: Any, article: Article) -> Iterator[tuple[list[int], Any]]:
    order = sorted(range(len(article)), key=lambda i: len(article[i]))
    for at in range(0, len(order), BATCH):
        chosen = order[at : at + BATCH]
        yield chosen, infer.encoder.input([infer.encoder.item(article[i]) for i in chosen])


def theirs(article: Article) -> list[list[Any]]:
    """Tag, name label, and head and relation of every word, network by network, in the order of the text."""
    models = slovnet_models()
    answers: list[list[Any]] = []
    for infer in (models.morph.infer, models.ner.infer, models.syntax.infer):
        found: dict[int, Any] = {}
        for chosen, given in by_length(infer, article):
            found.update(zip(chosen, infer.process([given]), strict=True))
        answers.append([found[i] for i in range(len(article))])
    tags, names, trees = answers
    relations = models.syntax.infer.decoder.rels_vocab
    return [
        [models.morph.infer.decoder.tags_vocab.decode(i) for i in chain(*tags)],
        [models.ner.infer.decoder.tags_vocab.decode(i) for i in chain(*names)],
        [int(head) for heads, _ in trees for head in heads],
        [relations.decode(i) for _, row in trees for i in row],
    ]


def ours(article: Article) -> list[list[Any]]:
    """The same by the graphs."""
    tags, names, trees = tag_words(article), label_names(article), parse_words(article)
    heads = [int(head) for scores, _ in trees for head in scores.argmax(axis=1)]
    return [list(chain(*tags)), list(chain(*names)), heads, list(chain(*(row for _, row in trees)))]


def seconds(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began


def differing(cut: Sequence[Article]) -> list[int]:
    total = [0, 0, 0, 0]
    for article in cut:
        for kind, (one, other) in enumerate(zip(ours(article), theirs(article), strict=True)):
            total[kind] += sum(a != b for a, b in zip(one, other, strict=True))
    return total


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", default="tests/gold/articles", help="folder or dump to measure on")
    parser.add_argument("--limit", type=int, default=200, help="articles at most")
    parser.add_argument("--rounds", type=int, default=7)
    options = parser.parse_args()
    cut = cut_articles(options.articles, options.limit)
    tokens = sum(len(words) for article in cut for words in article)
    tags, names, heads, relations = differing(cut)
    print(f"{len(cut)} articles, {tokens} tokens")
    print(f"differing: tags {tags}, names {names}, heads {heads}, relations {relations}")
    pairs = [
        (seconds(lambda: [ours(a) for a in cut]), seconds(lambda: [theirs(a) for a in cut]))
        for _ in range(options.rounds)
    ]
    ratios = sorted(their / our for our, their in pairs)
    print(f"graphs   {median(our for our, _ in pairs) / tokens * 1e6:7.1f} µs a token")
    print(f"slovnet  {median(their for _, their in pairs) / tokens * 1e6:7.1f} µs a token")
    print(f"slovnet / graphs  {median(ratios):.2f} (from {ratios[0]:.2f} to {ratios[-1]:.2f}), {options.rounds} rounds")


if __name__ == "__main__":
    main()

"""The reader's cost beside slovnet's recogniser: the same articles by turns, one thread: `benchmarks/reader_speed.py`.

Both get sentences and tokens that are cut already; the reader's figure holds everything it does from there to spans and
relations. Processor time, the median of several rounds. `--articles DUMP` measures on a dump of your own.
"""

from __future__ import annotations

import argparse
import os
from collections.abc import Sequence
from statistics import median

os.environ["OMP_NUM_THREADS"] = os.environ["OPENBLAS_NUM_THREADS"] = "1"

from slovnet_speed import by_length, seconds

from pipeline.language.backends import slovnet_models
from pipeline.language.neural import label_names
from pipeline.language.segmentation import split_sentences
from pipeline.mentions.reader.component import shipped_reader
from pipeline.readers.read import read_inputs

Cut = tuple[str, list[tuple[tuple[int, int], ...]], list[list[str]]]
ARTICLES = "tests/gold/articles"


def cut_articles(dump: str, limit: int) -> list[Cut]:
    cut: list[Cut] = []
    for reading in read_inputs([dump]):
        if reading.status == "ok" and len(cut) < limit:
            article = reading.article
            sentences = [sentence.tokens for sentence in split_sentences(article.text, article.lines)]
            cut.append((article.text, sentences, [[article.text[a:b] for a, b in tokens] for tokens in sentences]))
    return cut


def slovnet_names(sentences: list[list[str]]) -> None:
    """slovnet's own code, in batches of sentences of like length, which help it most."""
    infer = slovnet_models().ner.infer
    for _, given in by_length(infer, sentences):
        list(infer.process([given]))


def compare(cut: Sequence[Cut], rounds: int) -> tuple[list[float], list[float], list[float]]:
    """Seconds of the reader, of slovnet's own code and of its graph, round by round."""
    reader = shipped_reader()
    taken = [
        (
            seconds(lambda: [reader.read(text, sentences) for text, sentences, _ in cut]),
            seconds(lambda: [slovnet_names(words) for _, _, words in cut]),
            seconds(lambda: [label_names(words) for _, _, words in cut]),
        )
        for _ in range(rounds + 1)
    ]
    ours, theirs, graphs = zip(*taken[1:], strict=True)  # the first round loads and fills caches
    return list(ours), list(theirs), list(graphs)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", default=ARTICLES, help="folder or dump to measure on")
    parser.add_argument("--limit", type=int, default=200, help="articles at most")
    parser.add_argument("--rounds", type=int, default=7)
    options = parser.parse_args()
    cut = cut_articles(options.articles, options.limit)
    ours, theirs, graphs = compare(cut, options.rounds)
    tokens = sum(len(words) for _, _, sentences in cut for words in sentences)
    ratios = sorted(one / other for one, other in zip(ours, theirs, strict=True))
    print(f"{len(cut)} articles, {tokens} tokens, {options.rounds} rounds by turns on one thread")
    print(f"reader   {median(ours) / tokens * 1e6:7.1f} µs a token")
    print(f"slovnet  {median(theirs) / tokens * 1e6:7.1f} µs a token (its names alone)")
    print(f"graph    {median(graphs) / tokens * 1e6:7.1f} µs a token (the same names by models/slovnet)")
    print(f"reader / slovnet  {median(ratios):.2f} (from {ratios[0]:.2f} to {ratios[-1]:.2f})")


if __name__ == "__main__":
    main()

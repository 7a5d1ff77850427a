"""slovnet's networks over lists of words, run by onnxruntime.

Batches never join articles, so what an article gets does not depend on its neighbours in the dump.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from pipeline.language.graphs import labels, run_graph
from pipeline.language.packing import Packed, pack
from pipeline.language.viterbi import best_labels

Words = Sequence[str]
Scores = NDArray[np.float32]
Tags = NDArray[np.intp]
_NAMES = ("PROPN", "X")


def tag_words(sentences: Sequence[Words], possible: Callable[[str], Tags | None] | None = None) -> list[list[str]]:
    """Morphological tag of every word, as slovnet writes it: `NOUN|Animacy=Anim|Case=Nom`.

    Args:
        sentences: lists of words.
        possible: numbers of the tags that a word can have, `None` where all are; without it slovnet's own answers.
    """
    tags = labels().tags
    rows: list[list[str]] = []
    for packed in _packs(sentences):
        scores = run_graph("morph", packed.inputs)["scores"]
        best = _best(scores)
        for first, last in packed.spans:
            row = best[first:last]
            if possible is not None:
                _mend(sentences[len(rows)], row, scores[first:last], possible)
            rows.append([tags[i] for i in row])
    return rows


def _mend(words: Words, row: list[int], scores: Scores, possible: Callable[[str], Tags | None]) -> None:
    """Put the likeliest possible tag where the likeliest of all is none of them.

    Names stay: «Жиль Рейтер» is no order to live, though the first word of a sentence may be one.
    """
    opened = False
    for place, word in enumerate(words):
        allowed = possible(word)
        if allowed is not None and row[place] not in allowed:
            named = opened and word[:1].isupper() and labels().tags[row[place]].startswith(_NAMES)
            row[place] = row[place] if named else int(allowed[scores[place][allowed].argmax()])
        opened = opened or word.isalpha()


def label_names(sentences: Sequence[Words]) -> list[list[str]]:
    """BIO label of every word for PER, LOC and ORG."""
    names = labels().names
    found = (best_labels(run_graph("names", packed.inputs)["scores"], packed.spans) for packed in _packs(sentences))
    return [[names[i] for i in row] for rows in found for row in rows]


def parse_words(sentences: Sequence[Words]) -> list[tuple[Scores, list[str]]]:
    """Head scores (words x words + 1, column 0 is the root) and relation of every word."""
    return [parsed for packed in _packs(sentences) for parsed in _parse(packed)]


def _packs(sentences: Sequence[Words]) -> tuple[Packed, ...]:
    return pack(tuple(map(tuple, sentences)))


def _best(scores: Scores) -> list[int]:
    return list(scores.argmax(axis=1).tolist())


def _parse(packed: Packed) -> Iterator[tuple[Scores, list[str]]]:
    """Relations are asked for the best head of each word alone, as slovnet has it."""
    found = run_graph("syntax", packed.inputs)
    dependents, heads = found["dependents"], found["heads"].T
    scores = [dependents[first:last] @ heads[:, first - 1 : last] for first, last in packed.spans]
    governors = [one.argmax(axis=1) + first - 1 for one, (first, _) in zip(scores, packed.spans, strict=True)]
    rows = {
        "relation_heads": found["relation_heads"], "relation_tails": found["relation_tails"],
        "words": packed.words, "governors": np.concatenate(governors),
    }  # fmt: skip
    relations = iter(_best(run_graph("relations", rows)["scores"]))
    for one in scores:
        yield one, [labels().relations[i] for i in islice(relations, len(one))]

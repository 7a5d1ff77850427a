"""The articles of the inputs labelled part by part; what is on disk already is not labelled again."""

from __future__ import annotations

import hashlib
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

from pipeline.errors import InputError
from pipeline.mentions.reader.windows import MAX_PIECES
from pipeline.readers.read import read_inputs
from pipeline.records.article import Article
from pipeline.training.log import Log
from pipeline.training.news import check_inputs, no_article
from pipeline.training.pretraining.labelled_article import label_article
from pipeline.training.pretraining.parts import load_part, make_part, save_part

PART_ARTICLES = 500
FORMAT = 1  # to be raised with every change of what a part holds


def label_inputs(inputs: Sequence[str], folder: Path, log: Log) -> list[Path]:
    """Label every article that is worth reading; returns the parts in the order of the inputs.

    Args:
        inputs: files, folders, or - for standard input.
        folder: of the parts.
        log: takes a line for each part that is labelled now, then how many articles there were of each status.

    Raises:
        InputError: an input or any article is missing, or the folder holds parts of others.
    """
    check_inputs(inputs)
    folder.mkdir(parents=True, exist_ok=True)
    statuses: Counter[str] = Counter()
    paths = [
        _ensure(folder / f"part-{number:05}.npz", articles, log)
        for number, articles in enumerate(_batched(inputs, statuses))
    ]
    log({"read": dict(sorted(statuses.items()))})
    if not paths:
        raise no_article(inputs)
    surplus = sorted(set(folder.glob("part-*.npz")) - set(paths))
    if surplus:
        raise _foreign(surplus[0])
    return paths


def _batched(inputs: Sequence[str], statuses: Counter[str]) -> Iterator[list[Article]]:
    articles = _worth_reading(inputs, statuses)
    while part := list(islice(articles, PART_ARTICLES)):
        yield part


def _worth_reading(inputs: Sequence[str], statuses: Counter[str]) -> Iterator[Article]:
    for reading in read_inputs(inputs):
        statuses[reading.status] += 1
        if reading.status == "ok":
            yield reading.article


def _ensure(path: Path, articles: Sequence[Article], log: Log) -> Path:
    """Label a part, or see that the one on disk is of these articles; returns its path."""
    digest = _digest(articles)
    if path.exists():
        if load_part(path).digest != digest:
            raise _foreign(path)
        return path
    began = time.perf_counter()
    part = make_part([label_article(article) for article in articles], digest)
    save_part(part, path)
    seconds = round(time.perf_counter() - began, 1)
    log({"labelled": path.name, "articles": part.articles, "pieces": len(part.numbers), "seconds": seconds})
    return path


def _digest(articles: Sequence[Article]) -> str:
    digest = hashlib.sha256(f"{FORMAT} {MAX_PIECES}".encode())
    for article in articles:
        roles = [(line.start, line.end, line.role) for line in article.lines]  # sentences depend on them
        digest.update(repr((article.text, roles)).encode())
    return digest.hexdigest()[:16]


def _foreign(path: Path) -> InputError:
    return InputError(f"{path} holds labels of other articles. Give the inputs it was made of, or another folder.")

"""Labelled articles on disk, some hundred to a file, words and labels as numbers."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from pipeline.errors import InputError
from pipeline.mentions.reader.features import CONTEXT
from pipeline.training.pretraining.labelled_article import LabelledArticle

NUMBERED = ("words", "tags", "names", "relations")


@dataclass(frozen=True, slots=True, kw_only=True)
class Inventory:
    """What the numbers of a part stand for, in the order in which they first occur."""

    words: tuple[str, ...]
    tags: tuple[str, ...]
    names: tuple[str, ...]
    relations: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SilverPart:
    """The n pieces of some articles.

    Attributes:
        digest: of the articles.
        articles: how many there are.
        inventory: what the numbers stand for.
        numbers: n x 5 int32: word, tag, name label, relation, and the label of its head, which stands for itself.
        flags: n x CONTEXT bool.
        windows: int32, pieces of each window.
    """

    digest: str
    articles: int
    inventory: Inventory
    numbers: NDArray[np.int32]
    flags: NDArray[np.bool_]
    windows: NDArray[np.int32]


@dataclass(slots=True)
class _Numbering:
    numbers: dict[str, int] = field(default_factory=dict)

    def __call__(self, values: Sequence[str]) -> list[int]:
        return [self.numbers.setdefault(value, len(self.numbers)) for value in values]


def make_part(articles: Sequence[LabelledArticle], digest: str) -> SilverPart:
    """Number the words and labels of some articles; `digest` is theirs."""
    number = {kind: _Numbering() for kind in NUMBERED}
    columns = _columns(articles, number)
    return SilverPart(
        digest=digest,
        articles=len(articles),
        inventory=Inventory(**{kind: tuple(number[kind].numbers) for kind in NUMBERED}),
        numbers=np.array(columns, dtype=np.int32).T,
        flags=np.concatenate([np.zeros((0, CONTEXT), dtype=np.bool_), *(article.flags for article in articles)]),
        windows=np.array([size for article in articles for size in article.windows], dtype=np.int32),
    )


def _columns(articles: Sequence[LabelledArticle], number: dict[str, _Numbering]) -> list[list[int]]:
    labels = [sentence for article in articles for sentence in article.labels]
    return [
        [n for article in articles for n in number["words"](article.words)],
        [n for sentence in labels for n in number["tags"](sentence.tags)],
        [n for sentence in labels for n in number["names"](sentence.names)],
        [n for sentence in labels for n in number["relations"](sentence.relations)],
        [n for sentence in labels for n in sentence.heads],
    ]


def save_part(part: SilverPart, path: Path) -> None:
    """Write beside, then move into place: a part that is there is whole."""
    head = {"digest": part.digest, "articles": part.articles}
    fresh = path.with_name(f"{path.name}.new")
    with fresh.open("wb") as handle:
        np.savez_compressed(
            handle, head=_encoded(head), inventory=_encoded(asdict(part.inventory)),
            numbers=part.numbers, flags=part.flags, windows=part.windows,
        )  # fmt: skip
    fresh.replace(path)


def load_part(path: Path) -> SilverPart:
    """Read what `save_part` wrote.

    Raises:
        InputError: the file is damaged.
    """
    try:
        with path.open("rb") as handle, np.load(handle) as arrays:
            inventory = {kind: tuple(values) for kind, values in json.loads(arrays["inventory"].tobytes()).items()}
            return SilverPart(
                **json.loads(arrays["head"].tobytes()), inventory=Inventory(**inventory),
                numbers=arrays["numbers"], flags=arrays["flags"], windows=arrays["windows"],
            )  # fmt: skip
    except (OSError, ValueError, KeyError, TypeError, BadZipFile) as error:
        raise InputError(f"{path} cannot be read. Delete it and give the same command with --resume.") from error


def _encoded(content: object) -> NDArray[np.uint8]:
    """JSON as bytes: an array of strings would give every word the room of the longest."""
    return np.frombuffer(json.dumps(content).encode("ascii"), dtype=np.uint8)

"""Settings of a training and sizes of the network."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

RATE, ENCODER_RATE = 2e-3, 1e-3


class Size(StrEnum):
    """Networks that one can train: `small` is quick at work, `large` teaches small ones and wants a graphics card."""

    SMALL = "small"
    LARGE = "large"


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingSettings:
    """How long and how fast to learn; a batch is `batch` windows.

    Attributes:
        size: of the network.
        rate: of all parameters; a pretrained encoder learns at `encoder_rate` instead, so as not to forget, and in the
            first epoch even less, while what stands on it is still random.
        folds: where it is not 0, every `folds`-th text from number `fold` on is held back and scored on apart.
        articles: number of news articles that teachers label for a student; the seed draws them.
        longest: characters of each that are taught: many beginnings teach more than few whole articles.
        repeats: times that the corpus is seen for each time that those articles are.
    """

    seed: int = 0
    size: Size = Size.SMALL
    epochs: int = 15
    batch: int = 2
    rate: float = RATE
    encoder_rate: float = ENCODER_RATE
    decay: float = 0.01
    dropout: float = 0.25
    clip: float = 2.0
    warmup: int = 100
    average: float = 0.995
    relation_weight: float = 1.0
    relations_from_epoch: int = 1
    evaluate_every: int = 3
    fold: int = 0
    folds: int = 0
    articles: int = 1800
    longest: int = 2500
    repeats: int = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingPaths:
    """Folders of a training: two corpora in, one reader out.

    Attributes:
        encoder: of `svodka pretrain`, to start from.
        teachers: readers whose opinions on the articles of `news` are learned beside the corpus.
    """

    corpus: Path
    dev: Path
    out: Path
    encoder: Path | None = None
    teachers: tuple[Path, ...] = ()
    news: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReaderShape:
    """Sizes of the network; the defaults give 2.5 million parameters on NEREL, `large` 16 million.

    `embeddings` gives the rows of each kind's table, `extras` the plain numbers of a piece, `types` and `relations`
    the labels (without «none»), `layers` those of attention (without any, the encoder is convolutions alone).
    """

    embeddings: dict[str, int]
    extras: int
    types: int
    relations: int
    vectors: int = 600
    inputs: int = 192
    channels: int = 200
    dilations: tuple[int, ...] = (1, 2, 4, 8)
    layers: int = 0
    spans: int = 128
    pairs: int = 128
    dropout: float = 0.25
    word_dropout: float = 0.05

    def of_size(self, size: Size) -> ReaderShape:
        """The shape for the same labels and words in another size."""
        if size is Size.SMALL:
            return self
        return replace(self, inputs=384, channels=384, layers=5, spans=256, pairs=256)

"""Settings of a pretraining and where its files lie."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path

from pipeline.training.settings import Size

# Affixes are many and each longer one says less that the shorter does not: they must be frequent to get a row.
LEAST = {
    "lemma": 20, "shape": 20, "suffix2": 20, "suffix3": 40, "suffix4": 60, "suffix5": 80,
    "prefix2": 20, "prefix3": 50, "prefix4": 80,
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class PretrainingSettings:
    """How long, how fast and from what to learn.

    Attributes:
        size: of the network.
        epochs: times that every window is seen; a fraction is that share of one pass.
        batch: windows of an update.
        warmup: updates until the full rate.
        names: weight of slovnet's names, which are what a reader looks for; its other labels have 0.5.
        lemmas: weight of the lemma of a blanked piece.
        blanked: share of pieces of which the network sees nothing but their surroundings.
        unnamed: share of pieces that lose lemma and vectors, but keep affixes, shape and grammemes.
        least: times that a value of each kind must occur to be known.
        least_tag: times that a morphological tag must occur to be a class of its own.
        report_every: updates between two lines of the log.
        checkpoint_every: updates between two states on disk; a multiple of `report_every`, so that a pretraining that
            goes on from one logs the same means.
    """

    seed: int = 0
    size: Size = Size.SMALL
    epochs: float = 1.0
    batch: int = 8
    rate: float = 2e-3
    decay: float = 0.02
    dropout: float = 0.1
    clip: float = 1.0
    warmup: int = 300
    names: float = 2.0
    lemmas: float = 0.5
    blanked: float = 0.15
    unnamed: float = 0.1
    least: dict[str, int] = field(default_factory=LEAST.copy)
    least_tag: int = 50
    report_every: int = 100
    checkpoint_every: int = 500

    def weights(self) -> tuple[float, float, float, float, float]:
        """Of the tasks: tag, name, relation, head, lemma."""
        return 0.5, self.names, 0.5, 0.5, self.lemmas

    def for_size(self) -> PretrainingSettings:
        """A large network learns slower, and has room for more than names."""
        return self if self.size is Size.SMALL else replace(self, rate=1.5e-3, names=1.0, lemmas=1.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class PretrainingPaths:
    """Articles in (files, folders, or - for standard input), the encoder's folder out."""

    inputs: tuple[str, ...]
    out: Path

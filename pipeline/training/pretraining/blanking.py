"""Batches of windows in which some pieces are blanked, so that only their surroundings can tell what they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from pipeline.mentions.reader.features import UNKNOWN
from pipeline.mentions.reader.words import KINDS
from pipeline.training.pretraining.settings import PretrainingSettings
from pipeline.training.pretraining.silver_corpus import SilverCorpus
from pipeline.training.pretraining.word_table import WordTable
from pipeline.training.vector_table import look_up

_LEMMA = KINDS.index("lemma")


@dataclass(frozen=True, slots=True, kw_only=True)
class SilverBatch:
    """b windows of at most n pieces, of which p are real.

    Inputs: `ids` b x n x kinds, `rows` b x n x 2 of the vectors, `named` b x n, whose vectors are shown, `extras`
    b x n x e, `mask` b x n.
    Answers of the real pieces: `labels` p x 4, `lemmas` p (rows of the lemma's table), `asked` p: whether the lemma is
    to be told, as it is of pieces that are blanked and whose lemma is known.
    """

    ids: Tensor
    rows: Tensor
    named: Tensor
    extras: Tensor
    mask: Tensor
    labels: Tensor
    lemmas: Tensor
    asked: Tensor

    def to(self, device: torch.device) -> SilverBatch:
        """The same on a device."""
        return SilverBatch(**{field.name: getattr(self, field.name).to(device) for field in fields(self)})

    def inputs(self) -> tuple[Tensor, Tensor, Tensor]:
        """What the input layer takes."""
        return self.ids, look_up(self.rows, self.named), self.extras


@dataclass(frozen=True, slots=True, kw_only=True)
class SilverBatches:
    """Makes batches of the windows of a corpus, whose words `table` knows."""

    corpus: SilverCorpus
    table: WordTable
    settings: PretrainingSettings

    def batch(self, windows: Sequence[int], random: np.random.Generator) -> SilverBatch:
        """Blank pieces of some windows as `random` draws them."""
        places, real = self._places(windows)
        drawn = random.random(real.shape)
        blanked, named = drawn < self.settings.blanked, drawn >= self.settings.blanked + self.settings.unnamed
        words = self.corpus.words[places]
        ids = np.where((real & ~blanked)[..., None], self.table.ids[words], UNKNOWN).astype(np.int64)
        ids[~named, _LEMMA] = UNKNOWN
        lemmas = self.table.ids[words[real], _LEMMA].astype(np.int64)
        return SilverBatch(
            ids=torch.from_numpy(ids), rows=torch.from_numpy(self.table.rows[words]),
            named=torch.from_numpy((real & named).astype(np.float32)),
            extras=torch.from_numpy(self._extras(places, real, blanked)),
            mask=torch.from_numpy(real.astype(np.float32)),
            labels=torch.from_numpy(self.corpus.labels[places[real]].astype(np.int64)),
            lemmas=torch.from_numpy(lemmas), asked=torch.from_numpy(blanked[real] & (lemmas != UNKNOWN)),
        )  # fmt: skip

    def _places(self, windows: Sequence[int]) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
        """Places of pieces, b x n, and which of them are real; padding stands at place 0."""
        starts = self.corpus.bounds[windows][:, None]
        sizes = self.corpus.bounds[np.asarray(windows) + 1][:, None] - starts
        along = np.arange(sizes.max())
        real = along < sizes
        return np.where(real, starts + along, 0), np.asarray(real)

    def _extras(
        self, places: NDArray[np.int64], real: NDArray[np.bool_], blanked: NDArray[np.bool_]
    ) -> NDArray[np.float32]:
        """Grammemes and flags, b x n x e: of blanked pieces the flags alone, of padding neither."""
        grammemes = self.table.grammemes[self.corpus.words[places]] * (real & ~blanked)[..., None]
        flags = self.corpus.flags[places] & real[..., None]
        return np.concatenate([grammemes, flags], axis=-1, dtype=np.float32)

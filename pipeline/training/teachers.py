"""What trained readers think of unlabelled articles, as lessons for a student.

Several readers together are better than each of them, and a student that has learned their mean opinion is as quick as
one. Their doubts are taught along: a span is given the share of each type, not only the likeliest (Hinton 2015).
"""

from __future__ import annotations

import hashlib
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.errors import InputError
from pipeline.mentions.reader.config import load_config
from pipeline.mentions.reader.features import CONTEXT, FeatureExtractor, FeatureVocabulary
from pipeline.readers.read import read_inputs
from pipeline.training.checkpoint import CHECKPOINT_FILE, read_averaged
from pipeline.training.examples import Example, make_windows
from pipeline.training.labels import Labels
from pipeline.training.network import Reader
from pipeline.training.news import check_inputs, no_article
from pipeline.training.predict import Predictor
from pipeline.training.prepared import Prepared, prepare
from pipeline.training.settings import ReaderShape, Size, TrainingSettings


@dataclass(frozen=True, slots=True, kw_only=True)
class Teachers:
    """Trained readers of one vocabulary and one set of labels; `digest` is of their bytes."""

    predictor: Predictor
    vocabulary: FeatureVocabulary
    digest: str

    @property
    def labels(self) -> Labels:
        """Their types and relations."""
        return self.predictor.labels

    def lessons(self, texts: Sequence[str]) -> Iterator[Prepared]:
        """Every window of some texts with what the teachers think of it."""
        extractor = FeatureExtractor(self.vocabulary)
        for text in texts:
            examples = [Example(text=text, window=w, mentions=(), relations=()) for w in make_windows(text)]
            yield from self.predictor.teach(prepare(examples, extractor, self.labels))


def load_teachers(folders: Sequence[Path], *, device: str = "cpu") -> Teachers:
    """Load finished readers with the weights of their checkpoints, small and large ones together.

    Raises:
        InputError: a folder holds none, or they differ in vocabulary or labels.
    """
    found = [_load(folder) for folder in folders]
    first = found[0]
    for folder, other in zip(folders, found, strict=True):
        if (other.labels, other.vocabulary) != (first.labels, first.vocabulary):
            raise InputError(f"{folder} has other labels or another vocabulary than {folders[0]}. Train both alike.")
    models = [model.to(device) for teacher in found for model in teacher.predictor.models]
    digest = hashlib.sha256("".join(teacher.digest for teacher in found).encode()).hexdigest()
    return Teachers(predictor=Predictor(models=models, labels=first.labels), vocabulary=first.vocabulary, digest=digest)


def _load(folder: Path) -> Teachers:
    config, path = load_config(folder), folder / CHECKPOINT_FILE
    if not path.is_file():
        raise InputError(f"There is no {path}, and a teacher is its weights. Name a folder of `svodka train`.")
    labels = Labels(types=config.types, relations=config.relations, allowed=config.allowed)
    vocabulary = FeatureVocabulary.load(folder / "vocabulary.json")
    model = Reader(reader_shape(labels, vocabulary, size=Size(str(config.settings.get("size", Size.SMALL)))))
    model.load_state_dict(read_averaged(path))
    return Teachers(
        predictor=Predictor(models=[model.eval()], labels=labels), vocabulary=vocabulary,
        digest=hashlib.sha256(path.read_bytes()).hexdigest(),
    )  # fmt: skip


def reader_shape(
    labels: Labels, vocabulary: FeatureVocabulary, *, dropout: float = 0.0, size: Size = Size.SMALL
) -> ReaderShape:
    """The shape of a reader for these labels and words; one column stays where a corpus has no relations."""
    shape = ReaderShape(
        embeddings=vocabulary.sizes(), extras=len(vocabulary.grammemes) + CONTEXT, types=len(labels.types),
        relations=max(len(labels.relations), 1), dropout=dropout,
    )  # fmt: skip
    return shape.of_size(size)


def choose_articles(inputs: Sequence[str], settings: TrainingSettings) -> list[str]:
    """Texts of articles drawn from the inputs, each cut at `settings.longest` characters.

    Raises:
        InputError: an input is missing, or there is no Russian article.
    """
    check_inputs(inputs)
    texts = [reading.article.text[: settings.longest] for reading in read_inputs(inputs) if reading.status == "ok"]
    if not texts:
        raise no_article(inputs)
    random.Random(settings.seed).shuffle(texts)
    return texts[: settings.articles]

"""Scores of a trained reader on a corpus in brat's standoff format."""

from __future__ import annotations

from pathlib import Path

from rich.table import Table

from pipeline.language.layout import find_lines
from pipeline.language.segmentation import split_sentences
from pipeline.mentions.reader.model import ReaderModel, ReadSpan
from pipeline.training.corpus import TypedSpan, read_brat
from pipeline.training.scoring import ReaderScores, Tally


def score_reader(corpus: Path, reader: Path) -> ReaderScores:
    """Read every text of a corpus and count strictly.

    Raises:
        InputError: corpus or reader cannot be read.
    """
    texts, model = read_brat(corpus), ReaderModel(reader)
    scores = ReaderScores()
    for gold in texts:
        sentences = [sentence.tokens for sentence in split_sentences(gold.text, find_lines(gold.text))]
        reading = model.read(gold.text, sentences)
        relations = {(link.type, _typed(link.head), _typed(link.tail)) for link in reading.relations}
        scores.add(gold, {_typed(span) for span in reading.spans}, relations)
    return scores


def _typed(span: ReadSpan) -> TypedSpan:
    return span.start, span.end, span.type


def reader_table(scores: ReaderScores) -> Table:
    """One row a figure, then one a type and one a relation, with the number of gold answers."""
    table = Table("what", "right", "found", "gold", "F1")
    for name, value in scores.figures().items():
        table.add_row(name, "", "", "", f"{value:.4f}")
    for tally in (scores.mentions, scores.relations):
        table.add_section()
        for name in tally.names():
            table.add_row(name, *_counts(tally, name), f"{tally.f1([name]):.4f}")
    return table


def _counts(tally: Tally, name: str) -> tuple[str, str, str]:
    return str(tally.right[name]), str(tally.predicted[name]), str(tally.gold[name])

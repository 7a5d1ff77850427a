"""Scores of a trained reader on an annotated corpus, and how true its confidence is."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from rich.table import Table

from pipeline.mentions.reader.calibration import calibration_error
from pipeline.mentions.reader.component import shipped_reader
from pipeline.mentions.reader.reading import Reading
from pipeline.training.corpus import AnnotatedText
from pipeline.training.docbin import read_corpus
from pipeline.training.scoring import ReaderScores, Tally


@dataclass(slots=True)
class ReaderEvaluation:
    """Strict scores, and every answer's confidence with whether it was right, of spans and of relations."""

    scores: ReaderScores = field(default_factory=ReaderScores)
    spans: list[tuple[float, bool]] = field(default_factory=list)
    relations: list[tuple[float, bool]] = field(default_factory=list)

    def add(self, gold: AnnotatedText, reading: Reading) -> None:
        """Count one text."""
        spans, relations = reading.span_confidences(), reading.relation_confidences()
        self.scores.add(gold, spans.keys(), relations.keys())
        self.spans += [(confidence, span in gold.mentions) for span, confidence in spans.items()]
        self.relations += [(confidence, link in gold.relations) for link, confidence in relations.items()]

    def figures(self) -> dict[str, float]:
        """F1 of mentions, event triggers, relations and event arguments."""
        return self.scores.figures()

    def calibration_errors(self) -> dict[str, float]:
        """Expected calibration error of the confidence of spans and relations, ten bins."""
        answers = {"spans": self.spans, "relations": self.relations}
        return {
            f"calibration error of {name}": round(calibration_error([p for p, _ in found], [ok for _, ok in found]), 4)
            for name, found in answers.items()
        }


def score_reader(corpus: Path, reader: Path | None = None) -> ReaderEvaluation:
    """Read every text of a corpus and count strictly.

    Args:
        corpus: a folder in brat's standoff format or a `.spacy` file.
        reader: a folder that `svodka train` wrote; the shipped reader by default.

    Raises:
        InputError: corpus or reader cannot be read.
    """
    texts, model = read_corpus(corpus), shipped_reader(reader)
    evaluation = ReaderEvaluation()
    for gold in texts:
        evaluation.add(gold, model.read_text(gold.text))
    return evaluation


def reader_table(evaluation: ReaderEvaluation) -> Table:
    """One row a figure, then one a type and one a relation, with the number of gold answers."""
    table = Table("what", "right", "found", "gold", "F1")
    for name, value in {**evaluation.figures(), **evaluation.calibration_errors()}.items():
        table.add_row(name, "", "", "", f"{value:.4f}")
    for tally in (evaluation.scores.mentions, evaluation.scores.relations):
        table.add_section()
        for name in tally.names():
            table.add_row(name, *_counts(tally, name), f"{tally.f1([name]):.4f}")
    return table


def _counts(tally: Tally, name: str) -> tuple[str, str, str]:
    return str(tally.right[name]), str(tally.predicted[name]), str(tally.gold[name])

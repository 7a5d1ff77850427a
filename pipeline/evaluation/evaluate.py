"""One evaluation: the pipeline, or the tables of a run, against a gold corpus."""

from __future__ import annotations

import json
import tempfile
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from pipeline.evaluation.answers import Answers
from pipeline.evaluation.corpus import Corpus
from pipeline.evaluation.counts import Fault
from pipeline.evaluation.date_scores import SentenceScore, score_sentences
from pipeline.evaluation.scores import GoldScore, score_articles
from pipeline.evaluation.trial import answer_corpus

SENTENCES = "date_sentences"


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluation:
    """Scores on one corpus; a part that the corpus lacks is `None`."""

    digest: str
    articles: GoldScore | None
    sentences: SentenceScore | None

    @property
    def faults(self) -> tuple[Fault, ...]:
        """Everything missed, wrong or too much, article by article."""
        return (*(self.articles.faults if self.articles else ()), *(self.sentences.faults if self.sentences else ()))

    def figures(self) -> dict[str, float]:
        """One figure between 0 and 1 a layer: what floors are set for."""
        figures = self.articles.figures() if self.articles else {}
        return {**figures, SENTENCES: self.sentences.accuracy} if self.sentences else figures

    def as_json(self) -> dict[str, Any]:
        """Everything but the faults."""
        found: dict[str, Any] = {"digest": self.digest}
        if self.articles:
            found |= {"articles": self.articles.articles, **self.articles.as_json()}
        if self.sentences:
            numbers = asdict(self.sentences)
            numbers.pop("faults")
            found[SENTENCES] = {**numbers, "accuracy": self.sentences.accuracy}
        return found


def evaluate_pipeline(corpus: Corpus, folder: Path | None = None, *, careful: bool = True) -> Evaluation:
    """Run over the corpus and score the tables; they stay in `folder`, where one is given."""
    if folder:
        return evaluate_answers(corpus, answer_corpus(corpus, folder, careful=careful))
    with tempfile.TemporaryDirectory() as temporary:
        return evaluate_answers(corpus, answer_corpus(corpus, Path(temporary), careful=careful))


def evaluate_answers(corpus: Corpus, answers: dict[str, Answers]) -> Evaluation:
    """Score given answers; an article or sentence without answers counts as empty."""
    return Evaluation(
        digest=corpus.digest,
        articles=score_articles(corpus.articles, answers) if corpus.articles else None,
        sentences=score_sentences(corpus.sentences, answers) if corpus.sentences else None,
    )


def write_evaluation(evaluation: Evaluation, folder: Path) -> None:
    """Write `scores.json` and `faults.jsonl` into a folder, which is made where it is missing."""
    folder.mkdir(parents=True, exist_ok=True)
    scores = json.dumps(evaluation.as_json(), ensure_ascii=False, indent=1)
    (folder / "scores.json").write_text(scores + "\n", encoding="utf-8")
    lines = (json.dumps(asdict(fault), ensure_ascii=False) for fault in evaluation.faults)
    (folder / "faults.jsonl").write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")

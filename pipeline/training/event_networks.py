"""Trains the networks that find events: the words that name them, what belongs to each, what became of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from spacy.tokens import Doc

from pipeline.assembly import build_pipeline, read_articles
from pipeline.events.factuality.model import STATUSES
from pipeline.events.linking.model import ANSWERS
from pipeline.events.ontology import Ontology, default_ontology
from pipeline.training.factuality.examples import factuality_rows
from pipeline.training.linking.examples import linking_rows
from pipeline.training.marked import MarkedText
from pipeline.training.networks import FACTUALITY, LINKING, TRIGGERS, Rows, Training, make_examples, train_networks
from pipeline.training.tellings import find_marked_tellings
from pipeline.training.triggers.examples import TriggerReader, known_types

_LAST = "svodka_reader"  # what the networks see comes from it and those before it
_OF_OUR_OWN = 2.0  # weight of whole articles, annotated with care, beside passages, of which there are many more
_SETTINGS: dict[str, Training] = {"triggers": TRIGGERS, "linking": LINKING, "factuality": FACTUALITY}


def train_event_networks(
    texts: Sequence[MarkedText], out: Path, report: Callable[[str], None]
) -> dict[str, dict[str, float]]:
    """Train all of them on one reading of the articles, into the subfolders `triggers`, `linking` and `factuality`.

    Args:
        texts: articles with their events.
        out: the folder.
        report: told what is being done.

    Returns:
        Precision, recall and F1 of each network in a cross-validation by article.
    """
    ontology = default_ontology()
    types = known_types(texts, ontology)
    answers: dict[str, tuple[str, ...]] = {"triggers": types, "linking": ANSWERS, "factuality": STATUSES}
    read = _read(texts, TriggerReader(types=types, ontology=ontology), ontology, report)
    scores = {}
    for name, settings in _SETTINGS.items():
        rows = [_weighted(own, text) for article, text in zip(read, texts, strict=True) if (own := article[name])]
        report(f"{name}: {sum(len(own.said) for own in rows)} examples")
        scores[name] = train_networks(make_examples(rows, answers[name]), out / name, settings)
    return scores


def _weighted(rows: Rows, text: MarkedText) -> Rows:
    return rows if text.thorough else replace(rows, weight=_OF_OUR_OWN)


def _read(
    texts: Sequence[MarkedText], triggers: TriggerReader, ontology: Ontology, report: Callable[[str], None]
) -> list[dict[str, Rows | None]]:
    """What each article teaches each network."""
    nlp = build_pipeline()
    for name in nlp.pipe_names[nlp.pipe_names.index(_LAST) + 1 :]:
        nlp.remove_pipe(name)
    rows = []
    for number, (doc, text) in enumerate(zip(read_articles(nlp, (t.article for t in texts)), texts, strict=True), 1):
        rows.append(_rows(doc, text, triggers, ontology))
        if number % 100 == 0:
            report(f"read {number} of {len(texts)} articles")
    return rows


def _rows(doc: Doc, text: MarkedText, triggers: TriggerReader, ontology: Ontology) -> dict[str, Rows | None]:
    told = find_marked_tellings(doc, text, ontology)
    return {
        "triggers": triggers.rows(doc, text), "linking": linking_rows(doc, told),
        "factuality": factuality_rows(doc, told, ontology),
    }  # fmt: skip

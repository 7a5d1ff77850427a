"""Trains the two networks that find events: the words that name them, and what belongs to each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from pipeline.assembly import build_pipeline, read_articles
from pipeline.events.linking.model import ANSWERS
from pipeline.events.ontology import default_ontology
from pipeline.training.linking.examples import LinkingReader
from pipeline.training.marked import MarkedText
from pipeline.training.networks import LINKING, TRIGGERS, Rows, make_examples, train_networks
from pipeline.training.triggers.examples import TriggerReader, known_types

_LAST = "svodka_reader"  # what the networks see comes from it and those before it


def train_event_networks(
    texts: Sequence[MarkedText], out: Path, report: Callable[[str], None]
) -> dict[str, dict[str, float]]:
    """Train both networks on one reading of the articles, into the subfolders `triggers` and `linking`.

    Args:
        texts: articles with their events.
        out: the folder.
        report: told what is being done.

    Returns:
        Precision, recall and F1 of each network in a cross-validation by article.
    """
    ontology = default_ontology()
    types = known_types(texts, ontology)
    triggers, linking = TriggerReader(types=types, ontology=ontology), LinkingReader(ontology=ontology)
    words, pairs = _read(texts, triggers, linking, report)
    report(f"triggers: {sum(len(rows.said) for rows in words)} words")
    of_words = train_networks(make_examples(words, types), out / "triggers", TRIGGERS)
    report(f"linking: {sum(len(rows.said) for rows in pairs)} pairs")
    return {"triggers": of_words, "linking": train_networks(make_examples(pairs, ANSWERS), out / "linking", LINKING)}


def _read(
    texts: Sequence[MarkedText], triggers: TriggerReader, linking: LinkingReader, report: Callable[[str], None]
) -> tuple[list[Rows], list[Rows]]:
    nlp = build_pipeline()
    for name in nlp.pipe_names[nlp.pipe_names.index(_LAST) + 1 :]:
        nlp.remove_pipe(name)
    words, pairs = list[Rows | None](), list[Rows | None]()
    for number, (doc, text) in enumerate(zip(read_articles(nlp, (t.article for t in texts)), texts, strict=True), 1):
        words.append(triggers.rows(doc, text))
        pairs.append(linking.rows(doc, text))
        if number % 100 == 0:
            report(f"read {number} of {len(texts)} articles")
    return [rows for rows in words if rows is not None], [rows for rows in pairs if rows is not None]

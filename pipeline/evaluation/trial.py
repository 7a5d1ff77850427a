"""A real run over the texts of a gold corpus, given as they would arrive in a dump."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Sequence
from pathlib import Path

from pipeline.assembly import AnnotatorLoader
from pipeline.evaluation.answers import Answers
from pipeline.evaluation.corpus import Corpus
from pipeline.evaluation.from_tables import answers_from_tables
from pipeline.merging import merge_run
from pipeline.runner.run import run
from pipeline.runner.settings import RunSettings

_Text = tuple[str, str, dt.date | None]


def answer_corpus(corpus: Corpus, folder: Path, *, careful: bool = True) -> dict[str, Answers]:
    """Run over the articles and, apart from them, over the date sentences; give the answers by id.

    The day of publication is given as metadata where the head of the text does not show it. The tables stay in the
    subfolders `articles` and `sentences`. A careful run lets the larger network read as well.
    """
    articles = [(a.id, a.text, a.given_published()) for a in corpus.articles]
    sentences = [(s.id, s.text, s.published) for s in corpus.sentences]
    return _answer(articles, folder / "articles", careful) | _answer(sentences, folder / "sentences", careful)


def _answer(texts: Sequence[_Text], folder: Path, careful: bool) -> dict[str, Answers]:
    if not texts:
        return {}
    folder.mkdir(parents=True, exist_ok=True)
    dump = folder / "input.jsonl"
    write_dump(texts, dump)
    settings = RunSettings(inputs=(str(dump),), out=folder, formats=("csv",), careful=careful)
    run(settings, load=AnnotatorLoader(careful=careful), merge=merge_run)
    return answers_from_tables(folder)


def write_dump(texts: Iterable[_Text], path: Path) -> None:
    """Write texts as a JSONL dump: `id`, `text`, and `published` where it is told."""
    lines = []
    for identifier, text, published in texts:
        record = {"id": identifier, "text": text}
        if published is not None:
            record["published"] = published.isoformat()
        lines.append(json.dumps(record, ensure_ascii=False) + "\n")
    path.write_text("".join(lines), encoding="utf-8")

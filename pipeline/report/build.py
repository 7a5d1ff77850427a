"""The tables of a run to a folder of pages."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from pipeline.errors import InputError
from pipeline.loading.articles import articles_of
from pipeline.loading.finished_run import FinishedRun, open_run
from pipeline.records.tables.column import Row
from pipeline.report.article import show_article
from pipeline.report.choice import ChosenEvents, ListedArticle, choose_articles, choose_events
from pipeline.report.folder import copy_assets, outline, replaced_folder
from pipeline.report.happenings import arguments_of, tell
from pipeline.report.labels_file import Labels, load_labels
from pipeline.report.pages import open_templates
from pipeline.report.script import data_script
from pipeline.report.settings import ReportOutcome, ReportSettings
from pipeline.report.texts import find_texts, recorded_inputs
from pipeline.report.totals import CoverageTotals


def build_report(settings: ReportSettings) -> ReportOutcome:
    """Write the report of a run.

    Raises:
        InputError: the folder holds no run, or `texts` names something that is not there.
        OutputError: the pages cannot be written.
    """
    labels = load_labels(settings.language)
    run = open_run(settings.tables)
    articles = choose_articles(run.rows("documents"), settings.max_articles)
    events = choose_events(run.rows("events"), settings.max_events)
    texts = _texts(settings, run.summary, articles)
    with replaced_folder(settings.folder) as folder:
        copy_assets(folder)
        (folder / "articles").mkdir()
        render = open_templates(labels, settings.language)
        totals = _write_articles(run, folder, articles, texts, render, labels)
        _write_data(run, folder, articles, events, labels)
        page = render("index.html.j2", run=run.summary, events=events, articles=articles, coverage=totals)
        (folder / "index.html").write_text(page, encoding="utf-8")
    return ReportOutcome(
        folder=settings.folder, events=events.total, events_listed=len(events.rows), articles=len(articles),
        pages=sum(bool(each.page) for each in articles), texts=totals.texts,
    )  # fmt: skip


def _texts(settings: ReportSettings, summary: Mapping[str, Any], articles: list[ListedArticle]) -> dict[str, str]:
    missing = [path for path in settings.texts if path != "-" and not Path(path).exists()]
    if missing:
        raise InputError(f"No such input: {missing[0]}. Name the dump that holds the articles' texts.")
    recorded, names = recorded_inputs(summary)
    return find_texts(settings.texts or recorded, (each.row.text_sha256 for each in articles if each.page), names)


def _write_articles(
    run: FinishedRun, folder: Path, articles: list[ListedArticle], texts: Mapping[str, str],
    render: Callable[..., str], labels: Labels,
) -> CoverageTotals:  # fmt: skip
    totals = CoverageTotals()
    for article, records in zip(articles, articles_of(run), strict=True):
        if not article.page:
            continue
        page = show_article(article, records, texts.get(article.row.text_sha256), labels)
        if page.whole:
            totals.add(article, page.signs)
        (folder / article.page).write_text(render("article.html.j2", page=page), encoding="utf-8")
    return totals


def _write_data(
    run: FinishedRun, folder: Path, articles: list[ListedArticle], events: ChosenEvents, labels: Labels
) -> None:
    data = folder / "data"
    data.mkdir()
    wanted = frozenset(event.event_id for event in events.rows)
    arguments = arguments_of(run.rows("event_arguments"), wanted)
    entities: dict[str, Row] = {row.entity_id: row for row in run.rows("entities")}
    numbers = {each.row.doc_id: n for n, each in enumerate(articles)}
    told = tell(events.rows, arguments, entities, numbers)
    scripts = {
        "labels": dict(labels), "events": told.index, "articles": [_listed(each) for each in articles],
        "outline": json.loads(outline()),
    }  # fmt: skip
    scripts |= {f"details-{n}": portion for n, portion in enumerate(told.portions)}
    for name, value in scripts.items():
        (data / f"{name}.js").write_text(data_script(name, value), encoding="utf-8")


def _listed(article: ListedArticle) -> list[Any]:
    row = article.row
    day = row.published.isoformat() if row.published else ""
    return [row.doc_id, row.title, day, row.publisher, article.page, row.events, row.mentions, row.status]

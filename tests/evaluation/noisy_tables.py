"""Tables of an imaginary run over gold articles: right answers mixed with every kind of mistake, always the same."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

from pipeline.evaluation.gold import GoldArticle

COLUMNS = {
    "documents": ("doc_id", "published"),
    "mentions": ("mention_id", "doc_id", "start", "end", "type", "kind", "value", "entity_id"),
    "entities": ("entity_id", "type", "name"),
    "events": ("doc_id", "type", "status", "date", "place", "participants", "trigger_start", "trigger_end"),
    "quotes": ("doc_id", "kind", "speaker", "text"),
    "positions": ("doc_id", "person", "position", "organization"),
}
FINE = {"location": ("city", "country", "facility")}
Rows = dict[str, list[dict[str, Any]]]


def write_noisy_tables(articles: list[GoldArticle], folder: Path) -> None:
    """Write the tables as CSV."""
    rows: Rows = {name: [] for name in COLUMNS}
    for i, article in enumerate(articles):
        day = article.published if i % 4 else None
        rows["documents"].append({"doc_id": article.id, "published": day.isoformat() if day else ""})
        _names(article, rows)
        _dates(article, rows)
        _events(article, rows)
        _speech(article, rows)
    for name, columns in COLUMNS.items():
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as handle:
            writer = csv.DictWriter(handle, columns, restval="", lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows[name])


def _names(article: GoldArticle, rows: Rows) -> None:
    for i, entity in enumerate(article.entities):
        key = f"{article.id}-e{i}"
        names = [entity.name, *entity.aliases, f"{entity.name} Младший", "Никто"]
        kind = FINE.get(entity.type, (entity.type,))[i % len(FINE.get(entity.type, (0,)))]
        rows["entities"].append({"entity_id": key, "type": kind, "name": names[i % len(names)].upper()})
        for j, (start, end) in enumerate(entity.mentions):
            for shift in range(1 + (i + j) % 7 // 6):
                _mention(
                    article, rows, start + shift + (i + j) % 5 // 4, end, type=kind, entity_id="" if j % 6 == 5 else key,
                    kind=("name", "abbreviation", "name", "nominal", "")[(i + 2 * j) % 5],
                )  # fmt: skip


def _dates(article: GoldArticle, rows: Rows) -> None:
    for i, date in enumerate(article.dates):
        right = date.values[i % len(date.values)]
        _mention(article, rows, date.start - i % 3, date.end, type="date", value=("", "1999", right, right)[i % 4])
        if i % 5 == 0:
            _mention(article, rows, date.start, date.start + 2, type=("date", "time")[i % 2], value=right)
        if i % 7 == 0:
            _mention(article, rows, date.end + 1, date.end + 4, type="DATE", value="2001-01")


def _mention(article: GoldArticle, rows: Rows, start: int, end: int, **cells: str) -> None:
    identifier = f"{article.id}-m{len(rows['mentions'])}"
    rows["mentions"].append({"mention_id": identifier, "doc_id": article.id, "start": start, "end": end, **cells})


def _events(article: GoldArticle, rows: Rows) -> None:
    for i, event in enumerate(article.events):
        people = [*event.participants, *event.participants_also]
        cells = {
            "doc_id": article.id,
            "type": (event.type, event.type, (*event.type_also, "other")[0])[i % 3],
            "status": ("occurred", event.status, event.status)[i % 3],
            "date": (event.date[-1] or "", "2020-02-02", event.date[0] or "", event.date[0] or "")[i % 4],
            "place": ([event.place, *event.place_also][-1] or "", event.place or "", "Нигде")[i % 5 // 2],
            "participants": "; ".join((people, people[:1], people, [*people, "Чужой"], people)[i % 5]),
            "trigger_start": event.trigger[0] + (0, 0, 200, 0)[i % 4],
            "trigger_end": event.trigger[1] + (0, 0, 200, 70)[i % 4],
        }
        rows["events"] += [cells] * (1 + (i % 6 == 5))


def _speech(article: GoldArticle, rows: Rows) -> None:
    for i, quote in enumerate(article.quotes):
        speaker = quote.speaker if i % 4 else "Никто"
        kind = "indirect" if i % 5 == 4 else "direct"
        rows["quotes"].append(
            {"doc_id": article.id, "kind": kind, "speaker": speaker, "text": f"«{quote.starts} и далее"}
        )
    for i, position in enumerate(article.positions):
        organization = position.organization if i % 3 else ""
        rows["positions"].append(
            {
                "doc_id": article.id,
                "person": position.person,
                "position": position.position,
                "organization": organization,
            }
        )

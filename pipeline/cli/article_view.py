"""An article and its records as text for a terminal: colours where there are any, brackets where there are none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from pipeline.records.article import Article

_STYLES = {
    "person": "bold green", "organization": "bold cyan", "country": "bold magenta", "city": "bold magenta",
    "state_or_province": "bold magenta", "district": "bold magenta", "location": "bold magenta",
    "facility": "bold magenta", "date": "bold yellow", "time": "bold yellow",
}  # fmt: skip
_OTHER = "underline"
PLAIN_WIDTH = 120
Rows = Mapping[str, Sequence[Any]]


def print_article(article: Article, rows: Rows) -> Console:
    """Print the text with its mentions marked, then entities, posts, relations, quotes and events; give the console."""
    console = Console(markup=False, highlight=False)
    if not console.is_terminal:
        console = Console(width=PLAIN_WIDTH, markup=False, highlight=False)
    _print_head(console, article)
    mentions = rows["mentions"]
    body = _coloured(article.text, mentions) if console.color_system else Text(_bracketed(article.text, mentions))
    console.print(body, soft_wrap=not console.is_terminal)
    console.print()
    for table in (_entities(rows), _positions(rows), _relations(rows), _quotes(rows), _events(rows)):
        if table.row_count:
            console.print(table)
    if not rows["events"]:
        console.print("No events found.")
    return console


def _print_head(console: Console, article: Article) -> None:
    day = f"published {article.published} (from {article.published_from})"
    told = day if article.published else "day of publication unknown: tell it with --published"
    console.print(Text(f"{article.doc_id}, {told}", style="dim"), soft_wrap=True)
    console.print()


def _coloured(text: str, mentions: Sequence[Any]) -> Text:
    """Longer mentions first, so that a name within a name keeps its own colour."""
    marked = Text(text)
    for mention in sorted(mentions, key=lambda m: m.start - m.end):
        marked.stylize(_STYLES.get(mention.type, _OTHER), mention.start, mention.end)
    return marked


def _bracketed(text: str, mentions: Sequence[Any]) -> str:
    """`[глав [МИД]organization]profession`; of two mentions that cross each other the first."""
    closing: dict[int, list[str]] = {}
    opening: dict[int, int] = {}
    open_ends: list[int] = []
    for mention in sorted(mentions, key=lambda m: (m.start, -m.end)):
        open_ends = [end for end in open_ends if end > mention.start]
        if not open_ends or mention.end <= open_ends[-1]:
            open_ends.append(mention.end)
            opening[mention.start] = opening.get(mention.start, 0) + 1
            closing.setdefault(mention.end, []).insert(0, f"]{mention.type}")
    marks = sorted({0} | opening.keys() | closing.keys())
    pieces: list[str] = []
    for at, after in zip(marks, [*marks[1:], len(text)], strict=True):
        pieces += [*closing.get(at, ()), "[" * opening.get(at, 0), text[at:after]]
    return "".join(pieces)


def _entities(rows: Rows) -> Table:
    table = _table("Entities", "name", "type", "abbreviation", "mentions")
    for e in rows["entities"]:
        if not e.merged_into:
            table.add_row(Text(e.name, style=_STYLES.get(e.type, "")), e.type, e.abbreviation, str(e.mentions))
    return table


def _positions(rows: Rows) -> Table:
    table = _table("Positions", "person", "position", "organization", "tenure")
    for p in rows["positions"]:
        table.add_row(p.person, p.position, p.organization, p.tenure)
    return table


def _relations(rows: Rows) -> Table:
    table = _table("Relations", "mention", "relation", "mention", "confidence")
    for r in rows["relations"]:
        table.add_row(r.head, r.type, r.tail, f"{r.confidence:.2f}")
    return table


def _quotes(rows: Rows) -> Table:
    table = _table("Quotes", "speaker", "kind", "words")
    for q in rows["quotes"]:
        table.add_row(q.speaker, q.kind, Text(q.text, overflow="ellipsis", no_wrap=True))
    return table


def _events(rows: Rows) -> Table:
    table = _table("Events", "type", "status", "date", "place", "participants", "trigger")
    for e in rows["events"]:
        table.add_row(e.type, e.status, e.date, e.place, "; ".join(e.participants), e.trigger)
    return table


def _table(title: str, *headers: str) -> Table:
    table = Table(title=title, title_justify="left", title_style="bold", header_style="dim")
    for header in headers:
        table.add_column(header)
    return table

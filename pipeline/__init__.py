"""Svodka: Russian news in, event records out.

In a notebook:

    from svodka import read, tables

    doc = read("Вчера в Минске встретились министры.", published="2023-11-21")
    tables(doc)["events"]  # rows: dataclasses that pandas.DataFrame takes, and that show themselves

What a run wrote is loaded by `load("data/out")`. The package `svodka` is the face of these names.
"""

from __future__ import annotations

import datetime as dt
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas as pd
    from spacy.language import Language
    from spacy.tokens import Doc

__all__ = ["load", "load_pipeline", "read", "spans_html", "tables"]


def load_pipeline(*, careful: bool = True) -> Language:
    """Load the spaCy pipeline once: `load_pipeline()(text)` is an annotated `Doc`, add own components as usual.

    Args:
        careful: let the event encoder read every sentence as well: better events, in twice the time of a quick reading.
    """
    return _loaded(careful)


@cache
def _loaded(careful: bool) -> Language:
    from pipeline.assembly import build_pipeline  # noqa: PLC0415  (seconds of models: only when asked)

    return build_pipeline(careful=careful)


def read(text: str, *, title: str = "", published: str | dt.date | None = None, careful: bool = True) -> Doc:
    """Read one article.

    Args:
        text: the article; every offset of every annotation counts in it.
        title: the headline, if metadata gives one.
        published: day of publication (`date`, or as dumps write it: `2023-11-21`, `21.11.2023`), where the text does
            not tell.
        careful: as of `load_pipeline`.

    Returns:
        A `Doc` with `doc._.mentions`, `dates`, `entities`, `positions`, `quotes`, `relations` and `events`.

    Raises:
        ValueError: `published` is no day.
    """
    from pipeline.assembly import read_articles  # noqa: PLC0415
    from pipeline.readers.metadata import parse_published  # noqa: PLC0415
    from pipeline.readers.read import read_text  # noqa: PLC0415

    day = parse_published(published) if isinstance(published, str) else published
    if published and day is None:
        raise ValueError(f"{published!r} is no day of publication. Write it as '2023-11-21'.")
    return next(read_articles(load_pipeline(careful=careful), [read_text(text, title=title, published=day)]))


def tables(doc: Doc) -> dict[str, list[Any]]:
    """The rows of all published tables for one `Doc` that `read` gave, by table name."""
    from pipeline.assembly import collect  # noqa: PLC0415
    from pipeline.merging import tabulate_article  # noqa: PLC0415

    return tabulate_article(doc._.article, collect(doc))


def load(out: str | Path) -> dict[str, pd.DataFrame]:
    """The tables that `svodka run --out OUT` wrote, as DataFrames with types; see `pipeline.loading.frames.load`."""
    from pipeline.loading.frames import load as load_tables  # noqa: PLC0415

    return load_tables(out)


def spans_html(doc: Doc, *, nested: bool = True, page: bool = False) -> str:
    """The text with its mentions marked, by displaCy.

    In a notebook: `IPython.display.HTML(spans_html(doc))`.

    Args:
        doc: what `read` gave.
        nested: mark all mentions, one below the other where they nest; else only the longest.
        page: give a whole HTML page to save, not a piece of one.
    """
    from pipeline.language.displayed import render_spans  # noqa: PLC0415

    return render_spans(doc, doc._.mentions, nested=nested, page=page)

"""`svodka text`: the texts that all offsets count in, also of pages and documents."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Annotated, Any

import typer

from pipeline.cli.errors import explained
from pipeline.cli.options import (
    AuthorField,
    IdField,
    InputsArgument,
    PublishedField,
    PublisherField,
    TextField,
    TitleField,
    UrlField,
)
from pipeline.errors import InputError

if TYPE_CHECKING:
    from pipeline.readers.read import Reading


def text_command(  # noqa: PLR0913, PLR0917  (every parameter is an option of the command)
    inputs: InputsArgument,
    doc: Annotated[str, typer.Option("--doc", help="Only the article of this id, its bare text.")] = "",
    text_field: TextField = "",
    id_field: IdField = "",
    title_field: TitleField = "",
    published_field: PublishedField = "",
    url_field: UrlField = "",
    publisher_field: PublisherField = "",
    author_field: AuthorField = "",
) -> None:
    """Print the texts of articles exactly as svodka reads them: what all offsets count in.

    One JSON object a line: id (the doc_id of a run over the same inputs), text, text_sha256, title, published, url,
    publisher, author, source, encoding. It can be an input itself. What cannot be read is told on standard error.

    Example: svodka text pages.zip > articles.jsonl
    """
    from pipeline.readers.fields import FieldNames  # noqa: PLC0415
    from pipeline.readers.read import read_inputs  # noqa: PLC0415
    from pipeline.writers.json_lines import json_line  # noqa: PLC0415

    names = FieldNames(
        id=id_field, text=text_field, title=title_field, published=published_field, url=url_field,
        publisher=publisher_field, author=author_field,
    )  # fmt: skip
    with explained():
        readings = read_inputs(inputs, names=names)
        if doc:
            _write(_text_of(readings, doc, inputs))
            return
        written = 0
        for reading in readings:
            if reading.rejection and not reading.article.text:
                typer.echo(f"{reading.rejection.source}: {reading.rejection.message}", err=True)
            else:
                _write(json_line(as_record(reading)))
                written += 1
        if not written:
            raise InputError(f"{' '.join(inputs)}: There is no article that can be read. See `svodka text --help`.")


def as_record(reading: Reading) -> dict[str, Any]:
    """The fields of an article under names that `svodka run` knows."""
    from pipeline.records.ids import text_sha256  # noqa: PLC0415

    article = reading.article
    return {
        "id": article.doc_id,
        "text": article.text,
        "text_sha256": text_sha256(article.text),
        "title": article.title,
        "published": article.published.isoformat() if article.published else None,
        "url": article.url,
        "publisher": article.publisher,
        "author": article.author,
        "source": article.source,
        "encoding": article.encoding,
    }


def _text_of(readings: Any, doc_id: str, inputs: list[str]) -> str:
    found = next((reading.article for reading in readings if reading.article.doc_id == doc_id), None)
    if found is None:
        raise InputError(f"{' '.join(inputs)}: It holds no article with the id {doc_id}. Leave out --doc for all.")
    return str(found.text)


def _write(text: str) -> None:
    """Bytes, so that no line end is changed on the way; a reader that has had enough (`head`) is no fault."""
    try:
        sys.stdout.buffer.write(text.encode("utf-8"))
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit from None

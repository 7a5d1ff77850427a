"""Options that several commands take, and their values."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.errors import InputError

if TYPE_CHECKING:
    from pipeline.user_files import UserFile

GazetteerOption = Annotated[
    list[Path] | None,
    typer.Option(
        "--gazetteer", metavar="CSV", help="Bodies and places of your own (docs/identity.md); may be repeated."
    ),
]

OntologyOption = Annotated[
    list[Path] | None,
    typer.Option(
        "--ontology", metavar="YAML", help="Event types and triggers of your own (docs/ontology.md); may be repeated."
    ),
]
CarefulOption = Annotated[
    bool,
    typer.Option("--careful/--quick", help="--quick leaves the event encoder out: twice the pace, poorer events."),
]
INPUTS_HELP = "Files, folders, patterns, or - for stdin: text, JSON, CSV, Parquet, HTML, Word, PDF, WARC; also packed."
_FIELD_HELP = "Field or column that holds the {}, where it has no usual name."
InputsArgument = Annotated[list[str], typer.Argument(metavar="INPUT", help=INPUTS_HELP)]
TextField = Annotated[str, typer.Option(help=_FIELD_HELP.format("text"))]
IdField = Annotated[str, typer.Option(help=_FIELD_HELP.format("id"))]
TitleField = Annotated[str, typer.Option(help=_FIELD_HELP.format("headline"))]
PublishedField = Annotated[str, typer.Option(help=_FIELD_HELP.format("date of publication"))]
UrlField = Annotated[str, typer.Option(help=_FIELD_HELP.format("address"))]
PublisherField = Annotated[str, typer.Option(help=_FIELD_HELP.format("publisher"))]
AuthorField = Annotated[str, typer.Option(help=_FIELD_HELP.format("author"))]


def split_names(option: str) -> list[str]:
    """The names that an option joins with commas, each once."""
    return list(dict.fromkeys(name.strip() for name in option.split(",") if name.strip()))


def parse_day(text: str) -> dt.date | None:
    """The day that `--published` names, `None` where it is not given.

    Raises:
        InputError: it is no ISO day.
    """
    if not text:
        return None
    try:
        return dt.date.fromisoformat(text)
    except ValueError as error:
        raise InputError(f"--published {text} is no day. Write it as 2023-11-21.") from error


def user_files(paths: list[Path] | None) -> tuple[UserFile, ...]:
    """Take note of the files that an option names.

    Raises:
        ResourceError: one cannot be read.
    """
    from pipeline.user_files import user_file  # noqa: PLC0415

    return tuple(user_file(path) for path in paths or ())


@contextmanager
def checked_gazetteer(files: tuple[UserFile, ...]) -> Iterator[None]:
    """Use the user's own gazetteer files within this block, after a look at every row of them.

    Raises:
        ResourceError: a row is wrong; the message names file and line.
    """
    from pipeline.mentions.gazetteer_in_use import load_gazetteer, own_gazetteer  # noqa: PLC0415

    with own_gazetteer(files):
        if files:
            load_gazetteer()
        yield


def checked_ontology(paths: list[Path] | None) -> tuple[UserFile, ...]:
    """The user's own files of event types, after a look at every line of them.

    Raises:
        ResourceError: a line is wrong; the message names it.
    """
    files = user_files(paths)
    if files:
        from pipeline.events.ontology_files import default_ontology, extend_ontology  # noqa: PLC0415

        extend_ontology(default_ontology(), files)
    return files

"""`svodka show`: one article as the pipeline reads it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.cli.errors import explained
from pipeline.cli.options import (
    CarefulOption,
    GazetteerOption,
    OntologyOption,
    checked_gazetteer,
    checked_ontology,
    parse_day,
    user_files,
)
from pipeline.errors import InputError
from pipeline.hidden_modules import lean_spacy

if TYPE_CHECKING:
    import datetime as dt

    from pipeline.records.article import Article


def show_command(  # noqa: PLR0913, PLR0917  (every parameter is an option of the command)
    file: Annotated[str, typer.Argument(metavar="FILE", help="A file that svodka run reads, or - for stdin.")],
    doc: Annotated[str, typer.Option("--doc", help="Id of the article, where the file holds several.")] = "",
    published: Annotated[
        str, typer.Option(metavar="YYYY-MM-DD", help="Day of publication, where the article does not tell it.")
    ] = "",
    gazetteer: GazetteerOption = None,
    ontology: OntologyOption = None,
    careful: CarefulOption = True,
    explain: Annotated[
        bool, typer.Option("--explain", help="Tell for each event which words and rules gave each cell.")
    ] = False,
) -> None:
    """Read one article in the terminal: its names highlighted, its entities and events below.

    Example: svodka show data/raw/sng-astana.txt
    """
    with explained(), lean_spacy():
        from pipeline.assembly import AnnotatorLoader  # noqa: PLC0415
        from pipeline.cli.article_view import print_article  # noqa: PLC0415
        from pipeline.merging import tabulate_article  # noqa: PLC0415

        own = user_files(gazetteer)
        with checked_gazetteer(own):
            article = choose_article(file, doc, published=parse_day(published))
            load = AnnotatorLoader(gazetteers=own, ontologies=checked_ontology(ontology), careful=careful)
            found = load()(article)
            console = print_article(article, tabulate_article(article, found))
            if explain:
                from pipeline.cli.explanation import print_explanations  # noqa: PLC0415

                print_explanations(article, found, console)


def choose_article(path: str, doc_id: str, *, published: dt.date | None) -> Article:
    """The article with this id, or the first one that can be read.

    Raises:
        InputError: there is none; the message says why the first article was rejected.
    """
    from pipeline.readers.read import read_inputs  # noqa: PLC0415

    why = "It holds no article."
    readings = read_inputs([path], published=published)
    for reading in readings:
        if doc_id and reading.article.doc_id != doc_id:
            continue
        if reading.status in {"ok", "duplicate"}:
            if not doc_id and next(readings, None):
                typer.echo(f"{path} holds several articles; this is the first. Another: --doc ID.", err=True)
            return reading.article
        why = reading.rejection.message if reading.rejection else why
        if doc_id:
            break
    else:
        why = f"It holds no article with the id {doc_id}. Leave out --doc for the first one." if doc_id else why
    raise InputError(f"{path}: {why}")

"""Gold articles and date sentences, read and checked: the form is described in `tests/gold/README.md`."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, TypeAdapter, ValidationError

from pipeline.errors import InputError
from pipeline.language.layout import find_lines
from pipeline.records.article import Article

# Where the text itself shows its day this early, a reader is expected to find it there.
_DAY_IN_TEXT = re.compile(r"\b\d{2}\.\d{2}\.\d{4}\b")
_HEAD = 400
Span = Annotated[tuple[int, int], Field(description="half-open offsets")]
Text = Annotated[str, BeforeValidator(lambda value: value or "")]
Values = Annotated[tuple[str, ...], BeforeValidator(lambda values: values or ())]


class _Gold(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True)


class GoldEntity(_Gold):
    """Someone or something that the article names: `mentions` are spans of the name alone."""

    name: str
    type: str
    aliases: tuple[str, ...] = ()
    mentions: tuple[Span, ...]


class GoldDate(_Gold):
    """A calendar expression with the EDTF values that are right."""

    start: int
    end: int
    values: tuple[str, ...]


class GoldEvent(_Gold):
    """A happening: `date` holds the accepted values, `None` among them where no date is an answer too."""

    type: str
    trigger: Span
    status: str
    date: tuple[str | None, ...]
    place: str | None
    participants: tuple[str, ...]
    type_also: tuple[str, ...] = ()
    place_also: tuple[str | None, ...] = ()
    participants_also: tuple[str, ...] = ()


class GoldQuote(_Gold):
    """Direct speech by its first words."""

    speaker: Text = ""
    starts: str


class GoldPosition(_Gold):
    """A post as the article states it."""

    person: str
    position: str
    organization: Text = ""


class GoldArticle(_Gold):
    """One article and its records."""

    id: str
    text: str
    title: Text = ""
    published: dt.date | None = None
    entities: tuple[GoldEntity, ...]
    dates: tuple[GoldDate, ...]
    events: tuple[GoldEvent, ...]
    quotes: tuple[GoldQuote, ...]
    positions: tuple[GoldPosition, ...]

    def given_published(self) -> dt.date | None:
        """The day of publication as metadata would give it; `None` where the head of the text shows it."""
        return None if _DAY_IN_TEXT.search(self.text[:_HEAD]) else self.published

    def as_article(self) -> Article:
        """The article as a reader of files would give it."""
        return Article(
            doc_id=self.id, text=self.text, title=self.title, published=self.given_published(),
            lines=find_lines(self.text),
        )  # fmt: skip


class DateSentence(_Gold):
    """One sentence, the date expression in it (`None`: there is none) and the accepted EDTF values."""

    id: str
    published: dt.date
    text: str
    span: str | None
    values: Values = ()


def load_articles(folder: Path) -> list[GoldArticle]:
    """Read all gold articles of a folder, or of its subfolder `articles`, in the order of their file names.

    Raises:
        InputError: a file is malformed, or there is none.
    """
    inner = folder / "articles"
    paths = sorted((inner if inner.is_dir() else folder).glob("*.json"))
    if not paths:
        raise InputError(f"No gold articles (*.json) in {folder}. Name the folder that holds them.")
    return [_read_article(path) for path in paths]


def load_date_sentences(path: Path) -> list[DateSentence]:
    """Read a JSONL file of date sentences.

    Raises:
        InputError: the file cannot be read or a line is malformed.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
        return [DateSentence.model_validate_json(line) for line in lines if line.strip()]
    except (OSError, UnicodeDecodeError, ValidationError) as error:
        raise InputError(f"{path} is no file of date sentences: {error}. See tests/gold/README.md.") from error


def _read_article(path: Path) -> GoldArticle:
    try:
        return TypeAdapter(GoldArticle).validate_json(path.read_bytes())
    except (OSError, ValidationError) as error:
        raise InputError(f"{path} is no gold article: {error}. See tests/gold/README.md.") from error

"""The text of the pages of a PDF file."""

from __future__ import annotations

import io
import logging
import re
from typing import TYPE_CHECKING

from pipeline.errors import InputError
from pipeline.language.line_ends import join_cut_words
from pipeline.readers.extraction.extracted import Extracted
from pipeline.readers.limits import MAX_CHARACTERS

if TYPE_CHECKING:
    from pypdf import PdfReader

_OF_A_PROGRAM = re.compile(r"^(?:microsoft word - |untitled|без имени)|\.(?:docx?|rtf|odt|indd|pdf)$", re.IGNORECASE)
_PASSWORD = "It is protected by a password. Save it without one."
_SCAN = "The pages hold no text, only pictures. Run OCR over the file (ocrmypdf), then read what that writes."


def extract_pdf(data: bytes) -> Extracted:
    """Extract by pypdf, lines as they stand on the page; a PDF knows no paragraphs. Words cut at line ends are joined.

    Raises:
        InputError: it is no PDF, one protected by a password, or one of pictures.
    """
    from pypdf import PdfReader  # noqa: PLC0415  (an extra)
    from pypdf.errors import PyPdfError  # noqa: PLC0415

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it warns of every slip of other programs
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise InputError(_PASSWORD)
        text = join_cut_words(_text(reader)).replace("\u00ad", "")
        told = reader.metadata
    except PyPdfError as error:
        raise InputError(f"It is no whole PDF ({str(error)[:120]}). Fetch or save it again.") from error
    if not text.strip():
        raise InputError(_SCAN)
    title = str(told.title or "") if told else ""
    author = str(told.author or "") if told else ""
    return Extracted(text=text, title="" if _OF_A_PROGRAM.search(title) else title, author=author, encoding="utf-8")


def _text(reader: PdfReader) -> str:
    pages, characters = list[str](), 0
    for page in reader.pages:
        pages.append(page.extract_text().strip("\n"))
        characters += len(pages[-1])
        if characters > MAX_CHARACTERS:
            break  # the article is refused for its length then
    return "\n\n".join(page for page in pages if page.strip())

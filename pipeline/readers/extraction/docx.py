"""The paragraphs and table cells of a Word document, in their order."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from pipeline.errors import InputError
from pipeline.readers.extraction.extracted import Extracted
from pipeline.readers.limits import MAX_ARTICLE_BYTES

_OLD_WORD = b"\xd0\xcf\x11\xe0"


def extract_docx(data: bytes) -> Extracted:
    """Extract by python-docx; headers, footers, comments and notes stay out.

    Raises:
        InputError: it is no .docx, or one protected by a password.
    """
    import docx  # noqa: PLC0415  (an extra)

    if data.startswith(_OLD_WORD):
        raise InputError("It is an old .doc or protected by a password. Save it as .docx without a password.")
    _check_size(data)
    document = docx.Document(io.BytesIO(data))
    paragraphs = [text for text in _texts(document) if text.strip()]
    if not paragraphs:
        raise InputError("The document holds no text. If it holds pictures of text, run OCR and save that.")
    told = document.core_properties
    return Extracted(text="\n\n".join(paragraphs), title=told.title or "", author=told.author or "", encoding="utf-8")


def _texts(holder: Any) -> Iterator[str]:
    for block in holder.iter_inner_content():
        if hasattr(block, "rows"):
            for row in block.rows:
                yield " | ".join(dict.fromkeys(cell.text.strip() for cell in row.cells if cell.text.strip()))
        else:
            yield block.text


def _check_size(data: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            size = sum(info.file_size for info in archive.infolist() if info.filename.endswith((".xml", ".rels")))
    except zipfile.BadZipFile as error:
        raise InputError(f"It is no whole .docx ({error}). Fetch or save it again.") from error
    if size > MAX_ARTICLE_BYTES:
        raise InputError(
            f"Its text unpacks to more than {MAX_ARTICLE_BYTES >> 20} MiB, too much for an article. Split it."
        )

"""The article of a web page without menus, and its metadata from meta tags, OpenGraph and JSON-LD."""

from __future__ import annotations

import re

from pipeline.errors import InputError
from pipeline.readers.decoding import decode
from pipeline.readers.extraction.extracted import Extracted
from pipeline.readers.extraction.page_date import stated_day

_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w-]{3,20})""", re.IGNORECASE)
_XML_DECLARATION = re.compile(r"\A\ufeff?\s*<\?xml[^>]*\?>")
_NO_ARTICLE = "No text of an article was found in the page. Copy the text into a .txt file if there is one."
_QUICK = {"extensive_search": False, "max_date": "2099-12-31"}  # of a search whose answer is not used


def extract_html(data: bytes) -> Extracted:
    """Extract the article of a page by trafilatura.

    Raises:
        InputError: the page holds no article, or is in no known encoding.
    """
    from trafilatura import bare_extraction, load_html  # noqa: PLC0415  (an extra, and slow)

    text, encoding = _decoded(data)
    tree = load_html(_XML_DECLARATION.sub("", text).replace("\x00", ""))
    if tree is None:
        raise InputError(_NO_ARTICLE)
    published = stated_day(tree)
    page = bare_extraction(tree, with_metadata=True, include_comments=False, date_extraction_params=dict(_QUICK))
    if page is None or not page.text or not page.text.strip():
        raise InputError(_NO_ARTICLE)
    return Extracted(
        text="\n\n".join(line for line in page.text.split("\n") if line.strip()),
        title=page.title or "", author=page.author or "", publisher=page.sitename or "", published=published,
        url=page.url or "", encoding=encoding,
    )  # fmt: skip


def _decoded(data: bytes) -> tuple[str, str]:
    """UTF-8 and the encodings of Russian by their bytes, others by what the page declares."""
    try:
        decoded = decode(data)
    except InputError:
        declared = _DECLARED.search(data[:4_096])
        if not declared:
            raise
        try:
            return data.decode(declared[1].decode("ascii"), "replace"), declared[1].decode("ascii").lower()
        except LookupError:
            raise InputError("Its encoding is unknown. Save the page as UTF-8.") from None
    return decoded.text, decoded.encoding

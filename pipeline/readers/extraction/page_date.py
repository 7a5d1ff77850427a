"""The day of publication that a page states in its code; a day that its text tells is of the story.

htmldate, which trafilatura asks, takes «5 мая 2019 года» of the first paragraph where it finds nothing else, and a
wrong day of publication moves every «вчера» of the article.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

_META = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished", "date.published",
    "article.published", "published_time", "publication_date", "pubdate", "publish-date", "dc.date.issued",
    "dc.date.created", "dcterms.issued", "dcterms.created", "dc.date", "sailthru.date", "parsely-pub-date",
    "mediator_published_time",
)  # fmt: skip
_NAMES = ("property", "name", "itemprop")


def stated_day(page: Any) -> str:
    """The date as the page writes it, of a parsed page (`lxml.html`); empty where it states none.

    Meta tags first, then JSON-LD, then `itemprop="datePublished"`, then `<time>` where all of the page name one day.
    """
    return _of_meta(page) or _of_linked_data(page) or _of_markup(page) or _of_times(page)


def _of_meta(page: Any) -> str:
    told: dict[str, str] = {}
    for meta in page.iter("meta"):
        content = (meta.get("content") or "").strip()
        for name in _NAMES:
            if content and meta.get(name):
                told.setdefault(meta.get(name).strip().lower(), content)
    return next((told[name] for name in _META if name in told), "")


def _of_linked_data(page: Any) -> str:
    """`"datePublished"` of an article before that of anything else (comments have one, too)."""
    dates = list[tuple[bool, str]]()
    for script in page.iter("script"):
        if (script.get("type") or "").strip().lower() == "application/ld+json" and script.text:
            try:
                dates += _dates(json.loads(script.text, strict=False))
            except (ValueError, RecursionError):
                continue
    return max(dates, key=lambda each: each[0])[1] if dates else ""


def _dates(value: Any) -> Iterator[tuple[bool, str]]:
    if isinstance(value, dict):
        stated = value.get("datePublished")
        if isinstance(stated, str) and stated.strip():
            yield "article" in str(value.get("@type")).lower(), stated.strip()
    if isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _dates(inner)


def _of_markup(page: Any) -> str:
    marked = page.xpath('//*[translate(@itemprop, "DP", "dp")="datepublished"]')
    dates = (element.get("content") or element.get("datetime") or element.text or "" for element in marked)
    return next((date.strip() for date in dates if date.strip()), "")


def _of_times(page: Any) -> str:
    dates = [date for element in page.iter("time") if (date := (element.get("datetime") or "").strip())]
    return dates[0] if len({date[:10] for date in dates}) == 1 else ""

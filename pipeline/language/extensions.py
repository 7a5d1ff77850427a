"""The `Doc._` attributes of the pipeline, registered in one place.

`article` is what was read; every other one is a tuple of frozen annotations that exactly one component writes.
"""

from __future__ import annotations

from spacy.tokens import Doc

ANNOTATIONS = ("dates", "abbreviations", "mentions", "entities", "positions", "quotes", "relations", "events")


def register_extensions() -> None:
    """Register the extensions; safe to call again."""
    if Doc.has_extension("article"):
        return
    Doc.set_extension("article", default=None)
    for name in ANNOTATIONS:
        Doc.set_extension(name, default=())

"""The `Doc._` attributes of the pipeline, registered in one place.

`article` is what was read, `reading` what the trained reader says of it, `event_states` what the encoder of a careful
reading makes of its words; every other one is a tuple of frozen
annotations that only the components named in `docs/architecture.md` write.
"""

from __future__ import annotations

from spacy.tokens import Doc

ANNOTATIONS = ("dates", "abbreviations", "mentions", "entities", "positions", "quotes", "relations", "events")


def register_extensions() -> None:
    """Register the extensions; safe to call again."""
    if Doc.has_extension("article"):
        return
    Doc.set_extension("article", default=None)
    Doc.set_extension("reading", default=None)
    Doc.set_extension("event_states", default=None)
    for name in ANNOTATIONS:
        Doc.set_extension(name, default=())

"""Verbs by their form, whatever the tagger took them for."""

from __future__ import annotations

from functools import lru_cache

from pipeline.language.backends import morph_analyzer


@lru_cache(maxsize=20_000)
def is_plain_verb(form: str) -> bool:
    """A form that no noun or adjective has, whatever the tagger took it for: «беседовала»."""
    parts = {str(parse.tag.POS) for parse in morph_analyzer().parse(form)}
    return bool(parts) and parts <= {"VERB", "INFN", "GRND"}

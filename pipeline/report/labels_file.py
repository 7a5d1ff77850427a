"""The pages' own words, by language."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import yaml

from pipeline.errors import InputError
from pipeline.events.ontology_files import default_ontology
from pipeline.report.settings import LANGUAGES

_FOLDER = Path(__file__).parent / "labels"
Labels = Mapping[str, str]


def load_labels(language: str) -> dict[str, str]:
    """All words of the pages in a language, by key: `ui.…` of the pages, `type.…` of events, and so on.

    Raises:
        InputError: there is no such language.
    """
    if language not in LANGUAGES:
        raise InputError(f"There is no report in {language!r}. Choose from {', '.join(LANGUAGES)}.")
    sections = yaml.safe_load((_FOLDER / f"{language}.yaml").read_text(encoding="utf-8"))
    labels = {f"{section}.{key}": str(words) for section, keys in sections.items() for key, words in keys.items()}
    return {**_types(language), **labels}


def _types(language: str) -> dict[str, str]:
    """Event types are called as in the ontology; in English by their id."""
    types = default_ontology().types
    if language == "ru":
        return {f"type.{name}": each.label for name, each in types.items()}
    return {f"type.{name}": name.replace("_", " ").capitalize() for name in types}

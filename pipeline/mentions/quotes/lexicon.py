"""The words of `models/quotes.yaml`: verbs of speech, «по словам», lines that only point to other articles."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from pipeline.errors import ResourceError
from pipeline.resources import models_dir, read_sections

_KEYS = ("speech", "predicates", "according", "report", "readings")


@dataclass(frozen=True, slots=True, kw_only=True)
class According:
    """Words that put a claim into someone's mouth, and the case the one who makes it stands in."""

    words: tuple[str, ...]
    case: str


@dataclass(frozen=True, kw_only=True)
class QuoteLexicon:
    """Lemmas that tell speech: `speech` beside direct, `report` beside indirect, `predicates` are no finite verbs."""

    speech: frozenset[str]
    predicates: frozenset[str]
    report: frozenset[str]
    readings: frozenset[str]
    according: tuple[According, ...]

    @cached_property
    def openings(self) -> frozenset[str]:
        """The words that an entry of `according` begins with: a quick look before all are tried."""
        return frozenset(entry.words[0] for entry in self.according)

    def tells_speech(self, lemma: str) -> bool:
        """Whether a word of the author's can go with direct speech."""
        return lemma in self.speech or lemma in self.predicates


@cache
def quote_lexicon() -> QuoteLexicon:
    """The lexicon that svodka ships."""
    return read_lexicon(models_dir() / "quotes.yaml")


def read_lexicon(path: Path) -> QuoteLexicon:
    """Read a lexicon file.

    Raises:
        ResourceError: a key is unknown or missing, or a value has the wrong form.
    """
    table = read_sections(path, _KEYS)
    return QuoteLexicon(
        speech=_words(path, table, "speech"), predicates=_words(path, table, "predicates"),
        report=_words(path, table, "report"), readings=_words(path, table, "readings"),
        according=tuple(_according(path, row) for row in table["according"]),
    )  # fmt: skip


def _words(path: Path, table: dict[str, Any], key: str) -> frozenset[str]:
    words = table[key]
    if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
        raise ResourceError(f"{path}: {key} must be a list of lemmas. Mend the file.")
    return frozenset(words)


def _according(path: Path, row: Any) -> According:
    if not isinstance(row, dict) or set(row) != {"words", "case"}:
        raise ResourceError(f"{path}: an entry of according needs words and case, this one is {row}. Mend the file.")
    return According(words=tuple(row["words"]), case=row["case"])

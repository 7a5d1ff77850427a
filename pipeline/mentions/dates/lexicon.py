"""The words of the calendar, from `models/dates/words.yaml`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pipeline.errors import ResourceError
from pipeline.language.dictionary import beginnings
from pipeline.mentions.dates.holidays import load_holidays
from pipeline.resources import models_dir, read_sections

_START = 5  # letters: most words are told apart by them, and misspelt endings are not missed
Entry = tuple[str, int | str]  # class of the word, what it means there


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """Classes of words: by form, by beginning, by dictionary form, and the number words.

    Attributes:
        openers: dictionary forms that a holiday begins with.
        starts: first letters of all forms of all these dictionary forms.
        listed: first letters of the forms.
    """

    forms: Mapping[str, Entry]
    prefixes: tuple[tuple[str, Entry], ...]
    beginnings: tuple[str, ...]
    lemmas: Mapping[str, Entry]
    cardinals: Mapping[str, int]
    ordinals: Mapping[str, int]
    openers: frozenset[str]
    starts: frozenset[str]
    listed: frozenset[str]

    def may_know(self, form: str) -> bool:
        """Whether the dictionary form of a word can be one of these; for most words the dictionary is not asked."""
        return form[:_START] in self.starts

    def may_list(self, form: str) -> bool:
        """Whether a word can be one of these at all."""
        start = form[:_START]
        return start in self.starts or start in self.listed or form.startswith(self.beginnings)

    def classify(self, form: str, lemma: str) -> Entry | None:
        """Class and value of a word, `None` for a word that has nothing to do with the calendar."""
        found = self.forms.get(form)
        if found is None and form.startswith(self.beginnings):
            found = next(entry for beginning, entry in self.prefixes if form.startswith(beginning))
        return found or self.lemmas.get(lemma)


@cache
def load_lexicon() -> Lexicon:
    """Read the words.

    Raises:
        ResourceError: an unknown section, or an entry that is no word with its meaning.
    """
    path = models_dir() / "dates" / "words.yaml"
    sections = read_sections(path, {"lemmas", "forms", "prefixes", "numerals"})
    numerals = sections["numerals"]
    prefixes = tuple(_by_word(sections["prefixes"], path).items())
    lemmas, openers = _by_word(sections["lemmas"], path), frozenset(load_holidays())
    forms = _by_word(sections["forms"], path)
    return Lexicon(
        forms=forms,
        listed=frozenset(form[:_START] for form in forms),
        prefixes=prefixes,
        beginnings=tuple(beginning for beginning, _ in prefixes),
        lemmas=lemmas,
        cardinals=numerals["cardinals"],
        ordinals=numerals["ordinals"],
        openers=openers,
        starts=beginnings([*lemmas, *numerals["cardinals"], *numerals["ordinals"], *openers], _START),
    )


def _by_word(classes: Mapping[str, Mapping[str, int | str]], path: Path) -> dict[str, Entry]:
    found: dict[str, Entry] = {}
    for name, words in classes.items():
        for word, value in words.items():
            if not isinstance(word, str) or not isinstance(value, int | str):
                raise ResourceError(f"{path}: {name}: {word!r}: {value!r} is no word with its meaning. Correct it.")
            found[word] = (name, value)
    return found

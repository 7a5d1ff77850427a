"""Fixed days that are called by name («к Новому году», «в День Победы»), from `models/dates/holidays.yaml`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from pipeline.errors import ResourceError
from pipeline.resources import models_dir, read_sections

if TYPE_CHECKING:
    from pipeline.mentions.dates.atoms import Atoms, Run

_DAYS = frozenset({"дни", "дней", "дням", "днями", "днях"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Holiday:
    """A named day: dictionary forms of its words, and the word that begins with a capital unless it may be small.

    Its place in the year is a month and day, or so many days from Easter.
    """

    words: tuple[str, ...]
    capital: int
    month: int = 0
    day: int = 0
    easter: int | None = None
    small: bool = False

    @property
    def value(self) -> int | str:
        """The month times 100 and the day; the days from Easter as words («+49»)."""
        return self.month * 100 + self.day if self.easter is None else f"{self.easter:+}"


@cache
def load_holidays() -> Mapping[str, tuple[Holiday, ...]]:
    """Holidays by their first word, longest first.

    Raises:
        ResourceError: an entry with an unknown or missing key.
    """
    path = models_dir() / "dates" / "holidays.yaml"
    found: dict[str, tuple[Holiday, ...]] = {}
    for entry in read_sections(path, {"holidays"})["holidays"]:
        try:
            holiday = Holiday(**{**entry, "words": tuple(entry["words"])})
        except (TypeError, KeyError) as error:
            raise ResourceError(
                f"{path}: {entry}: {error}. Give words, capital, month and day or easter, and small where it may be."
            ) from error
        same = (*found.get(holiday.words[0], ()), holiday)
        found[holiday.words[0]] = tuple(sorted(same, key=lambda h: -len(h.words)))
    return found


def find_holidays(atoms: Atoms, openers: Iterable[int]) -> Iterator[Run]:
    """The words of each holiday and what they are together.

    Args:
        atoms: the article.
        openers: those of its atoms that a holiday may begin with, in order.
    """
    folded = 0  # atoms up to here are in a holiday
    for at in openers:
        named = load_holidays().get(atoms.word(at).lemma, ()) if at >= folded else ()
        holiday = next((h for h in named if _stands(h, atoms, at)), None)
        if holiday is not None:
            folded = at + len(holiday.words)
            yield at, folded, atoms[at]._replace(end=atoms[folded - 1].end, kind="holiday", value=holiday.value)


def _stands(holiday: Holiday, atoms: Atoms, at: int) -> bool:
    if at + len(holiday.words) > len(atoms):
        return False
    run = [atoms.word(at + i) for i in range(len(holiday.words))]
    if any(word.lower in _DAYS for word in run):
        return False  # «на днях Россия объявила»
    written = run[holiday.capital].form[:1].isupper() or (holiday.small and run[-1].lower != "году")
    return written and all(word.lemma == lemma for word, lemma in zip(run, holiday.words, strict=True))

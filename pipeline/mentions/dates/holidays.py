"""Fixed days that are called by name («к Новому году», «в День Победы»), from `models/dates/holidays.yaml`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc

from pipeline.errors import ResourceError
from pipeline.mentions.dates.atoms import Atom
from pipeline.resources import models_dir, read_sections


@dataclass(frozen=True, slots=True, kw_only=True)
class Holiday:
    """A named day: dictionary forms of its words, and the word that must begin with a capital."""

    words: tuple[str, ...]
    month: int
    day: int
    capital: int


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
            raise ResourceError(f"{path}: {entry}: {error}. Give words, month, day, capital.") from error
        same = (*found.get(holiday.words[0], ()), holiday)
        found[holiday.words[0]] = tuple(sorted(same, key=lambda h: -len(h.words)))
    return found


def fold_holidays(atoms: list[Atom], doc: Doc) -> list[Atom]:
    """Join the words of each holiday to one atom, whose value is month times 100 plus day."""
    strings, lemmas = doc.vocab.strings, doc.to_array("LEMMA").tolist()
    by_first = {strings.add(word): holidays for word, holidays in load_holidays().items()}
    if by_first.keys().isdisjoint(lemmas):
        return atoms
    found: list[Atom] = []
    folded = 0  # atoms up to here are in a holiday
    for at, atom in enumerate(atoms):
        if at < folded:
            continue
        named = by_first.get(lemmas[atom.token], ())
        holiday = next((h for h in named if _stands(h, atoms, at, doc)), None)
        if holiday is None:
            found.append(atom)
            continue
        folded = at + len(holiday.words)
        value = holiday.month * 100 + holiday.day
        found.append(Atom(atom.start, atoms[folded - 1].end, "holiday", value, atom.token))
    return found


def _stands(holiday: Holiday, atoms: list[Atom], at: int, doc: Doc) -> bool:
    run = [doc[atom.token] for atom in atoms[at : at + len(holiday.words)]]
    if len(run) < len(holiday.words) or not run[holiday.capital].text[:1].isupper():
        return False
    return all(token.lemma_ == word for token, word in zip(run, holiday.words, strict=True))

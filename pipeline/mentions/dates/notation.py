"""The pattern notation of `models/dates/patterns.yaml`, compiled to regular expressions over atom classes.

Each class is one character, so an article becomes a string of classes, and a pattern one scan over it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from pipeline.errors import ResourceError
from pipeline.mentions.dates.alphabet import KINDS, character
from pipeline.resources import models_dir, read_sections

_TERM = re.compile(r"(?:(?P<field>[a-z_]+):)?(?P<name>[a-z0-9_]+)(?P<times>[?*+]?)")
_GROUP_START = {"(": "(?:", "=(": "(?=", "!(": "(?!", "-(": "(?<="}
_REQUIRED = re.compile(r"(?:\(\?P<[a-z_]+>)?\[(?P<options>[^\]]+)\]\)?\+?")
_FIELD_GROUP = re.compile(r"(?P<field>[a-z_]+):\(")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """A named pattern with the fields it sets by itself."""

    name: str
    regex: re.Pattern[str]
    fields: Mapping[str, int | str]
    example: str
    needed: tuple[frozenset[str], ...]  # of each of these sets one character must be there


@dataclass(frozen=True, slots=True, kw_only=True)
class Grammar:
    """All patterns in order.

    Attributes:
        islands: runs of atoms that have a class of any pattern; no pattern reaches out of one.
        by_class: numbers of the patterns that need a class, each under the classes that the fewest need; under ""
            those that need none.
    """

    patterns: Mapping[str, Pattern]
    islands: re.Pattern[str]
    by_class: Mapping[str, tuple[int, ...]]

    def possible(self, codes: str) -> Iterator[Pattern]:
        """The patterns that can fit a string of classes, in their order."""
        patterns = tuple(self.patterns.values())
        numbers = {n for c in {"", *codes} for n in self.by_class.get(c, ())}
        return (patterns[n] for n in sorted(numbers))


@cache
def load_grammar() -> Grammar:
    """Read and compile the patterns.

    Raises:
        ResourceError: a pattern that does not compile, or an unknown key.
    """
    path = models_dir() / "dates" / "patterns.yaml"
    sections = read_sections(path, {"unions", "patterns"})
    patterns = {name: _pattern(name, entry, sections["unions"], path) for name, entry in sections["patterns"].items()}
    classes = sorted({c for pattern in patterns.values() for c in pattern.regex.pattern if c in KINDS})
    return Grammar(
        patterns=patterns,
        islands=re.compile(f"[{''.join(classes)}]+"),
        by_class=_by_class([pattern.needed for pattern in patterns.values()]),
    )


def _by_class(needed: Sequence[tuple[frozenset[str], ...]]) -> Mapping[str, tuple[int, ...]]:
    users = Counter(options for sets in needed for options in sets)
    found: dict[str, tuple[int, ...]] = {}
    for number, sets in enumerate(needed):
        for kind in min(sets, key=users.__getitem__, default=frozenset({""})):
            found[kind] = (*found.get(kind, ()), number)
    return found


def _pattern(name: str, entry: Mapping[str, Any], unions: Mapping[str, Sequence[str]], path: Path) -> Pattern:
    if not set(entry) <= {"pattern", "example", "fields"}:
        raise ResourceError(f"{path}: {name}: unknown key in {sorted(entry)}. Use pattern, example, fields.")
    try:
        parts = [_part(word, unions) for word in entry["pattern"].split()]
        regex = re.compile("".join(parts))
    except (ValueError, re.error) as error:
        raise ResourceError(f"{path}: {name}: {error}. Correct the pattern.") from error
    needed = tuple(_needed(parts))
    return Pattern(name=name, regex=regex, fields=entry.get("fields", {}), example=entry["example"], needed=needed)


def _needed(parts: Sequence[str]) -> Iterator[frozenset[str]]:
    """Terms outside of all brackets that may not be left out: without them no fit is possible, so no scan is needed."""
    depth = 0
    for part in parts:
        found = _REQUIRED.fullmatch(part)
        if found and depth == 0:
            yield frozenset(found["options"])
        elif not found:
            depth += part.startswith("(") and not part.endswith((")", ")?"))
            depth -= part.startswith(")")


def _part(word: str, unions: Mapping[str, Sequence[str]]) -> str:
    if word in _GROUP_START:
        return _GROUP_START[word]
    if word == "|" or word[0] == ")":
        return word
    opened = _FIELD_GROUP.fullmatch(word)
    if opened:
        return f"(?P<{opened['field']}>"
    found = _TERM.fullmatch(word)
    if not found:
        raise ValueError(f"cannot read the term {word!r}")
    options = "".join(map(character, unions.get(found["name"], [found["name"]])))
    inner = f"[{options}]"
    return f"(?P<{found['field']}>{inner}){found['times']}" if found["field"] else inner + found["times"]

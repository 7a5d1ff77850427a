"""Abbreviations that the article defines in brackets, in either order, and their later mentions.

«Контрольно-счётная палата (КСП)», «РАТС (Региональная антитеррористическая структура)»; from then on «КСП» is
that body.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.mentions.candidates import Candidate, Words
from pipeline.mentions.compiled_names import acronym_stem
from pipeline.mentions.spelt_out import is_short, spelt_body

SOURCE = "rule.defined-abbreviation"


@dataclass(frozen=True, slots=True, kw_only=True)
class AbbreviationDefinition:
    """An abbreviation with the name it stands for, both as offsets into the article.

    Attributes:
        short: the abbreviation as written in the brackets, «КСП» or «ИАЭТ СО РАН».
        start, end: the long name.
        gazetteer: keys of the entries that the long name can mean.
    """

    short: str
    start: int
    end: int
    type: str
    gazetteer: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Definition:
    """A definition over words: the brackets' content and the long name."""

    short_first: int
    short_last: int
    long: Candidate


def find_definitions(words: Words, names: Sequence[Candidate]) -> Iterator[Definition]:
    """Yield the definitions of bodies and places in brackets."""
    ends, starts = _by_place(names)
    for index, text in enumerate(words.texts):
        closing = _closing(words, index) if text == "(" else None
        if closing is None:
            continue
        if is_short(words, index + 1, closing):
            short = words.text(index + 1)
            long = _best(words, ends.get(index, ()), short) or spelt_body(words, index, short)
            found = Definition(index + 1, closing, long) if long else None
        else:
            found = _spelt_within(words, index, closing, starts.get(index + 1, ()))
        if found is not None:
            yield found


def _spelt_within(words: Words, opening: int, closing: int, names: Sequence[Candidate]) -> Definition | None:
    """«РАТС (Региональная антитеррористическая структура)»: the long name fills the brackets."""
    if not is_short(words, opening - 1, opening) or words.text(opening - 2) == "(":
        return None
    inner = next((name for name in names if name.last == closing and name.kind == "name"), None)
    return Definition(opening - 1, opening, inner) if inner is not None else None


def _by_place(names: Sequence[Candidate]) -> tuple[Mapping[int, list[Candidate]], Mapping[int, list[Candidate]]]:
    """Names of bodies and places by the index behind their last word, and by that of their first."""
    ends: dict[int, list[Candidate]] = defaultdict(list)
    starts: dict[int, list[Candidate]] = defaultdict(list)
    for name in names:
        if name.type != "person" and name.kind != "nominal":
            ends[name.last].append(name)
            starts[name.first].append(name)
    return ends, starts


def _best(words: Words, names: Sequence[Candidate], short: str) -> Candidate | None:
    """Of the names before the brackets the longest that begins with the same letter, else the longest."""
    spelt = [name for name in names if _same_letters(words, name, short)]
    if spelt:
        return max(spelt, key=lambda name: name.last - name.first)
    fitting = [name for name in names if words.text(name.first)[:1].upper() == short[0]]
    return max(fitting or names, key=lambda name: name.last - name.first, default=None)


def _same_letters(words: Words, name: Candidate, short: str) -> bool:
    """«Художественный музей Эстонии (ЭХМ)»: the initials in whatever order."""
    initials = [words.text(i)[0].upper() for i in range(name.first, name.last)]
    return len(short) > 2 and sorted(initials) == sorted(short)


def _closing(words: Words, opening: int) -> int | None:
    for index in range(opening + 1, min(opening + 14, len(words))):
        if words.text(index) == ")":
            return index
    return None


def find_abbreviated(words: Words, definitions: Sequence[Definition]) -> Iterator[Candidate]:
    """Yield every mention of the defined abbreviations, the one in the brackets included."""
    by_text = {tuple(words.texts[d.short_first : d.short_last]): d for d in definitions}
    for short, definition in by_text.items():
        for first in range(len(words) - len(short) + 1):
            found = words.texts[first : first + len(short)]
            if all(text == want or acronym_stem(text) == want for text, want in zip(found, short, strict=True)):
                yield Candidate(
                    first=first, last=first + len(short), type=definition.long.type, source=SOURCE, kind="abbreviation",
                    entries=definition.long.entries,
                )  # fmt: skip

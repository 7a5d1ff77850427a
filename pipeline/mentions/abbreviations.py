"""Abbreviations that the article defines in brackets, in either order, and their later mentions.

«Контрольно-счётная палата (КСП)», «РАТС (Региональная антитеррористическая структура)»; from then on «КСП» is
that body.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.mentions.bodies.heads import head_strength
from pipeline.mentions.candidates import Candidate, Words
from pipeline.mentions.lexicon import name_lexicon
from pipeline.mentions.matching import acronym_stem

SOURCE = "rule.defined-abbreviation"
_FUNCTION_WORDS = frozenset({"и", "по", "в", "на", "о", "об", "для", "при", "от", "с", "за", "к"})


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
    ends: dict[int, list[Candidate]] = defaultdict(list)
    starts: dict[int, list[Candidate]] = defaultdict(list)
    for name in names:
        if name.type != "person" and name.kind != "nominal":
            ends[name.last].append(name)
            starts[name.first].append(name)
    for index, text in enumerate(words.texts):
        closing = _closing(words, index) if text == "(" else None
        if closing is None:
            continue
        if _is_short(words, index + 1, closing):
            short = words.text(index + 1)
            long = _best(words, ends[index], short) or _by_initials(words, index, short)
            if long:
                yield Definition(index + 1, closing, long)
        elif _is_short(words, index - 1, index) and words.text(index - 2) != "(":
            inner = [name for name in starts[index + 1] if name.last == closing and name.kind == "name"]
            if inner:
                yield Definition(index - 1, index, inner[0])


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


def _is_short(words: Words, first: int, last: int) -> bool:
    """Capitals at the beginning: «КСП», «ПетрГУ», «МО КР», «ИАЭТ СО РАН»."""
    if not 0 < last - first <= 3 or first < 0:
        return False
    return all(text.isalpha() and sum(c.isupper() for c in text) > 1 for text in words.texts[first:last])


def common_abbreviations(words: Words) -> frozenset[str]:
    """Abbreviations that the article spells out as common words: «временного убежища (ВУ)» is no body."""
    found = []
    for index, text in enumerate(words.texts):
        short = words.text(index + 1)
        if text == "(" and words.text(index + 2) == ")" and _is_short(words, index + 1, index + 2):
            first = _spelt_from(words, index, short)
            if first is not None and _is_common(words, first, index):
                found.append(short)
    return frozenset(found)


def _is_common(words: Words, first: int, last: int) -> bool:
    """No capital but that of the sentence, and no noun of a body: «Реактивные системы залпового огня (РСЗО)»."""
    inner = first + words.opens_sentence(first)
    if any(words.is_capital(i) for i in range(inner, last)):
        return False
    return inner == first or not any(head_strength(words, i, name_lexicon()) for i in range(first, last))


def _by_initials(words: Words, end: int, short: str) -> Candidate | None:
    """The words before the brackets that spell the abbreviation, if they begin with a capital."""
    first = _spelt_from(words, end, short)
    if first is None or not words.is_capital(first) or _is_common(words, first, end):
        return None
    return Candidate(first=first, last=end, type="organization", source="rule.spelt-by-abbreviation")


def _spelt_from(words: Words, end: int, short: str) -> int | None:
    """First of the words before the brackets whose initials spell the abbreviation, function words left out or in.

    Each part of a hyphenated word may give its initial: «приборно-агрегатный отсек (ПАО)».
    """
    for skip in (True, False):
        at, letters = end, short.upper()
        while letters and at > 0 and words.joined(at - 1, end):
            at -= 1
            if skip and words.lower(at) in _FUNCTION_WORDS:
                continue
            initials = "".join(part[:1] for part in words.text(at).upper().split("-"))
            taken = next((known for known in (initials, initials[:1]) if known and letters.endswith(known)), "")
            if not taken:
                break
            letters = letters.removesuffix(taken)
        if not letters and end - at > 1:
            return at
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

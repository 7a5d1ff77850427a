"""What the network sees of proposed words: the reader's states and shares, what finders say, the words around."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from pipeline.language.inflection import is_known_word
from pipeline.language.networks import Inputs
from pipeline.mentions.candidates import Words
from pipeline.mentions.classifier.spans import Proposed
from pipeline.mentions.reader.reading import Reading
from pipeline.records.annotations import family

_OPENING, _CLOSING = frozenset("«\"“„"), frozenset("»\"”“")  # fmt: skip
_FLOOR = 1e-4  # of a share, before its logarithm is taken
_LONGEST = 6  # longer stretches count as this long
_ENDING = 3


def span_numbers(words: Words, proposed: Sequence[Proposed], reading: Reading) -> Inputs:
    """The reader's states of the first and the last word, and the logarithms of its shares: spans x numbers."""
    empty = np.zeros_like(next(iter(reading.states.values())))
    tokens = words.tokens
    first = [reading.states.get(tokens[each.first].idx, empty) for each in proposed]
    last = [reading.states.get(tokens[each.last - 1].idx, empty) for each in proposed]
    shares = np.stack([reading.shares_of(*words.offsets(*each.span)) for each in proposed])
    return np.concatenate([np.stack(first), np.stack(last), np.log(shares + _FLOOR)], axis=1)


def span_categories(words: Words, proposed: Sequence[Proposed]) -> list[tuple[str, ...]]:
    """What is said of each span in categories, each of them once, as the network has learned them."""
    taken = [each.span for each in proposed if each.taken is not None]
    return [tuple(dict.fromkeys(_said_of(words, each, taken))) for each in proposed]


def _said_of(words: Words, each: Proposed, taken: Sequence[tuple[int, int]]) -> Iterator[str]:
    yield from _opinions(each)
    yield from _nesting(each.span, taken)
    yield from _around(words, each)
    yield from _edges(words, each)


def _opinions(each: Proposed) -> Iterator[str]:
    """What the selection and the finders take it for, and whether the gazetteer knows it."""
    if each.taken is not None:
        yield f"taken={family(each.taken.type)}"
        yield f"kind={each.taken.kind}"
    for other in each.others:
        yield f"source={other.source}:{family(other.type)}"
        yield from (f"entry={family(entry.type)}" for entry in other.entries)


def _nesting(span: tuple[int, int], taken: Sequence[tuple[int, int]]) -> Iterator[str]:
    """How it lies to what the selection kept: «МЧС» inside «МЧС России»."""
    for first, last in taken:
        if (first, last) == span or last <= span[0] or span[1] <= first:
            continue
        inside, holds = first <= span[0] and span[1] <= last, span[0] <= first and last <= span[1]
        yield "inside" if inside else "holds" if holds else "crosses"


def _around(words: Words, each: Proposed) -> Iterator[str]:
    """Quotation marks and the words on both sides."""
    opened, closed = words.text(each.first - 1) in _OPENING, words.text(each.last) in _CLOSING
    yield f"quoted={opened:d}{closed:d}"
    yield f"length={min(each.last - each.first, _LONGEST)}"
    yield f"opens={words.opens_sentence(each.first):d}"
    before, after = each.first - 1 - opened, each.last + closed
    if words.joined(before, each.first):
        yield f"before={words.lemma(before)}"
        yield f"before={words.pos(before)}.{words.case(before)}.{words.is_capital(before):d}"
    if words.joined(each.first, after):
        yield f"after={words.lemma(after)}"
        yield f"after={words.pos(after)}"


def _edges(words: Words, each: Proposed) -> Iterator[str]:
    """The first and the last word: capitals, ending, tags, whether the dictionary has it."""
    for name, index in (("first", each.first), ("last", each.last - 1)):
        text = words.text(index)
        yield f"{name}={_shape(text)}.{is_known_word(text):d}"
        yield f"{name}=-{text[-_ENDING:].lower()}"
        yield f"{name}={words.pos(index)}.{words.case(index)}"


def _shape(text: str) -> str:
    return "capitals" if text.isupper() and len(text) > 1 else "capital" if text[:1].isupper() else "small"

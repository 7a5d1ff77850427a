"""What stands around a word: where its sentence stands, whom and which days it names, whether somebody says it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, Token

from pipeline.events.arguments.reading import NAMED
from pipeline.language.sentences import last_text, sentence_number, sentences
from pipeline.records.annotations import Span

_STEPS = (0, 1, 3, 7, 15, 30, 60, 120)  # bounds of the classes of numbers of sentences
_MOST = 3


class Surroundings:
    """The sentences of one article with what they name.

    A happening worth a record is told rather early than late, in a short article rather than in a long one, beside
    names and days, and by the author rather than in a speaker's answer.
    """

    def __init__(self, doc: Doc) -> None:
        """Count names and dates by sentence."""
        starts = [sentence.start_char for sentence in sentences(doc)]
        self._length = len(starts)
        self._names = _by_sentence(starts, (m.span for m in doc._.mentions if m.type in NAMED))
        self._dates = _by_sentence(starts, (date.span for date in doc._.dates))
        self._speech = [(q.start, q.end, q.kind) for q in doc._.quotes]
        self._asks = [last_text(s).startswith("?") for s in sentences(doc)]

    def categories(self, word: Token) -> Iterator[str]:
        """What is said of a word: `sentence=0`, `sentences=3`, `names=2`, `dates=1`, `speech=direct`, `asked`."""
        number = sentence_number(word)
        yield f"sentence={bisect_left(_STEPS, number)}"
        yield f"sentences={bisect_left(_STEPS, self._length)}"
        yield f"names={min(self._names[number], _MOST)}"
        yield f"dates={min(self._dates[number], _MOST)}"
        yield from (f"speech={kind}" for start, end, kind in self._speech if start <= word.idx < end)
        if self._asks[number]:
            yield "asked"


def _by_sentence(starts: list[int], spans: Iterable[Span]) -> list[int]:
    counts = [0] * len(starts)
    for start, _ in spans:
        counts[max(bisect_right(starts, start) - 1, 0)] += 1
    return counts

"""Interviews whose turns carry a label: «Вопрос: …», «Ответ: …», «Орлов: …»."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc

from pipeline.language.text import text_of
from pipeline.mentions.quotes.pieces import QuotePiece, speech_lines, trimmed
from pipeline.records.annotations import Span

# «Вопрос:», «К. В. Орлова:», «Вопрос (радио «Маяк»):».
_LABEL = re.compile(
    r"(?:[—–-]\s*)?((?:[А-ЯЁ][\w.-]*)(?:\s+[А-ЯЁ][\w.-]*){0,3})(?:\s+\([^()\n]{1,60}\))?:\s+(?=[А-ЯЁ«\d])"
)
_ASKING = frozenset({"вопрос", "корреспондент", "корр.", "корр", "журналист", "ведущий", "ведущая", "редакция"})
_ANSWERING = "ответ"


def find_labelled(doc: Doc) -> Iterator[QuotePiece]:
    """Yield the labelled turns of all who do not ask; `author` is the label."""
    lines = speech_lines(doc)
    labels = [_LABEL.match(text_of(doc), *line) for line in lines]
    counts = Counter(match.group(1).lower() for match in labels if match)
    turns = frozenset(name for name, count in counts.items() if count > 1 or name in _ASKING or name == _ANSWERING)
    if len(turns) < 2 or sum(counts[name] for name in turns) < 4:
        return
    asking = _asking(text_of(doc), lines, labels, turns)
    for line, match in zip(lines, labels, strict=True):
        if match is None or match.group(1).lower() not in turns - asking:
            continue
        start, end = trimmed(text_of(doc), match.end(), line[1])
        author = None if match.group(1).lower() == _ANSWERING else (match.start(1), match.end(1))
        yield QuotePiece(start=start, end=end, group=start, style="label", author=author, before=True)


def _asking(
    text: str, lines: Sequence[Span], labels: Sequence[re.Match[str] | None], turns: frozenset[str]
) -> frozenset[str]:
    """Labels that mean whoever asks, and those whose turns mostly end in a question mark."""
    asking = set(turns & _ASKING)
    for name in sorted(turns - asking):
        ends = [
            text[slice(*line)].rstrip().endswith("?")
            for line, match in zip(lines, labels, strict=True)
            if match and match.group(1).lower() == name
        ]
        if sum(ends) * 2 > len(ends):
            asking.add(name)
    return frozenset(asking)

"""Dialogue that a dash at the head of the line opens, and interviews made of such lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from pipeline.language.text import text_of
from pipeline.mentions.quotes.author import cut_speech
from pipeline.mentions.quotes.pieces import QuotePiece, speech_lines, trimmed
from pipeline.mentions.quotes.turns import alternate
from pipeline.records.annotations import Span

_DASH = re.compile(r"[—–―-]+\s*(?=[^\s—–―-])")
_LIST_END = re.compile(r"[;,]$")
_MARKED_SENTENCE = re.compile(r"[.!?…:]\s+[«„“\"][А-ЯЁ][^«»„“”\"]*[»”“\"][,.!?…]*\s*$")
_MIN_TURNS = 4
_YOU = re.compile(r"\b(?:вы|вас|вам|вами|ваш\w{0,3})\b", re.IGNORECASE)
_QUESTION = re.compile(r"\?[»”\")]*\s*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class DashLine:
    """A line of dialogue: its place among the lines, the words behind the dash, the pieces of speech."""

    index: int
    start: int
    end: int
    pieces: tuple[QuotePiece, ...]
    tells_marked: bool = False

    @property
    def has_author(self) -> bool:
        """Whether the author's words stand in it."""
        return any(piece.author for piece in self.pieces)


def find_dialogue(doc: Doc) -> Iterator[QuotePiece]:
    """Yield the speech of lines that begin with a dash; an interview gives its answers, each as one piece."""
    lines = speech_lines(doc)
    opened = [line for i, span in enumerate(lines) if (line := _dash_line(doc, i, span)) is not None]
    mute = [line for line in opened if not line.has_author]
    interview = _is_interview(text_of(doc), lines, mute)
    if not interview and _is_digest(mute, opened):
        return
    for line in opened:
        if line.has_author or (not interview and _is_speech(text_of(doc), lines, line)):
            yield from line.pieces
    if interview:
        yield from _answers(text_of(doc), lines, mute)


def _is_digest(mute: list[DashLine], opened: list[DashLine]) -> bool:
    """Notes of a channel, each behind a dash: many lines, or speech in marks in one, and nobody says them."""
    noted = len(mute) >= _MIN_TURNS or any(line.tells_marked for line in mute)
    return noted and len(mute) == len(opened)


def _dash_line(doc: Doc, index: int, span: Span) -> DashLine | None:
    opening = _DASH.match(text_of(doc), *span)
    if opening is None:
        return None
    pieces = cut_speech(doc, opening.end(), span[1], "dash")
    tells_marked = _tells_marked_speech(text_of(doc), pieces)
    if tells_marked:
        pieces = [QuotePiece(start=opening.end(), end=span[1], group=opening.end(), style="dash", author=None)]
    return DashLine(index=index, start=opening.end(), end=span[1], pieces=tuple(pieces), tells_marked=tells_marked)


def _tells_marked_speech(text: str, pieces: Sequence[QuotePiece]) -> bool:
    """«— Матч перенесён. «Мы были готовы», — сказал тренер.»: a note behind a dash, the speech is in its marks."""
    authors = [piece.author for piece in pieces if piece.author is not None]
    if not authors:
        return False
    told = text[pieces[0].start : authors[0][0]]
    return _MARKED_SENTENCE.search(told) is not None


def _is_interview(text: str, lines: Sequence[Span], mute: list[DashLine]) -> bool:
    """Enough turns without author's words, and questions among them or before them."""
    if len(mute) < 2:
        return False
    asked = sum(_asks(text, line.start, line.end) for line in mute)
    asked_before = sum(_asked_before(text, lines, line) for line in mute)
    if len(mute) >= _MIN_TURNS and (asked * 4 >= len(mute) or _opens_with_question(text, mute)):
        return True
    return asked_before >= 2 or (asked >= 1 and len(mute) <= 3)


def _opens_with_question(text: str, mute: list[DashLine]) -> bool:
    """«— Чем кончилось? — … — Говорят, вы разогнали половину аппарата. — …»: most is asked without a mark."""
    first, *later = ((line.start, line.end) for line in mute)
    return _asks(text, *first) and any(_YOU.search(text[start:end]) for start, end in later)


def _asked_before(text: str, lines: Sequence[Span], line: DashLine) -> bool:
    """A question without a dash stands in the line before."""
    if line.index == 0:
        return False
    before = lines[line.index - 1]
    return _asks(text, *before) and not _DASH.match(text, *before)


def _asks(text: str, start: int, end: int) -> bool:
    return _QUESTION.search(text[start:end]) is not None


def _answers(text: str, lines: Sequence[Span], mute: list[DashLine]) -> Iterator[QuotePiece]:
    """Every second turn; lines without a dash that follow an answer run on in it."""
    if sum(_asked_before(text, lines, line) for line in mute) >= max(2, len(mute) // 2):
        answering = [True] * len(mute)
    else:
        answering = [not asks for asks in alternate([text[line.start : line.end] for line in mute])]
    for number, (line, answers) in enumerate(zip(mute, answering, strict=True)):
        if not answers:
            continue
        stop = mute[number + 1].index if number + 1 < len(mute) else line.index + 1
        end = line.end
        for later in range(line.index + 1, stop):
            if _asks(text, *lines[later]) or _DASH.match(text, *lines[later]):
                break
            end = lines[later][1]
        start, end = trimmed(text, line.start, end)
        yield QuotePiece(start=start, end=end, group=start, style="interview")


def _is_speech(text: str, lines: Sequence[Span], line: DashLine) -> bool:
    """A whole sentence behind a lone dash; no item of a list."""
    words = text[line.start : line.end]
    if not words[0].isupper() and words[0] not in '«"…':
        return False
    if _LIST_END.search(words) or not re.search(r"[.!?…»]$", words):
        return False
    neighbours = [i for i in (line.index - 1, line.index + 1) if 0 <= i < len(lines)]
    listed = any(_DASH.match(text, *lines[i]) and _LIST_END.search(text[slice(*lines[i])]) for i in neighbours)
    return not listed

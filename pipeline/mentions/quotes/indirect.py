"""Reported speech: «N заявил, что …», «по словам N, …», «…, сообщили в …», «Об этом сообщает N»."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from spacy.tokens import Doc, Token

from pipeline.language.text import text_of
from pipeline.mentions.quotes.author import is_finite
from pipeline.mentions.quotes.pieces import QuotePiece, speech_lines, trimmed
from pipeline.mentions.quotes.reporting import (
    according_at,
    clause_start,
    closing_comma,
    end_of,
    end_of_marked,
    is_clause,
    opens_clause,
    reports,
    sentence_before,
)
from pipeline.records.annotations import Span as Offsets

_THAT = frozenset({"что", "будто", "как"})
_THAT_REACH = 7  # words between «заявил» and «, что»
_MIN_WORDS = 3
Rule = Callable[[Doc, list[Token]], list[QuotePiece]]


def find_indirect(doc: Doc, direct: Sequence[QuotePiece]) -> list[QuotePiece]:
    """Find what is reported in sentences that hold no direct speech; the first rule that knows one decides."""
    lines = speech_lines(doc)
    found: list[QuotePiece] = []
    for sentence in doc.sents:
        tokens = [token for token in sentence if not token.is_space]
        if len(tokens) < _MIN_WORDS or not any(a <= tokens[0].idx < b for a, b in lines):
            continue
        if any(p.start < sentence.end_char and sentence.start_char < p.end for p in direct):
            continue
        found += next((pieces for rule in RULES if (pieces := rule(doc, tokens))), [])
    return found


def _according(doc: Doc, tokens: list[Token]) -> list[QuotePiece]:
    """«По словам Орлова, мост открыт»; «мост, по словам Орлова, открыт» gives two pieces."""
    for at in range(len(tokens)):
        entry = according_at(tokens, at)
        if entry is None or (at and tokens[at - 1].text != ","):
            continue
        close = closing_comma(tokens, at + len(entry.words))
        if close is None:
            return []
        author = (tokens[at].idx, tokens[close].idx)
        return _pieces(doc, _around(tokens, at, close + 1), author, before=True)
    return []


def _around(tokens: list[Token], at: int, behind: int) -> list[Offsets]:
    """What stands before and behind «, по словам Орлова,»: a piece each, or the whole sentence where it tears a clause.

    Example: «Отклонения, по его словам, могут быть велики» is one.
    """
    opening, closing = tokens[:at], tokens[behind:]
    if not any(token.pos_ in {"NOUN", "PROPN", "PRON"} or is_finite(token) for token in opening):
        return [(tokens[behind].idx, end_of(tokens))] if closing else []  # «Вчера, по словам Орлова, …»
    if closing and not (is_clause(opening) and is_clause(closing)):
        return [(tokens[0].idx, end_of(tokens))]
    spans = [(tokens[0].idx, tokens[at].idx)]
    return [*spans, (tokens[behind].idx, end_of(tokens))] if closing else spans


def _that(doc: Doc, tokens: list[Token]) -> list[QuotePiece]:
    """«Орлов заявил журналистам, что мост открыт»."""
    for at, token in enumerate(tokens):
        if not reports(token):
            continue
        for later in range(at + 1, min(at + 2 + _THAT_REACH, len(tokens) - 1)):
            if tokens[later].text == "," and tokens[later + 1].lower_ in _THAT:
                opening = later + (3 if tokens[min(later + 2, len(tokens) - 1)].lower_ == "бы" else 2)
                start = tokens[opening].idx if opening < len(tokens) else end_of(tokens)
                author = (clause_start(tokens, at).idx, tokens[later].idx)
                return _pieces(doc, [(start, end_of_marked(text_of(doc), start, end_of(tokens)))], author, before=True)
            if tokens[later].text in {",", ";", ":"}:
                break
    return []


def _said_last(doc: Doc, tokens: list[Token]) -> list[QuotePiece]:
    """«Мост открыт, сообщили в мэрии»; «…, рассказал директор Орлов»."""
    commas = [i for i, token in enumerate(tokens) if token.text == ","]
    for at in commas:
        opening = at + 2 if at + 1 < len(tokens) and tokens[at + 1].lower_ in {"как", "также"} else at + 1
        if opening < len(tokens) and reports(tokens[opening]):
            rest = tokens[opening + 1 :]
            if any(t.text in {":", ";", "—"} or (t.text == "," and opens_clause(t)) for t in rest):
                continue
            close = closing_comma(tokens, opening + 1)
            if close is not None and not is_clause(tokens[:at]):
                author = (tokens[opening].idx, tokens[close].idx)
                return _pieces(doc, [(tokens[0].idx, end_of(tokens))], author, before=False)
            return _pieces(doc, [(tokens[0].idx, tokens[at].idx)], (tokens[opening].idx, end_of(tokens)), before=False)
    return []


def _as_said(doc: Doc, tokens: list[Token]) -> list[QuotePiece]:
    """«Как сообщил Орлов, мост открыт»."""
    if tokens[0].lower_ != "как" or len(tokens) < 4 or not any(reports(token) for token in tokens[1:4]):
        return []
    close = closing_comma(tokens, 1)
    if close is None:
        return []
    return _pieces(doc, [(tokens[close + 1].idx, end_of(tokens))], (tokens[1].idx, tokens[close].idx), before=False)


def _about_this(doc: Doc, tokens: list[Token]) -> list[QuotePiece]:
    """«Об этом сообщает мэрия»: what the sentence before says."""
    if [token.lower_ for token in tokens[:2]] != ["об", "этом"] or not any(reports(t) for t in tokens[2:8]):
        return []
    before = sentence_before(tokens[0])
    if before is None:
        return []
    return _pieces(doc, [(before.start_char, before.end_char)], (tokens[0].idx, end_of(tokens)), before=False)


RULES: tuple[Rule, ...] = (_about_this, _according, _as_said, _that, _said_last)


def _pieces(doc: Doc, spans: list[Offsets], author: Offsets, *, before: bool) -> list[QuotePiece]:
    kept = [trimmed(text_of(doc), start, end) for start, end in spans]
    kept = [(start, end) for start, end in kept if len(text_of(doc)[start:end].split()) >= _MIN_WORDS]
    return [
        QuotePiece(start=start, end=end, group=kept[0][0], style="indirect", author=author, before=before)
        for start, end in kept
    ]

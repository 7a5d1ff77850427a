"""Which stretches in quotation marks are speech, and which are names, titles and borrowed words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc, Token

from pipeline.language.features import features
from pipeline.language.text import text_of
from pipeline.mentions.quotes.author import are_author_words, cut_speech, sentence_end, speech_verb
from pipeline.mentions.quotes.lexicon import quote_lexicon
from pipeline.mentions.quotes.marks import Marked, find_marked
from pipeline.mentions.quotes.pieces import QuotePiece, speech_lines, tokens_within
from pipeline.records.annotations import Span

_AFTER = re.compile(r"[»”“\"][,.!?…]*\s*[—–―-]+\s*")
_AFTER_COMMA = re.compile(r"[»”“\"],\s+(?=[а-яё])")
_COPULA = re.compile(r"[а-яё] [—–] [а-яё]")
_FEW = 3  # words: «Россия — Африка» is a name
_CLOSING = frozenset({".", "!", "?", "…", "", "\n"})
_SENTENCE_END = re.compile(r"[.!?…][»”“\"]?$")


def find_quoted(doc: Doc) -> Iterator[QuotePiece]:
    """Yield the speech in quotation marks, in order."""
    lines = speech_lines(doc)
    said_before: Marked | None = None
    for marked in find_marked(text_of(doc), lines):
        line = next((a, b) for a, b in lines if a <= marked.start <= b)
        pieces = list(_as_speech(doc, marked, line, said_before))
        if pieces:
            said_before = marked
            yield from (
                replace(piece, group=marked.group) if marked.group < marked.start else piece for piece in pieces
            )


def _as_speech(doc: Doc, marked: Marked, line: Span, said_before: Marked | None) -> list[QuotePiece]:
    """The first rule that takes the stretch for speech decides; no piece where it is none."""
    if (author := _author_after(doc, marked)) is not None:
        return _with_author(cut_speech(doc, marked.start, marked.end, "marks"), author, before=False)
    pieces = cut_speech(doc, marked.start, marked.end, "marks")
    if pieces and pieces[0].author is not None:
        return pieces
    if (author := _author_before(doc, marked, line)) is not None:
        return _with_author(pieces, author, before=True)
    if marked.group < marked.start or _stands_alone(doc, marked, line, said_before):
        return pieces
    return []


def _with_author(pieces: list[QuotePiece], author: Span, *, before: bool) -> list[QuotePiece]:
    return [piece if piece.author else replace(piece, author=author, before=before) for piece in pieces]


def _author_after(doc: Doc, marked: Marked) -> Span | None:
    """«…», — сказал N. The words up to the end of the author's sentence or the next piece in marks."""
    text = text_of(doc)
    match = _AFTER.match(text, marked.end) or _AFTER_COMMA.match(text, marked.end)
    if match is None:
        return None
    line_end = text.find("\n", match.end())
    end = sentence_end(text, match.end(), line_end if line_end >= 0 else len(text))
    words = tokens_within(doc, match.end(), end)
    if not words or not words[0].text[0].islower():
        return None
    if match.re is _AFTER_COMMA:
        certain = speech_verb(words, reach=1) is not None and len(text_of(doc)[marked.start : marked.end].split()) > 3
    elif _is_punctuated(text, marked):
        certain = are_author_words(words)
    else:
        certain = _is_sentence(doc, marked) and speech_verb(words, reach=2) is not None
    return (match.end(), end) if certain else None


def _is_punctuated(text: str, marked: Marked) -> bool:
    """A comma behind the mark or ?, !, … before it, as speech has it: «…», — and «…!» —; a name has neither."""
    return text[marked.end + 1 : marked.end + 2] in {",", "?", "!", "…"} or text[marked.end - 1] in ",?!…"


def _author_before(doc: Doc, marked: Marked, line: Span) -> Span | None:
    """N сказал: «…». A colon, and a whole sentence in the marks."""
    text = text_of(doc)
    intro = text[line[0] : marked.start - 1].rstrip(" —–-\u00a0")
    if not intro.endswith(":"):
        return None
    start = line[0]
    for match in re.finditer(r"[.!?…»][\s]+(?=[А-ЯЁ«])", intro):
        start = line[0] + match.end()
    words = tokens_within(doc, start, marked.start - 1)
    lexicon = quote_lexicon()
    if not words or any(word.lemma_ in lexicon.readings for word in words):
        return None
    if not _is_sentence(doc, marked) and not (_is_announced(words) and _is_whole(doc, marked)):
        return None
    return start, line[0] + len(intro)


def _is_announced(words: list[Token]) -> bool:
    """«и, подумав, добавляет:», «слухи компания опровергла:»: a finite verb of speech close before the colon."""
    return speech_verb(words[-6:], reach=6) is not None


def _is_whole(doc: Doc, marked: Marked) -> bool:
    """Three words or more with a capital at their head: «Наши люди на месте»."""
    words = [word for word in tokens_within(doc, marked.start, marked.end) if word.is_alpha]
    return len(words) > 2 and words[0].text[0].isupper()


def _is_sentence(doc: Doc, marked: Marked) -> bool:
    """A capital at its head and a predicate in it, be it a noun («Учёный в окопе — роскошь»); names have none."""
    words = [word for word in tokens_within(doc, marked.start, marked.end) if word.is_alpha]
    if not words or not words[0].text[0].isupper():
        return False
    text = text_of(doc)
    behind = text[marked.end + 1 : marked.end + 2]
    closes = _SENTENCE_END.search(text[marked.start : marked.end].rstrip()) or behind in _CLOSING
    predicate = any(word.pos_ in {"VERB", "AUX"} or "Short" in features(word, "Variant") for word in words)
    nominal = len(words) > _FEW and _COPULA.search(text[marked.start : marked.end]) is not None
    return bool(closes) and (predicate or nominal or len(words) >= 5)


def _stands_alone(doc: Doc, marked: Marked, line: Span, said_before: Marked | None) -> bool:
    """A sentence of its own in marks, in the paragraph of speech before it or behind an announcement of one."""
    text = text_of(doc)
    opened = text[line[0] : marked.start - 1].rstrip()
    closed = text[marked.end + 1 : line[1]].lstrip()
    resumed = opened.rstrip(" \u00a0—–-") if said_before is not None else opened  # «…», — сказал он. — «…».
    starts_sentence = not resumed or resumed[-1] in ".!?…»"
    ends_sentence = not closed or closed[0] in ".!?…" or (
        _SENTENCE_END.search(text[marked.start : marked.end]) is not None and closed[0].isupper()
    )  # fmt: skip
    if not (starts_sentence and ends_sentence and _is_sentence(doc, marked)):
        return False
    if not opened and not closed and text[marked.end - 1] not in ".!?…":
        return False  # a heading in marks
    words = [word for word in tokens_within(doc, marked.start, marked.end) if word.is_alpha]
    if len(words) < 4 or line[0] == 0:
        return False
    if said_before is not None and marked.start - said_before.end < 600:
        return True
    return speech_verb(tokens_within(doc, max(0, marked.start - 200), marked.start), reach=40) is not None

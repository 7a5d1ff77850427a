"""Words that report speech, and the clause around them: verbs, «по словам», commas, the sentence before."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Span, Token

from pipeline.language.features import features
from pipeline.language.sentences import sentence_of
from pipeline.mentions.quotes.author import is_finite
from pipeline.mentions.quotes.lexicon import According, quote_lexicon

_LONGEST = 1_000  # code points of words in marks
_LEADING_ON = frozenset({"который", "чей", "однако", "поэтому"})
_POSSESSIVES = frozenset({"его", "её", "ее", "их"})


def reports(token: Token) -> bool:
    """A finite verb of reporting that is not denied: «не подтвердили, что» reports nothing."""
    denied = token.i > 0 and token.doc[token.i - 1].lower_ == "не"
    return token.lemma_ in quote_lexicon().report and "Fin" in features(token, "VerbForm") and not denied


def according_at(tokens: list[Token], at: int) -> According | None:
    """«по словам», «по мнению», «по его словам» at a place."""
    if tokens[at].lower_ not in quote_lexicon().openings:
        return None
    for entry in quote_lexicon().according:
        words = tokens[at : at + len(entry.words) + 1]
        lemmas = [t.lemma_ if i else t.lower_ for i, t in enumerate(words) if t.lower_ not in _POSSESSIVES]
        if tuple(lemmas[: len(entry.words)]) == entry.words:
            return entry
    return None


def closing_comma(tokens: list[Token], start: int) -> int | None:
    """The comma behind the one who says it; a comma before a relative clause or a second post does not count."""
    for index in range(start, len(tokens) - 1):
        if tokens[index].text == "," and not opens_clause(tokens[index]):
            return index
    return None


def opens_clause(comma: Token) -> bool:
    """A relative clause follows the comma."""
    following = comma.doc[comma.i + 1] if comma.i + 1 < len(comma.doc) else None
    return following is not None and following.lemma_ in {"который", "чей", "где"}


def clause_start(tokens: list[Token], verb: int) -> Token:
    """Where the clause of a verb begins: behind the last full pause before it."""
    for index in range(verb - 1, -1, -1):
        if tokens[index].text in {";", ":"}:
            return tokens[index + 1]
    return tokens[0]


def is_clause(tokens: Sequence[Token]) -> bool:
    """Words with a predicate of their own that no word at the end leads on from: not «лиц, которые», «Отклонения»."""
    words = [token for token in tokens if not token.is_punct]
    leads_on = bool(words) and (words[-1].lemma_ in _LEADING_ON or words[-1].pos_ in {"SCONJ", "CCONJ"})
    return not leads_on and any(_is_predicate(token) for token in words)


def _is_predicate(token: Token) -> bool:
    return is_finite(token) or "Short" in features(token, "Variant") or token.dep_ == "root"


def sentence_before(token: Token) -> Span | None:
    """The sentence in front of the one that a word opens, blank lines between them left out."""
    start = sentence_of(token).start
    while start and token.doc[start - 1].is_space:
        start -= 1
    return sentence_of(token.doc[start - 1]) if start else None


def end_of(tokens: list[Token]) -> int:
    """Offset behind the last word."""
    return tokens[-1].idx + len(tokens[-1])


def end_of_marked(text: str, start: int, end: int) -> int:
    """Where reported words end that open with a mark: «отметил, что «мост нужен. Его откроют»» ends with the mark."""
    depth = text.count("«", start, end) - text.count("»", start, end)
    if text[start : start + 1] != "«" or depth != 1:
        return end
    closing = text.find("»", end, start + _LONGEST)
    return closing + 1 if closing > 0 else end

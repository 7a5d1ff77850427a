"""The author's words inside and behind direct speech: «…, — сказал N, — …»."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from spacy.tokens import Doc, Token

from pipeline.language.backends import morph_analyzer
from pipeline.language.features import features
from pipeline.language.text import text_of
from pipeline.mentions.quotes.lexicon import quote_lexicon
from pipeline.mentions.quotes.pieces import QuotePiece, Style, tokens_within, trimmed
from pipeline.records.annotations import Span

_REACH = 8  # words within which the author's words must come to their verb
_INVERSION = 4  # words of a verb that is none of speech, its object and its subject
_CUT = re.compile(r"(?<=[,!?…»”“\"])\s*[—–―-]+\s+(?=[а-яё«\"А-ЯЁ])|(?<=[.])\s+[—–―-]+\s+(?=[а-яё])")
_RESUME = re.compile(r"(?:(?<=[,.:!?;»”“\"])\s*|\s+)[—–―-]+\s+")
_PAUSE = frozenset(",.:!?;")
_INITIAL = re.compile(r"(?:^|[^А-ЯЁа-яё])(?:[А-ЯЁ]|г|ул|им|т|д|п|руб|млн|млрд|тыс|проф|акад|ген|корр|чел)$")


def cut_speech(doc: Doc, start: int, end: int, style: Style) -> list[QuotePiece]:
    """Cut a stretch of speech where the author speaks in between; without his words it is one piece.

    Example: «Готовы, — сказал Орлов, — но не все» gives «Готовы» and «но не все», both with «сказал Орлов».
    """
    cuts = list(_author_words(doc, start, end))
    edges = [start, *(edge for cut in cuts for edge in cut), end]
    pieces = [trimmed(text_of(doc), edges[i], edges[i + 1]) for i in range(0, len(edges), 2)]
    group = pieces[0][0]
    found = []
    for i, (a, b) in enumerate(pieces):
        words = cuts[min(i, len(cuts) - 1)] if cuts else None
        if b > a:
            found.append(QuotePiece(start=a, end=b, group=group, style=style, author=words))
    return found


def sentence_end(text: str, start: int, end: int) -> int:
    """Where the author's sentence ends: at a full stop that closes no initial and no abbreviation."""
    for match in re.finditer(r"[.!?…]+(?=\s|$)", text[start:end]):
        if not _INITIAL.search(text[start : start + match.start()]):
            return start + match.end()
    return end


def speech_verb(words: list[Token], reach: int = _REACH) -> Token | None:
    """The verb of speech among the first words of the author: «в частности, сказал»."""
    lexicon = quote_lexicon()
    opening = [word for word in words if word.is_alpha or "-" in word.text][:reach]
    return next((word for word in opening if lexicon.tells_speech(word.lemma_) and not _is_participle(word)), None)


def _is_participle(word: Token) -> bool:
    """«газета, сообщившая», «комментируя»: no predicate of the author's sentence."""
    forms = features(word, "VerbForm")
    return "Conv" in forms or ("Part" in forms and "Short" not in features(word, "Variant"))


def are_author_words(words: list[Token]) -> bool:
    """Words with a verb of speech, or a verb at their head with its subject behind it: «вздохнул дед»."""
    if speech_verb(words) is not None:
        return True
    alphabetic = [word for word in words if word.is_alpha and word.lower_ != "не"][:_INVERSION]
    return len(alphabetic) > 1 and _inverted(alphabetic[0], alphabetic[1:])


def _inverted(verb: Token, followers: list[Token]) -> bool:
    """«вздохнул дед», «горячится председатель», «не скрывает досады директор»: a verb of any kind, then who."""
    if not is_finite(verb):
        return False
    near = followers[:2] if _is_past(verb) else followers
    return any(
        word.pos_ in {"PROPN", "NOUN", "PRON"}
        and "Nom" in features(word, "Case")
        and (_is_past(verb) or word.pos_ == "PRON" or "Anim" in features(word, "Animacy"))
        for word in near
    )


def is_finite(word: Token) -> bool:
    """A finite verb by its tag, or by its form where the tagger takes a rare one for an adjective: «скромничал»."""
    if word.pos_ == "VERB" and "Fin" in features(word, "VerbForm"):
        return True
    return word.pos_ in {"ADJ", "NOUN", "PROPN", "VERB"} and word.text[0].islower() and _is_plain_verb(word.lower_)


def _is_past(verb: Token) -> bool:
    return "Past" in features(verb, "Tense") or verb.pos_ != "VERB"


@lru_cache(maxsize=5_000)
def _is_plain_verb(form: str) -> bool:
    """A form that no other part of speech has."""
    parts = {str(parse.tag.POS) for parse in morph_analyzer().parse(form)}
    return parts == {"VERB"}


def _author_words(doc: Doc, start: int, end: int) -> Iterator[Span]:
    """Offsets of the author's words with the dashes around them."""
    at = start
    while (cut := _CUT.search(text_of(doc), at, end)) is not None:
        closing = _resumption(text_of(doc), cut.end(), end)
        if are_author_words(tokens_within(doc, cut.end(), closing[0])) and cut.start() > start:
            yield cut.start(), closing[1]
            at = closing[1]
        else:
            at = cut.end()


def _resumption(text: str, start: int, end: int) -> Span:
    """The dash at which the speech goes on after the author's words, or the end of the stretch."""
    marked = text[start:end]
    for match in _RESUME.finditer(text, start, end):
        before = text[: match.start()].rstrip()[-1]
        if before in _PAUSE and marked[: match.start() - start].count("«") == marked[: match.start() - start].count(
            "»"
        ):
            return match.start(), match.end()
    return end, end

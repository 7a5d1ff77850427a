"""Names of bodies in Latin letters, told by the noun before them or the recogniser: «корпорация Yunhe Solar»."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from pipeline.mentions.candidates import Candidate, Words
from pipeline.mentions.lexicon import name_lexicon

SOURCE = "rule.latin"
_LATIN = re.compile(r"[A-Za-zÀ-ÿ][A-Za-zÀ-ÿ0-9'’&.-]*")
_JOINS = frozenset(".’'&-")
_MARKS = frozenset("+#@=/")
_LEGAL_FORMS = frozenset({"Co", "Ltd", "Inc", "Corp", "Bros", "Cie"})
_INNER = frozenset({"of", "and", "the", "de", "la", "for", "&", "du", "und", "in"})


def find_latin_names(words: Words, recognised: Mapping[int, str]) -> Iterator[Candidate]:
    """Yield runs of words in Latin letters that name a body.

    Args:
        words: the article.
        recognised: type that the recogniser gives to a word.
    """
    body = name_lexicon().quoted["body"]
    index = 0
    while index < len(words):
        last = _run_end(words, index)
        if last > index:
            introduced = words.joined(index - 1, index) and words.lemma(index - 1) in body
            tagged = any(recognised.get(i) == "organization" for i in range(index, last))
            if introduced or (
                tagged and len(words.text(index)) > 1 and not _MARKS & {words.text(last), words.text(index - 1)}
            ):
                last += _is_shortened(words, last)
                yield Candidate(first=index, last=last, type="organization", source=SOURCE)
        index = max(last, index + 1)


def _is_shortened(words: Words, last: int) -> bool:
    """«Orient Shipping Co. заявила»: the full stop of a legal form belongs to the name inside a sentence."""
    shortened = words.text(last - 1) in _LEGAL_FORMS and words.text(last) == "."
    return shortened and words.joined(last, last + 1)


def _continues(words: Words, at: int) -> bool:
    """A Latin word, or a mark that joins two without a blank: «NEWSru.com», «Victoria’s»."""
    if _LATIN.fullmatch(words.text(at)):
        return True
    glued = not words.tokens[at].whitespace_ and not words.tokens[at - 1].whitespace_
    return glued and words.text(at) in _JOINS and bool(_LATIN.fullmatch(words.text(at + 1)))


def _run_end(words: Words, first: int) -> int:
    """End of the run of Latin words that begins with a capital; function words only inside."""
    if not _LATIN.fullmatch(words.text(first)) or not words.is_capital(first):
        return first
    last = at = first + 1
    while at < len(words) and words.joined(first, at) and _continues(words, at):
        if words.is_capital(at) or words.text(at - 1) in _JOINS:
            last = at + 1
        elif words.lower(at) not in _INNER and words.text(at) not in _JOINS:
            break
        at += 1
    return last

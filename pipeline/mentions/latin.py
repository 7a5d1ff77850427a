"""Names of bodies in Latin letters, told by the noun before them, the recogniser or «&»: «корпорация Yunhe Solar»."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from pipeline.mentions.candidates import Candidate, Words
from pipeline.mentions.lexicon import name_lexicon

SOURCE = "rule.latin"
_LATIN = re.compile(r"[A-Za-zÀ-ʯḀ-ỿ][A-Za-zÀ-ʯḀ-ỿ0-9'’&.-]*")
_JOINS = frozenset(".’'&-")
_MARKS = frozenset("+#@=/")
_LEGAL_FORMS = frozenset({"Co", "Ltd", "Inc", "Corp", "Bros", "Cie"})
_INNER = frozenset({"of", "and", "the", "de", "la", "for", "&", "du", "und", "in", "del", "di", "da", "do",
                    "dos", "des", "van", "von", "der", "y", "e", "et", "el", "al"})  # fmt: skip


def find_latin_names(words: Words, recognised: Mapping[int, str]) -> Iterator[Candidate]:
    """Yield runs of words in Latin letters that name a body.

    Args:
        words: the article.
        recognised: type that the recogniser gives to a word.
    """
    body = name_lexicon().quoted["body"]
    known: set[str] = set()
    doubtful: list[Candidate] = []
    for first, last in _runs(words):
        introduced = words.joined(first - 1, first) and words.lemma(first - 1) in body
        tagged = any(recognised.get(i) == "organization" for i in range(first, last))
        marked = bool(_MARKS & {words.text(last), words.text(first - 1)})
        end = last + _is_shortened(words, last)
        name = Candidate(first=first, last=end, type="organization", source=SOURCE)
        if introduced or _is_firm(words, first, last) or (tagged and len(words.text(first)) > 1 and not marked):
            known.add(words.cut(name))
            yield name
        elif not marked:
            doubtful.append(name)
    yield from (name for name in doubtful if words.cut(name) in known)


def _runs(words: Words) -> Iterator[tuple[int, int]]:
    """First word and end of each run of words in Latin letters."""
    index = 0
    while index < len(words):
        last = _run_end(words, index)
        if last > index:
            yield index, last
        index = max(last, index + 1)


def _is_shortened(words: Words, last: int) -> bool:
    """«Orient Shipping Co. заявила»: the full stop of a legal form belongs to the name inside a sentence."""
    shortened = words.text(last - 1) in _LEGAL_FORMS and words.text(last) == "."
    return shortened and words.joined(last, last + 1)


def _is_firm(words: Words, first: int, last: int) -> bool:
    """«исследование [Bauer & Young] показало»: partners joined by «&», unless English is quoted around them."""
    partners = [words.text(at) for at in range(first, last) if "&" in {words.text(at - 1), words.text(at + 1)}]
    quoted = any(_LATIN.fullmatch(words.text(at)) for at in (first - 1, last))
    return not quoted and any(len(name) > 2 for name in partners) and all(name[0].isupper() for name in partners)


def _continues(words: Words, at: int) -> bool:
    """A Latin word, «&», or a mark that joins two without a blank: «Bauer & Young», «NEWSru.com», «Victoria’s»."""
    if _LATIN.fullmatch(words.text(at)) or words.text(at) == "&":
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

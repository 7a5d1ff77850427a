"""Institutions that their number names, without any capital: «школа № 5», «родильный дом № 3», «отдел полиции № 2»."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.mentions.candidates import Candidate, Words
from pipeline.mentions.lexicon import NameLexicon, name_lexicon

_LONGEST = 4  # words between the head and its number: «отделение скорой медицинской помощи № 1»


def find_numbered(words: Words) -> Iterator[Candidate]:
    """Yield institutions that a number tells from others of their kind."""
    lexicon = name_lexicon()
    for sign in range(1, len(words) - 1):
        if words.text(sign) in {"№", "N"} and words.text(sign + 1).isdigit() and words.joined(sign - 1, sign + 1):
            head = _head(words, sign, lexicon)
            if head is not None:
                yield Candidate(
                    first=_first(words, head, lexicon), last=sign + 2, type="organization", source="rule.numbered-body"
                )


def _head(words: Words, sign: int, lexicon: NameLexicon) -> int | None:
    """The institution's noun, directly before the sign or before a tail in the genitive: «отдел | полиции | № 2»."""
    for at in range(sign - 1, max(-1, sign - 2 - _LONGEST), -1):
        if not words.joined(at, sign) or not words.text(at)[0].isalpha():
            return None
        if words.lemma(at) in lexicon.numbered_heads or words.lower(at) in lexicon.numbered_heads:
            return at if _is_called_for(words, at, lexicon) else None
        if words.case(at) not in {"Gen", ""}:
            return None
    return None


def _is_called_for(words: Words, head: int, lexicon: NameLexicon) -> bool:
    """«детский сад № 14» against «сад № 14», «дом № 3»."""
    wanted = lexicon.numbered_adjectives.get(words.lemma(head))
    return wanted is None or words.lemma(head - 1) in wanted


def _first(words: Words, head: int, lexicon: NameLexicon) -> int:
    """The adjectives that belong to the name: «городская клиническая больница № 2», not «старая школа № 5»."""
    wanted = lexicon.numbered_adjectives.get(words.lemma(head), frozenset())
    first = head
    while words.joined(first - 1, head) and words.pos(first - 1) in {"ADJ", "PROPN"}:
        lemma = words.lemma(first - 1)
        named = lemma in lexicon.body_adjectives | wanted or (words.is_capital(first - 1) and lemma.endswith("кий"))
        if not named:
            break
        first -= 1
    return first

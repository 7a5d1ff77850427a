"""Bodies by a brand alone, in marks or in Latin letters, whose noun the text tells only later: «компания»."""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.entities.positions.kinds import has_kind
from pipeline.entities.spans import OPENING_MARKS, Named, NamedSpans, fold

_OF_NAMES = frozenset(
    {"компания", "фирма", "предприятие", "клуб", "команда"}
)  # such a body often has no noun beside its name
# Works: a name in marks that no noun explains may be one.
_WORKS = frozenset({"комбинат", "завод", "фабрика", "рудник", "шахта", "верфь", "агрохолдинг", "холдинг", "застройщик",
                    "перевозчик", "оператор", "турфирма", "туроператор"})  # fmt: skip
_TEAMS = frozenset({"клуб", "команда"})
_HEARSAY = frozenset(
    {"данные", "данный", "сведение", "информация", "сообщение", "газета", "журнал", "издание", "портал"}
)
_BREAKS = frozenset(".,;:!?—")
_NEAR = 40  # words back to a brand that «компания» takes up


def is_works(lemma: str) -> bool:
    """«комбинат», «шахта»: a noun for works, whose name in marks no other noun need explain."""
    return lemma in _WORKS


def is_new_brand(named: NamedSpans, candidate: Named, noun: Token, kinds: frozenset[str]) -> bool:
    """Whether a noun for any company or club takes up a brand that was named just before."""
    return fold(noun.lemma_) in _OF_NAMES and _just_named(named, candidate, noun) and not has_kind(kinds)


def may_be_brand(named: NamedSpans, candidate: Named, noun: Token, kinds: frozenset[str]) -> bool:
    """Whether a name in marks that no noun explains can be the company or the works of a noun."""
    lemma = fold(noun.lemma_)
    return (lemma in _OF_NAMES or is_works(lemma)) and not has_kind(kinds) and _in_quotes(named, candidate)


def _just_named(named: NamedSpans, candidate: Named, noun: Token) -> bool:
    """«В Yunhe Solar это опровергли. … — сказала представитель компании»: a brand in Latin letters or in marks."""
    brand = named.doc[candidate.first]
    known = named.entities.get(candidate.entity)
    near = noun.i - candidate.last <= _NEAR
    marked = (
        _in_quotes(named, candidate) and not is_witness(named, candidate) and not _of_one_verb(named, candidate, noun)
    )
    return near and (marked or (brand.is_alpha and brand.is_ascii)) and known is not None and not known.gazetteer


def _of_one_verb(named: NamedSpans, candidate: Named, noun: Token) -> bool:
    """«На «Зарю» клуб собирается подать в суд»: two bodies, not one."""
    between = named.doc[candidate.last + 1 : noun.i]
    return fold(noun.lemma_) in _TEAMS or not any(token.text in _BREAKS for token in between)


def _in_quotes(named: NamedSpans, candidate: Named) -> bool:
    """«Заря»: a name in marks."""
    return candidate.first > 0 and named.doc[candidate.first - 1].text in OPENING_MARKS


def is_witness(named: NamedSpans, candidate: Named) -> bool:
    """«по данным «Степных вестей»»: who tells the news, not whom it is about."""
    before = named.doc[max(0, candidate.first - 2) : candidate.first]
    return any(fold(token.lemma_) in _HEARSAY for token in before)

"""Which body or place a common noun takes up: «директор музея», «глава округа», «в компании»."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from pipeline.entities.positions.brands import is_new_brand, is_witness, is_works, may_be_brand
from pipeline.entities.positions.kinds import kinds_of
from pipeline.entities.positions.place_nouns import is_place_noun, place_taken_up
from pipeline.entities.positions.wider_nouns import is_called, wider_kinds
from pipeline.entities.spans import Named, NamedSpans, fold

_PARTS = frozenset({"управление", "департамент", "отдел"})


def generic_body(named: NamedSpans, noun: Token) -> str | None:
    """Key of the nearest entity named before that the noun can take up, `None` where there is none.

    Its own generic noun decides («группа «Рассвет»» for «группы»), then nouns of the same kind of body.
    """
    lemma = fold(noun.lemma_)
    if is_place_noun(lemma):
        return place_taken_up(named, noun)
    wanted, found = tuple(wider_kinds(lemma)), dict[str, str]()
    for candidate in _candidates(named, noun, lemma):
        kinds = kinds_of(named, candidate)
        brand = "wider" not in found and is_new_brand(named, candidate, noun, kinds)
        if brand or is_called(named, candidate, lemma) or _is_of_kind(kinds, lemma):
            return candidate.entity
        if any(kind.endswith(wanted) for kind in kinds):
            found.setdefault("part" if _is_part(named, candidate, kinds) else "wider", candidate.entity)
        if "brand" not in found and may_be_brand(named, candidate, noun, kinds):
            found["brand"] = candidate.entity
    return found.get("wider") or found.get("part") or found.get("brand")


def _is_of_kind(kinds: frozenset[str], lemma: str) -> bool:
    """Its own noun, or a compound of it: «авиакомпания» for «компания»."""
    return lemma in kinds or (len(lemma) > 3 and any(kind.endswith(lemma) for kind in kinds))


def _candidates(named: NamedSpans, noun: Token, lemma: str) -> Iterator[Named]:
    """The bodies named before, the nearest first, without those that the noun never means."""
    for candidate in named.before(noun.i):
        regulator = lemma == "банк" and _is_regulator(named, candidate)
        witness = is_works(lemma) and is_witness(named, candidate)
        if not (candidate.is_person or candidate.is_place or regulator or witness):
            yield candidate


def _is_regulator(named: NamedSpans, candidate: Named) -> bool:
    """The central bank, which «банк» never takes up beside a bank of the article."""
    entity = named.entities.get(candidate.entity)
    name = entity.name.lower() if entity is not None else ""
    return name.startswith(("центральный банк", "национальный банк", "банк россии", "европейский центральный"))


def _is_part(named: NamedSpans, candidate: Named, kinds: frozenset[str]) -> bool:
    """«Департамент интеграции ЕЭК»: of another body, so that «ведомство» rather means one named farther back."""
    inside = (n for n in named.all if candidate.first < n.first and n.last == candidate.last)
    return bool(kinds & _PARTS) and any(not n.is_person and not n.is_place for n in inside)

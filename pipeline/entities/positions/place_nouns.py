"""Which place a noun takes up: «город», «область», «страна»."""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.entities.spans import NamedSpans, fold
from pipeline.language.features import case_of
from pipeline.mentions.gazetteer_in_use import load_gazetteer

_REGION = {
    "столица": frozenset({"city"}),
    "город": frozenset({"city"}), "село": frozenset({"city"}), "поселок": frozenset({"city"}),
    "страна": frozenset({"country"}), "государство": frozenset({"country"}),
    "республика": frozenset({"country", "state_or_province"}), "регион": frozenset({"state_or_province"}),
    "провинция": frozenset({"state_or_province"}), "область": frozenset({"state_or_province", "district"}),
    "край": frozenset({"state_or_province"}), "район": frozenset({"district", "state_or_province"}),
    "округ": frozenset({"district", "state_or_province"}),
}  # fmt: skip
# Nouns that the names of what they take up rarely hold: «регион» for «Псковская область».
_UNNAMED = frozenset({"город", "село", "столица", "страна", "государство", "республика", "регион", "провинция"})


def is_place_noun(lemma: str) -> bool:
    """Whether a noun takes up a place and no body."""
    return lemma in _REGION


def _is_capital(key: str) -> bool:
    """«столица» is the capital of a state."""
    return any(e.capital == key and e.type == "country" for e in load_gazetteer().entries.values()) if key else False


def place_taken_up(named: NamedSpans, noun: Token) -> str | None:
    """Key of the nearest place named before that the noun can take up, `None` where there is none."""
    lemma = fold(noun.lemma_)
    types = _REGION[lemma]
    capital = lemma == "столица"
    if capital and case_of(noun) != "Gen":
        return None  # «генерал в столице»
    for candidate in named.nested_before(noun.i):
        entity = named.entities.get(candidate.entity)
        if entity is None or not candidate.is_place or (capital and not _is_capital(entity.gazetteer)):
            continue
        if lemma in entity.name.lower().replace("ё", "е") or (entity.type in types and lemma in _UNNAMED):
            return candidate.entity
    return None

"""What kind of body a name is: the nouns of the name, and those that introduce it."""

from __future__ import annotations

from pipeline.entities.positions.lexicon import post_lexicon
from pipeline.entities.spans import OPENING_MARKS, Named, NamedSpans, fold
from pipeline.records.annotations import PLACE_TYPES

LEGAL_FORMS = frozenset({"ооо", "ао", "оао", "зао", "пао", "гуп", "муп", "фгуп", "тоо", "сп"})
_INTRODUCED = 3  # words before a quoted name in which its generic noun stands: «совет матерей «Северянка»»


def kinds_of(named: NamedSpans, candidate: Named) -> frozenset[str]:
    """Lemmas that say what kind of body it is: of its name, and of the words that introduce it."""
    tokens = named.doc[candidate.first : candidate.last + 1]
    before, legal = [], frozenset[str]()
    for index in range(candidate.first - 1, max(-1, candidate.first - 2 - _INTRODUCED), -1):
        token = named.doc[index]
        if token.text in OPENING_MARKS:
            continue
        if token.lower_ in LEGAL_FORMS:
            legal = frozenset({"компания"})
            break
        if token.pos_ not in {"NOUN", "ADJ", "PROPN"}:
            break
        before.append(token)
    own = {fold(word) for word in _name_words(named, candidate.entity)}
    return frozenset(fold(token.lemma_) for token in [*tokens, *before]) | own | legal


def is_of_state(named: NamedSpans, key: str) -> bool:
    """A country, a place or a body that the gazetteer knows; also nobody that is told."""
    entity = named.entities.get(key)
    return entity is None or entity.type in PLACE_TYPES or entity.gazetteer != ""


def _name_words(named: NamedSpans, key: str) -> list[str]:
    entity = named.entities.get(key)
    return entity.name.lower().split() if entity is not None else []


def has_kind(kinds: frozenset[str]) -> bool:
    """Its name or the words before it say what kind of body it is."""
    return any(post_lexicon().is_body(kind) for kind in kinds)

"""The adjective of a country inside a post: «глава британского дипломатического ведомства» is Britain's."""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.entities.positions.lexicon import post_lexicon
from pipeline.entities.spans import NamedSpans, fold
from pipeline.entities.word_cases import form_cases

# Bodies that an adjective of a country owns: «командующий американскими войсками».
_FORCES = frozenset(
    {"войско", "сила", "армия", "полиция", "разведка", "флот", "спецслужба", "контингент", "гвардия", "милиция",
     "делегация"}
)  # fmt: skip


def owned_body(named: NamedSpans, adjective: Token, stop: int) -> int | None:
    """Token of the noun for a body behind the adjective of a country: «британского дипломатического ведомства»."""
    if named.adjective_at(adjective.i) is None or adjective.i + 1 >= stop or adjective.nbor(-1).pos_ == "ADP":
        return None
    index = adjective.i + 1
    while index < stop - 1 and adjective.doc[index].pos_ == "ADJ" and named.at(index) is None:
        index += 1
    noun = adjective.doc[index]
    lemma = fold(noun.lemma_)
    listed = post_lexicon().is_body(lemma) or lemma in _FORCES
    return index if listed and named.at(index) is None and form_cases(noun) & form_cases(adjective) else None

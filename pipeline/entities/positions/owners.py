"""The adjective of a country inside a post: «глава британского ведомства», «помощник американского президента»."""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.entities.positions.lexicon import post_lemma, post_lexicon
from pipeline.entities.spans import NamedSpans, fold
from pipeline.entities.word_cases import form_cases

# Bodies that an adjective of a country owns: «командующий американскими войсками».
_FORCES = frozenset(
    {"войско", "сила", "армия", "полиция", "разведка", "флот", "спецслужба", "контингент", "гвардия", "милиция",
     "делегация"}
)  # fmt: skip

# Posts of a state: the adjective of a country before them says whose they are.
OF_STATES = frozenset(
    {"президент", "премьер", "премьер-министр", "вице-премьер", "министр", "замминистра", "заместитель", "посол",
     "консул", "король", "канцлер", "сенатор", "депутат", "парламентарий", "лидер", "дипломат", "спикер"}
)  # fmt: skip


def owned_body(named: NamedSpans, adjective: Token, stop: int) -> int | None:
    """Token of the noun for a body or a post of state that the adjective of a country owns: «британского ведомства»."""
    if named.adjective_at(adjective.i) is None or adjective.i + 1 >= stop or adjective.nbor(-1).pos_ == "ADP":
        return None
    index = adjective.i + 1
    while index < stop - 1 and adjective.doc[index].pos_ == "ADJ" and named.at(index) is None:
        index += 1
    noun = adjective.doc[index]
    lemma = fold(noun.lemma_)
    listed = post_lexicon().is_body(lemma) or lemma in _FORCES or post_lemma(noun) in OF_STATES
    return index if listed and named.at(index) is None and form_cases(noun) & form_cases(adjective) else None

"""What a post led is told by where nobody has a name for it: «начальник отряда», «глава дорожного департамента»."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from pipeline.entities.positions.lexicon import post_lexicon
from pipeline.entities.positions.nominative import singular_genitive
from pipeline.entities.spans import NamedSpans, fold
from pipeline.language.features import case_of, features
from pipeline.records.annotations import Position

_EMPTY = frozenset(
    {"глава", "начальник", "начальница", "председатель", "председательница", "директор", "руководитель", "лидер",
     "капитан", "заведующий", "заведующая", "командир", "управляющий"}
)  # fmt: skip
_SIDES = frozenset({"хозяин", "хозяйка", "гость", "гостья"})
_ADJECTIVES = 2  # words between the post and the noun


def with_its_noun(named: NamedSpans, position: Position) -> Position:
    """The post with the noun behind it, where no body is told that the noun could take up.

    Example: «начальник отряда Иван Орлов» in an article that names no «отряд» is «начальник отряда».
    """
    span = named.span_of(position)
    if position.organization or span is None or not _is_empty(position):
        return position
    tokens = _up_to_noun(named, span.end)
    if not tokens or position.source not in {"positions.before-name", "positions.after-name"}:
        return position
    last = tokens[-1]
    several = "Plur" in features(last, "Number")  # «главы погранслужб»: each heads one
    words = [singular_genitive(token.text) if several else token.text for token in tokens]
    end = last.idx + len(last)
    return replace(
        position, position=" ".join([position.position, *words]), end=end, text=named.doc.text[position.start : end]
    )


def _is_empty(position: Position) -> bool:
    """A post that says too little without its noun: «глава», «начальник», not «художественный руководитель»."""
    words = fold(position.position.lower()).split()
    return words[-1] == "советник" or (len(words) == 1 and words[0] in _EMPTY)


def _up_to_noun(named: NamedSpans, index: int) -> list[Token]:
    """Adjectives and the noun for a body in the genitive, none where anything else follows."""
    tokens: list[Token] = []
    for token in named.doc[index : index + _ADJECTIVES + 1]:
        if named.at(token.i) is not None or case_of(token) != "Gen":
            return []
        tokens.append(token)
        if token.pos_ == "NOUN":
            noun = fold(token.lemma_)
            return tokens if post_lexicon().is_body(noun) and noun not in _SIDES else []
        if token.pos_ != "ADJ":
            return []
    return []

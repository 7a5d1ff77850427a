"""Events named by a bare ordinal: «Первый раунд прошёл в Осло, второй — в Вене», «предыдущие дебаты … предыдущие»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from spacy.tokens import Doc, Token

from pipeline.events.cues import StatusCues
from pipeline.events.phrases import fold
from pipeline.events.predicate import is_predicate
from pipeline.events.word_features import feature
from pipeline.language.sentences import sentence_of

if TYPE_CHECKING:
    from pipeline.events.candidate import Candidate

_ORDINALS = frozenset(
    ["первый", "второй", "третий", "четвертый", "пятый", "шестой", "предыдущий", "следующий", "последний", "прошлый"]
)
_MAX_SENTENCES = 2


def find_elided(doc: Doc, candidates: Sequence[Candidate], cues: StatusCues) -> Iterator[Candidate]:
    """Find ordinals that stand for an event noun told shortly before, with the type of that noun.

    Example: «Первое чтение состоялось 7 июня, второе отложили»: «второе» is a session.
    """
    taken = {word for candidate in candidates for word in candidate.words}
    for token in doc:
        if token.i in taken or fold(token.lemma_) not in _ORDINALS or not _stands_alone(token):
            continue
        antecedent = _antecedent(token, candidates)
        if antecedent is not None and _is_told(token, cues):
            yield replace(
                antecedent, head=token.i, start=token.idx, end=token.idx + len(token), light=None, words=(token.i,),
                source=f"{antecedent.source}/ellipsis", confidence=antecedent.confidence * 0.8,
            )  # fmt: skip


def _stands_alone(token: Token) -> bool:
    """No noun follows that the ordinal could belong to."""
    if token.dep_ == "amod" and token.head.i > token.i and token.head.pos_ in {"NOUN", "PROPN"}:
        return False
    following = token.nbor(1) if token.i + 1 < sentence_of(token).end else None
    return following is None or following.pos_ not in {"NOUN", "PROPN", "ADJ", "NUM"}


def _antecedent(token: Token, candidates: Sequence[Candidate]) -> Candidate | None:
    """The nearest event noun before, in this sentence or the two before it, that agrees in gender and number."""
    start = sentence_of(token).start
    for _ in range(_MAX_SENTENCES):
        start = sentence_of(token.doc[start - 1]).start if start else 0
    before = [c for c in candidates if start <= c.head < token.i and token.doc[c.head].pos_ in {"NOUN", "PROPN"}]
    return next((c for c in reversed(before) if _agree(token, token.doc[c.head])), None)


def _agree(ordinal: Token, noun: Token) -> bool:
    if feature(ordinal, "Number") != feature(noun, "Number"):
        return False
    return feature(noun, "Number") == "Plur" or feature(ordinal, "Gender") == feature(noun, "Gender")


def _is_told(token: Token, cues: StatusCues) -> bool:
    """Something is said of it: a verb of taking place or being moved, or a dash in the verb's stead."""
    verbs = [token.head, *token.children]
    if any(is_predicate(verb) and fold(verb.lemma_) in cues.carriers for verb in verbs):
        return True
    return any(t.text in {"—", "–"} for t in token.doc[token.i + 1 : min(token.i + 6, sentence_of(token).end)])

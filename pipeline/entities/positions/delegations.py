"""Who leads a delegation: «делегация парламента Сербии во главе с Анной Орловой»."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from pipeline.entities.spans import Named, NamedSpans, fold

_GROUPS = frozenset({"делегация"})
Led = tuple[Named, Token, str, str]  # who leads, the word that says so, the post, the body


def find_delegation_heads(named: NamedSpans) -> Iterator[Led]:
    """Yield people with the delegation's body, the word for the delegation, and the post «глава делегации»."""
    for token in named.doc:
        if fold(token.lemma_) not in _GROUPS or token.i + 1 >= len(named.doc):
            continue
        body = named.at(token.i + 1)
        if body is None:
            body = named.at(token.i + 2) if token.i + 2 < len(named.doc) else None
        if body is None or body.is_person:
            continue
        person = _leader(named, body.last + 1)
        if person is not None:
            yield person, token, "глава делегации", body.entity


def _leader(named: NamedSpans, index: int) -> Named | None:
    """The name straight behind «во главе с» or «, возглавляемой»."""
    words = [token.lower_ for token in named.doc[index : index + 3]]
    if len(words) < 3 or index + 3 >= len(named.doc):
        return None
    if words[:2] == ["во", "главе"] and words[2] in {"с", "со"}:
        behind = named.at(index + 3)
    elif words[0] == "," and words[1].startswith("возглавляем"):
        behind = named.at(index + 2)
    else:
        return None
    return behind if behind is not None and behind.is_person else None

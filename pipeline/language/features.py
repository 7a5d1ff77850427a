"""Features of a token without spaCy's `morph.get`, which takes 6 µs: each analysis is taken apart once."""

from __future__ import annotations

from spacy.tokens import Token

_NONE: tuple[str, ...] = ()
_known: dict[int, dict[str, tuple[str, ...]]] = {}  # a few hundred: as many as the tagger has tags


def features(token: Token, name: str) -> tuple[str, ...]:
    """Values of a feature, none where the token has none: `features(token, "Case")` is `("Nom",)`."""
    analysis = token.morph
    key = hash(analysis)  # of the analysis as a string: the same in every vocabulary
    found = _known.get(key)
    if found is None:
        found = _known[key] = {each: tuple(given.split(",")) for each, given in analysis.to_dict().items()}
    return found.get(name, _NONE)


def feature(token: Token, name: str) -> str:
    """The first value of a feature, empty where the token has none."""
    values = features(token, name)
    return values[0] if values else ""


def case_of(token: Token) -> str:
    """The tagged case («Nom», «Gen», ...), empty where the token has none."""
    return feature(token, "Case")

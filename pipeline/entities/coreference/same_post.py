"""Whether two ways of telling a post mean the same one: «замминистра», «заместитель министра»."""

from __future__ import annotations

from functools import lru_cache

from pipeline.entities.coreference.lexicon import description_lexicon
from pipeline.entities.coreference.profiles import Profile
from pipeline.entities.spans import fold
from pipeline.language.backends import morph_analyzer
from pipeline.records.annotations import Position


def holds_post(profile: Profile, lemma: str) -> bool:
    """Whether one of a person's posts can be called by a single noun: «замминистра» for a deputy minister."""
    return any(same_post((lemma,), post_words(post)) for post in profile.posts)


def same_post(mine: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    """Same noun and no word of the description against it; synonyms count as the same."""
    synonyms = description_lexicon().synonyms
    names = {" ".join(mine), mine[-1] if len(mine) == 1 else ""}
    others = {_lemmas(other) for name in names for other in synonyms.get(name, frozenset())}
    if any(theirs[: len(other)] == other for other in others):
        return True
    return noun_of(mine) in theirs[:3] and set(mine) <= set(theirs) and noun_of(theirs) in mine


def noun_of(words: tuple[str, ...]) -> str:
    """The noun of a post: its first word that is no adjective."""
    return next((word for word in words if not word.endswith(("ый", "ий", "ой", "ая"))), words[-1])


def post_words(post: Position) -> tuple[str, ...]:
    """Lemmas of a post's name, at least one."""
    return _lemmas(post.post)


@lru_cache(maxsize=5_000)
def _lemmas(position: str) -> tuple[str, ...]:
    parses = [morph_analyzer().parse(word)[0] for word in position.split()]
    return tuple(fold(str(parse.normal_form)) for parse in parses) or ("",)

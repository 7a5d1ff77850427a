"""Descriptions of those who head a state, a place or a house: «глава государства», «губернатор», «спикер»."""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.entities.coreference.descriptions import Description
from pipeline.entities.coreference.houses import speaks_of
from pipeline.entities.coreference.lexicon import description_lexicon
from pipeline.entities.coreference.modifiers import body_of, picks_another
from pipeline.entities.coreference.profiles import Profile
from pipeline.entities.coreference.same_post import noun_of, post_words
from pipeline.entities.spans import NamedSpans, fold
from pipeline.records.annotations import Position

_PLACES = frozenset({"country", "state_or_province", "location"})


def head_of_state(named: NamedSpans, description: Description, profiles: Mapping[str, Profile]) -> list[str]:
    """«глава государства», «белорусский лидер» for the president of a country."""
    is_head, states = description.words[0] == "глава", description_lexicon().states
    heads_state = is_head and (bool(states & set(description.words)) or _followed_by(named, description, states))
    leads = description.words[-1] == "лидер" and bool(body_of(named, description))
    if not (heads_state or leads):
        return []
    body, rulers = "" if heads_state else body_of(named, description), description_lexicon().rulers
    return [
        key
        for key, profile in profiles.items()
        for post in profile.posts
        if noun_of(post_words(post)) in rulers and _is_country(named, post.organization)
        and body in {"", post.organization}
    ]  # fmt: skip


def _is_country(named: NamedSpans, key: str) -> bool:
    entity = named.entities.get(key)
    return key.startswith("country-") or (entity is not None and entity.type in _PLACES)


def _followed_by(named: NamedSpans, description: Description, lemmas: frozenset[str]) -> bool:
    last = description.last
    behind = range(description.head.i + 1, min(last + 2, len(named.doc)))
    return any(fold(named.doc[i].lemma_) in lemmas for i in behind)


def head_of_place(named: NamedSpans, description: Description, profiles: Mapping[str, Profile]) -> list[str]:
    """«губернатор» for «Главы Курганской области Аркадия Орлова», «мэр» for the city-manager of a town."""
    kinds = description_lexicon().local_rulers.get(description.words[0], frozenset())
    if not kinds or picks_another(named, description):
        return []
    body, heads = body_of(named, description), description_lexicon().local_heads
    return [
        key
        for key, profile in profiles.items()
        for post in profile.posts
        if heads & set(post_words(post)[:3]) and body in {"", post.organization}
        and (place := named.entities.get(post.organization)) is not None and place.type in kinds
    ]  # fmt: skip


def head_of_house(named: NamedSpans, description: Description, profiles: Mapping[str, Profile]) -> list[str]:
    """«спикер» for the «председателя парламента», «министр» for the «главу МИД»."""
    wanted = description_lexicon().houses.get(description.words[0], frozenset())
    if not wanted or len(description.words) > 1 or picks_another(named, description):
        return []
    return [
        key
        for key, profile in profiles.items()
        for post in profile.posts
        if post_words(post)[0] in description_lexicon().chairs and _named_like(named, post, wanted)
    ]


def _named_like(named: NamedSpans, post: Position, wanted: frozenset[str]) -> bool:
    """Whether the post and the name of its body speak of such a house."""
    body = named.entities.get(post.organization)
    return speaks_of(f"{post.post} , {body.name if body is not None else ''}", wanted)

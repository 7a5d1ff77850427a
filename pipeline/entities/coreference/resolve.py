"""Who a description means: rules in order, each with its reason; none where two people fit equally."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from pipeline.entities.coreference.adjectives import country_of_adjective
from pipeline.entities.coreference.descriptions import Description
from pipeline.entities.coreference.houses import speaks_of
from pipeline.entities.coreference.lexicon import description_lexicon
from pipeline.entities.coreference.profiles import Profile
from pipeline.entities.spans import NamedSpans, fold
from pipeline.language.backends import morph_analyzer
from pipeline.records.annotations import Entity, Position

_PLACES = frozenset({"country", "state_or_province", "location"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """The person a description means, and the rule that says so."""

    entity: str
    reason: str


Rule = Callable[[NamedSpans, Description, Mapping[str, Profile]], list[str]]


def resolve_description(
    named: NamedSpans, description: Description, profiles: Mapping[str, Profile]
) -> Resolution | None:
    """The first rule that knows someone decides; of several people the one named last before the description."""
    for reason, rule in RULES:
        known = [key for key in rule(named, description, profiles) if _named_before(profiles[key], description.first)]
        if known:
            return Resolution(entity=_nearest(known, profiles, description.first), reason=reason)
    return None


def _title_held(named: NamedSpans, description: Description, profiles: Mapping[str, Profile]) -> list[str]:
    """«Генеральный секретарь ШОС» after «Генерального секретаря ШОС Ивана Орлова»; «эксперт» for an analyst too."""
    body = _body_of(named, description)
    vague = description_lexicon().vague if len(description.words) == 1 else frozenset()
    posts = vague if description.words[0] in vague else frozenset()
    return _holders(
        named,
        profiles,
        body,
        lambda post: _same_post(description.words, _words(post)) or bool(posts & set(_words(post))),
    )


def _head_of_state(named: NamedSpans, description: Description, profiles: Mapping[str, Profile]) -> list[str]:
    """«глава государства», «белорусский лидер» for the president of a country."""
    is_head, states = description.words[0] == "глава", description_lexicon().states
    heads_state = is_head and (bool(states & set(description.words)) or _followed_by(named, description, states))
    leads = description.words[-1] == "лидер" and bool(_body_of(named, description))
    if not (heads_state or leads):
        return []
    body, rulers = "" if heads_state else _body_of(named, description), description_lexicon().rulers
    return [
        key
        for key, profile in profiles.items()
        for post in profile.posts
        if _head(_words(post)) in rulers and _is_country(named, post.organization) and body in {"", post.organization}
    ]


def _head_of_place(named: NamedSpans, description: Description, profiles: Mapping[str, Profile]) -> list[str]:
    """«губернатор» for «Главы Курганской области Аркадия Орлова», «мэр» for the city-manager of a town."""
    kinds = description_lexicon().local_rulers.get(description.words[0], frozenset())
    if not kinds or _picks_another(named, description):
        return []
    body, heads = _body_of(named, description), description_lexicon().local_heads
    return [
        key
        for key, profile in profiles.items()
        for post in profile.posts
        if heads & set(_words(post)[:3]) and body in {"", post.organization}
        and (place := named.entities.get(post.organization)) is not None and place.type in kinds
    ]  # fmt: skip


def _head_of_house(named: NamedSpans, description: Description, profiles: Mapping[str, Profile]) -> list[str]:
    """«спикер» for the «председателя парламента», «министр» for the «главу МИД»."""
    wanted = description_lexicon().houses.get(description.words[0], frozenset())
    if not wanted or len(description.words) > 1 or _picks_another(named, description):
        return []
    return [
        key
        for key, profile in profiles.items()
        for post in profile.posts
        if _words(post)[0] in description_lexicon().chairs and _named_like(named, post, wanted)
    ]


def _named_like(named: NamedSpans, post: Position, wanted: frozenset[str]) -> bool:
    """Whether the post and the name of its body speak of such a house."""
    body = named.entities.get(post.organization)
    return speaks_of(f"{post.position} , {body.name if body is not None else ''}", wanted)


def _called_so(named: NamedSpans, description: Description, profiles: Mapping[str, Profile]) -> list[str]:
    """«генерал» for «командующего армией генерала Хасана», «репортёр» for «репортёра Ивана Орлова»."""
    if len(description.words) > 1 or _picks_another(named, description):
        return []
    word = description.words[0]
    words = {word, *description_lexicon().synonyms.get(word, ()), *description_lexicon().wider.get(word, ())}
    return [key for key, profile in profiles.items() if words & profile.titles]


def _wider_word(named: NamedSpans, description: Description, profiles: Mapping[str, Profile]) -> list[str]:
    """«глава объединения» for its president, «дипломат» for an ambassador, «чиновник» for a deputy mayor."""
    posts = description_lexicon().wider.get(
        description.words[-1] if len(description.words) == 1 else _head(description.words)
    )
    if posts is None or _picks_another(named, description):
        return []
    body = _body_of(named, description)
    return _holders(named, profiles, body, lambda post: bool(posts & set(_words(post)[:2])))


def _person_noun(named: NamedSpans, description: Description, profiles: Mapping[str, Profile]) -> list[str]:
    """«девушка», «спортсменка» for the last woman named; only where she is the last person named at all."""
    gender = description_lexicon().people.get(fold(description.head.lemma_), "")
    if gender not in {"Masc", "Fem"} or _picks_another(named, description):
        return []
    fitting = [key for key, profile in profiles.items() if profile.gender == gender]
    near = [key for key in fitting if 0 < _distance(profiles[key], description.first) < 60]
    return near


def _picks_another(named: NamedSpans, description: Description) -> bool:
    """«отдельный спортсмен», «24-я девушка»: an adjective that is no country's speaks of someone else."""
    words = [named.doc[i] for i in range(description.first, description.head.i)]
    of_same = description_lexicon().of_same_person
    return any(
        word.pos_ in {"ADJ", "NUM"} and fold(word.lemma_) not in of_same and named.adjective_at(word.i) is None
        for word in words
    )


RULES: tuple[tuple[str, Rule], ...] = (
    ("coreference.head-of-state", _head_of_state),
    ("coreference.title-held", _title_held),
    ("coreference.head-of-place", _head_of_place),
    ("coreference.head-of-house", _head_of_house),
    ("coreference.called-so", _called_so),
    ("coreference.wider-title", _wider_word),
    ("coreference.person-noun", _person_noun),
)


def _holders(
    named: NamedSpans, profiles: Mapping[str, Profile], body: str, fits: Callable[[Position], bool]
) -> list[str]:
    """People with a fitting post of that body; where no body is said, of any."""
    return [
        key
        for key, profile in profiles.items()
        if any(fits(post) and (not body or not post.organization or same_body(named, body, post.organization))
               for post in profile.posts)
    ]  # fmt: skip


def same_body(named: NamedSpans, one: str, other: str) -> bool:
    """Whether two keys mean one body, an organ and its body («Миссия ШОС», ШОС), or bodies of one country."""
    if one == other:
        return True
    first, second = named.entities.get(one), named.entities.get(other)
    if first is None or second is None:
        return False
    if first.country and first.country == second.country:
        return True
    return _belongs_to(first, second) or _belongs_to(second, first)


def _belongs_to(organ: Entity, body: Entity) -> bool:
    """An organ has the body as its parent or country, or its name or abbreviation in its own name."""
    words = set(fold(organ.name).split())
    return body.key in {organ.parent, organ.country} or body.name in organ.name or body.abbreviation in words


def _same_post(mine: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    """Same head and no word of the description against it; synonyms count as the same."""
    synonyms = description_lexicon().synonyms
    names = {" ".join(mine), mine[-1] if len(mine) == 1 else ""}
    others = {_lemmas(other) for name in names for other in synonyms.get(name, frozenset())}
    if any(theirs[: len(other)] == other for other in others):
        return True
    return _head(mine) in theirs[:3] and set(mine) <= set(theirs) and _head(theirs) in mine


def _head(words: tuple[str, ...]) -> str:
    """The noun of a post: its first word that is no adjective."""
    return next((word for word in words if not word.endswith(("ый", "ий", "ой", "ая"))), words[-1])


def holds_post(profile: Profile, lemma: str) -> bool:
    """Whether one of a person's posts can be called by a single noun: «замминистра» for a deputy minister."""
    return any(_same_post((lemma,), _words(post)) for post in profile.posts)


def _words(post: Position) -> tuple[str, ...]:
    return _lemmas(post.position.lower())


@lru_cache(maxsize=5_000)
def _lemmas(position: str) -> tuple[str, ...]:
    parses = [morph_analyzer().parse(word)[0] for word in position.split()]
    return tuple(fold(str(parse.normal_form)) for parse in parses) or ("",)


def _body_of(named: NamedSpans, description: Description) -> str:
    """The body the description itself names, by a name or by the adjective of a country."""
    if description.phrase.body:
        return description.phrase.body
    for index in range(description.first, description.head.i):
        if (country := country_of_adjective(named, named.doc[index])) is not None:
            return country
    return ""


def _is_country(named: NamedSpans, key: str) -> bool:
    entity = named.entities.get(key)
    return key.startswith("country-") or (entity is not None and entity.type in _PLACES)


def _followed_by(named: NamedSpans, description: Description, lemmas: frozenset[str]) -> bool:
    last = description.last
    behind = range(description.head.i + 1, min(last + 2, len(named.doc)))
    return any(fold(named.doc[i].lemma_) in lemmas for i in behind)


def _named_before(profile: Profile, index: int) -> bool:
    return any(found.first < index for found in profile.named)


def _distance(profile: Profile, index: int) -> int:
    return min((index - found.first for found in profile.named if found.first < index), default=-1)


def _nearest(keys: Iterable[str], profiles: Mapping[str, Profile], index: int) -> str:
    return min(dict.fromkeys(keys), key=lambda key: _distance(profiles[key], index))

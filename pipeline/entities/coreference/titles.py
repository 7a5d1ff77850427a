"""Descriptions by the noun itself: a post that someone holds, a title that stands before a name, «девушка»."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from pipeline.entities.coreference.descriptions import Description
from pipeline.entities.coreference.lexicon import description_lexicon
from pipeline.entities.coreference.modifiers import body_of, picks_another
from pipeline.entities.coreference.profiles import Profile
from pipeline.entities.coreference.same_body import same_body
from pipeline.entities.coreference.same_post import noun_of, post_words, same_post
from pipeline.entities.spans import NamedSpans, fold
from pipeline.mentions.demonyms import demonym_gender
from pipeline.records.annotations import Position

_SLAVIC = ("ов", "ев", "ин", "ын", "ский", "цкий", "ова", "ева", "ина", "ына", "ская", "цкая", "ко", "ук", "юк")
_SLAVS = frozenset({"россиянин", "россиянка", "белорус", "белоруска", "украинец", "украинка", "болгарин", "македонец"})
_NEAR = 60  # words from «девушка» back to her name


def title_held(named: NamedSpans, description: Description, profiles: Mapping[str, Profile]) -> list[str]:
    """«Генеральный секретарь ШОС» after «Генерального секретаря ШОС Ивана Орлова»; «эксперт» for an analyst too."""
    body = body_of(named, description)
    vague = description_lexicon().vague if len(description.words) == 1 else frozenset()
    posts = vague if description.words[0] in vague else frozenset()
    return _holders(
        named,
        profiles,
        body,
        lambda post: same_post(description.words, post_words(post)) or bool(posts & set(post_words(post))),
    )


def wider_word(named: NamedSpans, description: Description, profiles: Mapping[str, Profile]) -> list[str]:
    """«глава объединения» for its president, «дипломат» for an ambassador, «чиновник» for a deputy mayor."""
    posts = description_lexicon().wider.get(
        description.words[-1] if len(description.words) == 1 else noun_of(description.words)
    )
    if posts is None or picks_another(named, description):
        return []
    body = body_of(named, description)
    return _holders(named, profiles, body, lambda post: bool(posts & set(post_words(post)[:2])))


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


def called_so(named: NamedSpans, description: Description, profiles: Mapping[str, Profile]) -> list[str]:
    """«генерал» for «командующего армией генерала Хасана», «репортёр» for «репортёра Ивана Орлова»."""
    if len(description.words) > 1 or picks_another(named, description):
        return []
    word = description.words[0]
    words = {word, *description_lexicon().synonyms.get(word, ()), *description_lexicon().wider.get(word, ())}
    return [key for key, profile in profiles.items() if words & profile.titles]


def person_noun(named: NamedSpans, description: Description, profiles: Mapping[str, Profile]) -> list[str]:
    """«девушка», «спортсменка», «финка» for people of that gender named lately, of whom the last is meant."""
    noun = fold(description.head.lemma_)
    gender = description_lexicon().people.get(noun, "")
    if not gender and (gender := demonym_gender(noun)):
        return _of_people(named, description, profiles, noun, gender)
    if gender not in {"Masc", "Fem"} or picks_another(named, description):
        return []
    return _lately([key for key, profile in profiles.items() if profile.gender == gender], profiles, description)


def _of_people(
    named: NamedSpans, description: Description, profiles: Mapping[str, Profile], noun: str, gender: str
) -> list[str]:
    """«Латыш» for Мартиньш Озолиньш; not for Иван Орлов, nor where somebody is called so («Иван Турок»)."""
    names = {key: fold(entity.name.lower()).split() for key, entity in named.entities.items() if key in profiles}
    if any(noun in parts for parts in names.values()) or picks_another(named, description):
        return []
    foreign = [key for key, parts in names.items() if noun in _SLAVS or not parts[-1].endswith(_SLAVIC)]
    known = _lately([key for key in foreign if profiles[key].gender == gender], profiles, description)
    return known or _lately([key for key in foreign if not profiles[key].gender], profiles, description)


def _lately(keys: list[str], profiles: Mapping[str, Profile], description: Description) -> list[str]:
    return [key for key in keys if 0 < profiles[key].words_back(description.first) < _NEAR]

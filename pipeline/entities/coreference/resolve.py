"""Who a description means: rules in order, each with its reason; none where two people fit equally."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from pipeline.entities.coreference.descriptions import Description
from pipeline.entities.coreference.heads import head_of_house, head_of_place, head_of_state
from pipeline.entities.coreference.profiles import Profile
from pipeline.entities.coreference.titles import called_so, person_noun, title_held, wider_word
from pipeline.entities.spans import NamedSpans


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """The person a description means, and the rule that says so."""

    entity: str
    reason: str


Rule = Callable[[NamedSpans, Description, Mapping[str, Profile]], list[str]]
RULES: tuple[tuple[str, Rule], ...] = (
    ("coreference.head-of-state", head_of_state),
    ("coreference.title-held", title_held),
    ("coreference.head-of-place", head_of_place),
    ("coreference.head-of-house", head_of_house),
    ("coreference.called-so", called_so),
    ("coreference.wider-title", wider_word),
    ("coreference.person-noun", person_noun),
)


def resolve_description(
    named: NamedSpans, description: Description, profiles: Mapping[str, Profile]
) -> Resolution | None:
    """The first rule that knows someone decides; of several people the one named last before the description."""
    for reason, rule in RULES:
        known = [key for key in rule(named, description, profiles) if profiles[key].words_back(description.first) > 0]
        if known:
            return Resolution(entity=_nearest(known, profiles, description.first), reason=reason)
    return None


def _nearest(keys: Iterable[str], profiles: Mapping[str, Profile], index: int) -> str:
    return min(dict.fromkeys(keys), key=lambda key: profiles[key].words_back(index))

"""Which entities a user means: an id means one of one article or of the run, a name all that bear it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from pipeline.entities.decisions.files import Told
from pipeline.entities.found import FoundEntity
from pipeline.entities.phrases.folding import fold

Fits = Mapping[str, Sequence[FoundEntity]]


def references(told: Iterable[Told]) -> frozenset[str]:
    """All that the lines name."""
    return frozenset(side for each in told for side in (each.left, each.right))


def find_fits(wanted: Iterable[str], found: Iterable[FoundEntity]) -> Fits:
    """The entities of articles that each reference means, by the surest way in which any can be meant.

    An id before a name, a name before an abbreviation or another name: «Таранов» means who is called just so, and
    only where nobody is, everyone who is called so among other names.
    """
    names = {reference: fold(reference) for reference in wanted}
    fits: tuple[dict[str, list[FoundEntity]], ...] = (defaultdict(list), defaultdict(list), defaultdict(list))
    by_name: dict[str, list[str]] = defaultdict(list)
    for reference, name in names.items():
        by_name[name].append(reference)
    for each in found:
        for reference in {each.own_id, *each.pointed_at} & names.keys():
            fits[0][reference].append(each)
        entity = each.entity
        name = fold(entity.name)
        others = {fold(other) for other in (entity.abbreviation, *entity.aliases)} - {name}
        for reference in by_name.get(name, ()):
            fits[1][reference].append(each)
        for reference in (reference for other in others for reference in by_name.get(other, ())):
            fits[2][reference].append(each)
    return {reference: fits[0][reference] or fits[1][reference] or fits[2][reference] for reference in names}


def told_apart(
    left: Sequence[FoundEntity], right: Sequence[FoundEntity]
) -> tuple[Sequence[FoundEntity], Sequence[FoundEntity]]:
    """«Таранов» and one of those called so, told by an id: on the side of the name stand all the others."""
    on_left, on_right = {each.place for each in left}, {each.place for each in right}
    if on_right < on_left:
        return [each for each in left if each.place not in on_right], right
    if on_left < on_right:
        return left, [each for each in right if each.place not in on_left]
    return left, right

"""Whether a name can be another one of a body or place: an ordered list of small rules."""

from __future__ import annotations

from collections.abc import Callable

from pipeline.entities.phrases.abbreviations import abbreviates
from pipeline.entities.phrases.folding import fold, is_acronym, is_adjective, quoted_core
from pipeline.entities.phrases.named import Named

OWNERS = frozenset({"республики", "страны", "области", "края", "региона", "города", "района", "округа", "столицы"})


def _same_name(thing: Named, name: str) -> bool:
    return fold(name) in thing.names


def _initials(thing: Named, name: str) -> bool:
    """«ОТГ» for «Организация тюркских государств»."""
    if thing.family != "organization" or not is_acronym(name):
        return False
    return any(abbreviates(name, full) for full in thing.names if not is_acronym(full))


def _beginning(thing: Named, name: str) -> bool:
    """«Секретариат» after «Секретариат ОДКБ», «Баткенская» beside «Баткенская область»."""
    words = fold(name).split()
    if thing.family != "organization" and not (len(words) == 1 and is_adjective(words[0])):
        return False
    return any(len(words) < len(full) and full[: len(words)] == words for full in map(str.split, thing.names))


def _generic_owner(thing: Named, name: str) -> bool:
    """«правительство республики» after «Правительство Карелии»."""
    head, _, owner = name.rpartition(" ")
    return bool(head) and owner in OWNERS and _beginning(thing, head)


def _head_word(thing: Named, name: str) -> bool:
    """«Барсы» after «Степные барсы», «ЦРБ» after «Печорская ЦРБ»."""
    full = fold(thing.name).split()
    pair = thing.family == "organization" and len(full) == 2 and full[1] == fold(name)
    return pair and (is_adjective(full[0]) or not is_acronym(name))


def _quoted_core(thing: Named, name: str) -> bool:
    """«Эдельвейс» beside «полигон «Эдельвейс»», whichever stands first."""
    cores = {fold(thing.name), quoted_core(thing.name)} & {fold(name), quoted_core(name)}
    return bool(cores - {""})


RULES: tuple[Callable[[Named, str], bool], ...] = (
    _same_name,
    _initials,
    _beginning,
    _generic_owner,
    _head_word,
    _quoted_core,
)

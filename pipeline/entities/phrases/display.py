"""The name to show for a body."""

from __future__ import annotations

from collections.abc import Collection

from pipeline.entities.phrases.folding import fold, is_acronym
from pipeline.entities.phrases.named import Named


def fullest_name(thing: Named, short: Collection[str]) -> str:
    """The name to show for a body that has no entry of its own: its longest, a short form spelt out.

    Args:
        thing: the body.
        short: folded short names of the body of any state that it is one of: «минздрав», so that «Минздрав
            Башкортостана» is «Министерство здравоохранения Башкортостана».
    """
    names = [name for name in (thing.name, *thing.aliases) if not is_acronym(name)]
    longest = max(names or [thing.name, *thing.aliases], key=lambda name: len(name.split()))
    head, _, tail = longest.partition(" ")
    spelt_out = fold(head) in short and not is_acronym(thing.formal)
    return f"{thing.formal} {tail}".strip() if spelt_out else longest

"""Names of towns and villages of the world in the nominative: «в Арике» is Арика and not «Арик».

Only the name is known, not which of all places of that name it is: that takes an entry of the gazetteer.
"""

from __future__ import annotations

from functools import cache

from pipeline.entities.phrases.folding import fold
from pipeline.resources import models_dir


def is_place_name(name: str) -> bool:
    """Whether some town or village is called so; case and ё do not matter."""
    return fold(name) in _place_names()


@cache
def _place_names() -> frozenset[str]:
    text = (models_dir() / "gazetteer" / "place_names.txt").read_text(encoding="utf-8")
    return frozenset(text.splitlines())  # folded as they lie in the file

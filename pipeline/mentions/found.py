"""What the finders and the selection made of an article's names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.mentions.abbreviations import Definition
from pipeline.mentions.candidates import Candidate


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundNames:
    """What the rules made of an article.

    Attributes:
        selected: the names that they agreed on.
        considered: all that some finder took for a name.
        definitions: the abbreviations that the article defines.
        nameless: words that name none of these here: abbreviations of common words («временного убежища (ВУ)»), and
            what animals are called («слониха Зита»).
    """

    selected: Sequence[Candidate]
    considered: Sequence[Candidate]
    definitions: Sequence[Definition] = ()
    nameless: frozenset[str] = frozenset()

"""Which mention fills a role: events were read on what the rules had found, before the reader moved its boundaries."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pipeline.records.annotations import Argument, Mention, Span

_NUMBER = frozenset({"number"})
# What an argument without an entity can be; one of any other role has no mention.
_TYPES: Mapping[str, frozenset[str]] = {
    "date": frozenset({"date", "time"}),
    "amount": frozenset({"money"}),
    **dict.fromkeys(("total", "done", "not_done", "killed", "injured"), _NUMBER),
}


class Fillers:
    """The mentions of one article, looked up by the argument that they fill."""

    def __init__(self, mentions: Sequence[Mention]) -> None:
        """Index the mentions by where a rule found them."""
        self._mentions = mentions
        self._found: dict[Span, list[Mention]] = {}
        for mention in mentions:
            self._found.setdefault(mention.origin, []).append(mention)

    def of(self, argument: Argument) -> Mention | None:
        """The mention that was found at the argument's very place, else the one that shares most characters with it.

        It names the argument's entity, or is of the type that its role asks for; `None` where no such mention touches
        the argument.

        Example: «[вторник]» is filled by «во вторник», which the reader made of it; «ранены [900] человек» by «около
        900», which only the reader has found.
        """
        place = argument.start, argument.end
        exact = [m for m in self._found.get(place, ()) if _fits(m, argument)]
        if exact:
            return exact[-1]
        touching = [m for m in self._mentions if m.start < argument.end and argument.start < m.end]
        fitting = (m for m in touching if _fits(m, argument))
        return max(fitting, key=lambda m: _shared(m.span, place), default=None)


def _fits(mention: Mention, argument: Argument) -> bool:
    if argument.entity:
        return mention.entity == argument.entity
    return mention.type in _TYPES.get(argument.role, ())


def _shared(first: Span, second: Span) -> float:
    """Common characters over all characters of both."""
    both = min(first[1], second[1]) - max(first[0], second[0])
    return both / (max(first[1], second[1]) - min(first[0], second[0]))

"""The form of a name that lies on a token: what a phrase may take it for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class NameForm:
    """The name that lies on a token: its tokens, the tagger's case, and for persons the cases that its form allows."""

    start: int
    end: int
    case: str
    person: bool = False
    cases: frozenset[str] = frozenset()

    def fits(self, case: str) -> bool:
        """Whether the form can stand in a case; persons in the accusative look like the genitive."""
        if not self.person:
            return self.case in {"", case}
        return not self.cases or case in self.cases


Covering = Mapping[int, NameForm]

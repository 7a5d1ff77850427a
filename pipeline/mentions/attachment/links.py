"""Names that a body may take up, by the word where they begin."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from pipeline.mentions.candidates import Candidate, Words


@dataclass(frozen=True, slots=True)
class Link:
    """A name that can be attached at a word: its end and whether it is a place."""

    last: int
    is_place: bool
    candidate: Candidate


class Links:
    """What the bodies of one article may take up.

    Attributes:
        words: the article.
        by_first: places and bodies by their first word, of several the longest.
        people: end of a person's name by its first word.
    """

    def __init__(self, words: Words, places: Iterable[Candidate], people: Iterable[Candidate]) -> None:
        """Know the places and people."""
        self.words = words
        self.by_first: dict[int, Link] = {}
        self.people = {person.first: person.last for person in people}
        for place in places:
            self._add(Link(place.last, True, place))

    def add_body(self, body: Candidate) -> None:
        """Let bodies to the left take this one up."""
        self._add(Link(body.last, False, body))

    def _add(self, link: Link) -> None:
        known = self.by_first.get(link.candidate.first)
        if known is None or known.last < link.last:
            self.by_first[link.candidate.first] = link

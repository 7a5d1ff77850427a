"""Puts names together: a body takes up the name behind it, from right to left, so that chains nest.

«пресс-служба» + «МИД» + «Армении», «Секретариат Совета» + «МПА» + «СНГ», «ГУ» + «МЧС России» + «по Приморскому
краю». Each link is a mention of its own.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from pipeline.mentions.attachment.links import Links
from pipeline.mentions.attachment.owners import (
    attach_field,
    attach_name,
    attach_observed,
    attach_plural,
    attach_quoted,
    attach_state_body,
)
from pipeline.mentions.attachment.people import attach_dedication, attach_honoured
from pipeline.mentions.attachment.places import attach_abroad, attach_generic_place, attach_region
from pipeline.mentions.candidates import Candidate, Words

RULES = (
    attach_name, attach_region, attach_observed, attach_dedication, attach_honoured, attach_abroad, attach_state_body,
    attach_quoted, attach_plural, attach_field, attach_generic_place,
)  # fmt: skip


class Attacher:
    """Extends the bodies of one article."""

    def __init__(self, words: Words, places: Iterable[Candidate], people: Iterable[Candidate]) -> None:
        """Know the places and people that bodies may take up."""
        self._links = Links(words, places, people)

    def attach(self, bodies: Iterable[Candidate]) -> list[Candidate]:
        """Extend each body as far as the names behind it reach; bodies to the right come first."""
        done: list[Candidate] = []
        for body in sorted(bodies, key=lambda b: (-b.first, b.last)):
            extended = self.extend(body)
            done.append(extended)
            if extended.kind != "nominal":
                self._links.add_body(extended)
        return done

    def extend(self, body: Candidate) -> Candidate:
        """Take up names behind the body until none follows."""
        if body.kind == "nominal" and body.source.endswith(".weak") and not self._opens_name(body):
            return body
        words = self._links.words
        last, taken = body.last, False
        while last < len(words) and words.joined(body.first, last):
            step = self._step(body, last)
            if step is None:
                break
            last, taken = step, True
        if not taken:
            return body
        return replace(body, last=last, kind="name", source=f"{body.source}+attached")

    def _opens_name(self, body: Candidate) -> bool:
        """«Миссия ШОС …» at the beginning of a sentence, unlike «Комиссия Минздрава …»."""
        link = self._links.by_first.get(body.last)
        if link is None or not self._links.words.is_capital(body.first) or link.candidate.kind != "abbreviation":
            return False
        return any(not entry.parent and not entry.country for entry in link.candidate.entries)

    def _step(self, body: Candidate, at: int) -> int | None:
        """End of what is attached at a word by the first rule that knows, `None` if none does."""
        return next((end for rule in RULES if (end := rule(self._links, body, at)) is not None), None)

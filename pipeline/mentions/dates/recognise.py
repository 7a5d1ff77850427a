"""First step: where calendar expressions stand, and which words of them fill which field."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from pipeline.mentions.dates.atoms import Atom
from pipeline.mentions.dates.notation import Pattern, load_grammar

Groups = Mapping[str, Atom]


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A stretch of atoms that a pattern fits: `first` to `last`, end-exclusive."""

    pattern: Pattern
    first: int
    last: int
    groups: Groups


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """The article around a candidate."""

    doc: Doc
    content: str  # the text: spaCy puts `doc.text` together anew each time
    atoms: Sequence[Atom]

    def kind(self, index: int) -> str:
        """Class of an atom, «break» outside of the text."""
        return self.atoms[index].kind if 0 <= index < len(self.atoms) else "break"

    def lemma(self, index: int) -> str:
        """Dictionary form of the word an atom lies in."""
        return self.doc[self.atoms[index].token].lemma_ if 0 <= index < len(self.atoms) else ""

    def pos(self, index: int) -> str:
        """Part of speech of the word an atom lies in; PUNCT outside of the text and for signs."""
        if self.kind(index) == "break":
            return "PUNCT"
        return self.doc[self.atoms[index].token].pos_

    def feature(self, index: int, name: str) -> str:
        """A morphological feature of the word an atom lies in."""
        if self.kind(index) == "break":
            return ""
        return str(next(iter(self.doc[self.atoms[index].token].morph.get(name, [])), ""))

    def text(self, index: int) -> str:
        """An atom as written."""
        atom = self.atoms[index] if 0 <= index < len(self.atoms) else None
        return self.content[atom.start : atom.end] if atom else ""

    def lowered(self, index: int) -> bool:
        """Whether a word begins with a small letter, or with a capital only because it opens its sentence."""
        atom = self.atoms[index]
        return self.content[atom.start].islower() or bool(self.doc[atom.token].is_sent_start)


def find_candidates(atoms: Sequence[Atom]) -> Iterator[Candidate]:
    """Yield every fit of every pattern, overlapping ones too; one scan of the article for each pattern."""
    grammar = load_grammar()
    codes = grammar.encode(atoms)
    if not codes.strip():
        return
    present = frozenset(codes)
    for pattern in grammar.patterns:
        if any(present.isdisjoint(options) for options in pattern.needed):
            continue
        for found in pattern.regex.finditer(codes):
            groups = {field: atoms[found.start(field)] for field, code in found.groupdict().items() if code}
            yield Candidate(pattern=pattern, first=found.start(), last=found.end(), groups=groups)


def choose(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Leftmost, then longest, then the pattern that is listed first; the chosen do not overlap."""
    ranked = sorted(range(len(candidates)), key=lambda i: (candidates[i].first, -candidates[i].last, i))
    chosen: list[Candidate] = []
    at = 0
    for i in ranked:
        if candidates[i].first >= at:
            chosen.append(candidates[i])
            at = candidates[i].last
    return chosen

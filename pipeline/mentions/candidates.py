"""What the finders exchange before the selection: words of an article without white space, and stretches of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from pipeline.language.features import features
from pipeline.language.sentences import sentence_words
from pipeline.language.text import text_of
from pipeline.mentions.gazetteer_entry import GazetteerEntry
from pipeline.records.annotations import PLACE_TYPES, MentionKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """Words `first` to `last` (exclusive) that may name something.

    Attributes:
        entries: gazetteer entries that the words can name; empty if they are in no gazetteer.
        cases: grammatical cases in which a gazetteer name can stand there; empty if unknown.
    """

    first: int
    last: int
    type: str
    source: str
    kind: MentionKind = "name"
    entries: tuple[GazetteerEntry, ...] = ()
    cases: frozenset[str] = frozenset()
    confidence: float = 0.9

    @property
    def span(self) -> tuple[int, int]:
        """Both ends as a pair."""
        return self.first, self.last

    @property
    def is_place(self) -> bool:
        """Whether it names a place of any sort."""
        return self.type in PLACE_TYPES

    def overlaps(self, other: Candidate) -> bool:
        """Whether the two share a word."""
        return self.first < other.last and other.first < self.last

    def holds(self, other: Candidate) -> bool:
        """Whether the other lies inside this one; equal ones hold each other."""
        return self.first <= other.first and other.last <= self.last


class Words:
    """The words and marks of an article, without white space, with the sentence that each stands in."""

    def __init__(self, doc: Doc) -> None:
        """Look at a tagged article."""
        self.doc = doc
        self.source = text_of(doc)
        self.tokens: list[Token] = []
        self.sentence: list[int] = []
        for number, words in enumerate(sentence_words(doc)):
            self.tokens += words
            self.sentence += [number] * len(words)
        self.texts = [token.text for token in self.tokens]
        self.lemmas = [token.lemma_.replace("ё", "е") for token in self.tokens]
        self.lowered = [text.lower().replace("ё", "е") for text in self.texts]

    def __len__(self) -> int:
        return len(self.tokens)

    def text(self, index: int) -> str:
        """The word at a place, empty outside the article."""
        return self.texts[index] if 0 <= index < len(self.texts) else ""

    def lower(self, index: int) -> str:
        """The word in lower case with ё as е, empty outside the article."""
        return self.lowered[index] if 0 <= index < len(self.lowered) else ""

    def lemma(self, index: int) -> str:
        """The lemma with ё as е, empty outside the article."""
        return self.lemmas[index] if 0 <= index < len(self.lemmas) else ""

    def case(self, index: int) -> str:
        """Grammatical case by the tagger (`Gen`), empty if it has none."""
        return self.feature(index, "Case")

    def feature(self, index: int, name: str) -> str:
        """A morphological feature by the tagger, empty if the word has none."""
        return ",".join(features(self.tokens[index], name)) if 0 <= index < len(self.tokens) else ""

    def pos(self, index: int) -> str:
        """Part of speech by the tagger."""
        return self.tokens[index].pos_ if 0 <= index < len(self.tokens) else ""

    def is_capital(self, index: int) -> bool:
        """Whether the word begins with a capital."""
        return self.text(index)[:1].isupper()

    def joined(self, first: int, second: int) -> bool:
        """Whether both words stand in one sentence."""
        return 0 <= first < len(self) and 0 <= second < len(self) and self.sentence[first] == self.sentence[second]

    def opens_sentence(self, index: int) -> bool:
        """Whether nothing but marks stands before the word in its sentence: its capital then says nothing."""
        while index > 0 and self.sentence[index - 1] == self.sentence[index]:
            index -= 1
            if self.text(index)[0].isalnum():
                return False
            if self.text(index) in {"«", '"', "(", "„", "“", ":", "—", "–", "-"} and index > 0:
                continue
        return True

    def sentences(self) -> Iterator[tuple[int, int]]:
        """First word and the one after the last, of each sentence."""
        start = 0
        for index in range(1, len(self) + 1):
            if index == len(self) or self.sentence[index] != self.sentence[start]:
                yield start, index
                start = index

    def offsets(self, first: int, last: int) -> tuple[int, int]:
        """Code points of a stretch of words."""
        end = self.tokens[last - 1]
        return self.tokens[first].idx, end.idx + len(end)

    def cut(self, candidate: Candidate) -> str:
        """The text of a candidate."""
        start, end = self.offsets(*candidate.span)
        return self.source[start:end]

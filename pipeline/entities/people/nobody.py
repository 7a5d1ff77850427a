"""False persons: common words that a recogniser took for a name («Президент», «Встреча»)."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

from pipeline.entities.people.forms import read_parts
from pipeline.entities.people.given import is_first_name
from pipeline.entities.people.person import Person
from pipeline.entities.titles import find_title
from pipeline.language.given_names import is_common_word, surname_rank
from pipeline.language.segmentation import is_clipped
from pipeline.records.annotations import Mention


def is_nobody(doc: Doc, person: Person, mentions: Sequence[Mention]) -> bool:
    """Whether nothing names a person: no word at all, or only a common word that the tagger calls one too."""
    name = person.name
    if not (name.first or name.last):
        return True
    if (name.first and name.last) or person.initials or person.numeral:
        return False
    nominative = name.first or name.last
    if surname_rank(nominative) > 1 or is_first_name(nominative):
        return False
    return all(_is_word(doc, mentions[index]) for index in person.mentions)


def _is_word(doc: Doc, mention: Mention) -> bool:
    form = read_parts(mention.text)
    span = doc.char_span(mention.start, mention.end, alignment_mode="expand")
    if span is not None and is_clipped(span.text):
        return True  # «Ген. директор»
    if span is None or not form.lone or any(token.pos_ == "PROPN" for token in span):
        return False
    return is_common_word(form.lone) and find_title(doc, span.start) is None

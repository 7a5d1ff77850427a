"""False persons: common words that a recogniser took for a name («Президент», «Встреча»)."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Span

from pipeline.entities.people.families import is_family, is_of_family
from pipeline.entities.people.forms import read_parts
from pipeline.entities.people.given import is_first_name
from pipeline.entities.people.person import Person
from pipeline.entities.positions.lexicon import post_lexicon
from pipeline.entities.spans import OPENING_MARKS
from pipeline.entities.titles import find_title
from pipeline.language.given_names import is_common_word, surname_rank
from pipeline.language.segmentation import is_clipped
from pipeline.records.annotations import Mention

_KIN = frozenset({"брат", "сестра", "чета", "супруг", "семья", "семейство", "династия", "клан"})
_ENDING = 3  # letters by which a form may be longer than the word


def is_nobody(doc: Doc, person: Person, mentions: Sequence[Mention]) -> bool:
    """Whether nothing names one person: no word, a family, or only a common word that the tagger takes for a name."""
    name = person.name
    if not (name.first or name.last):
        return True
    if (name.first and name.last) or person.initials or person.numeral:
        return False
    named = [mentions[index] for index in person.mentions]
    spans = [doc.char_span(mention.start, mention.end, alignment_mode="expand") for mention in named]
    if is_family(name.last) or (not name.first and all(map(_is_of_kin, spans))):
        return True
    nominative = name.first or name.last
    if surname_rank(nominative) > 1 or is_first_name(nominative):
        return post_lexicon().is_post(nominative.lower()) and all(map(_opens_and_is_told_small, spans))  # «Аким»
    return all(map(_is_word, named, spans))


def _opens_and_is_told_small(span: Span | None) -> bool:
    """«[Чабан] решил …» at the head of a sentence, where the article speaks of «чабана» too: a word it knows."""
    if span is None or len(span) != 1:
        return False
    word, doc = span[0], span.doc
    opens = word.i == 0 or bool(word.is_sent_start) or doc[word.i - 1].text in OPENING_MARKS
    stem = word.lower_ if len(word) < _ENDING + 2 else word.lower_[:-1]
    return opens and any(
        other.text[0].islower() and other.lower_.startswith(stem) and len(other) <= len(stem) + _ENDING for other in doc
    )


def _is_of_kin(span: Span | None) -> bool:
    """«Братьев [Васильевых]», «чета [Фроловых]»: a family name, of nobody in particular."""
    if span is None or len(span) != 1 or not span.start:
        return False
    return span.doc[span.start - 1].lemma_ in _KIN and is_of_family(span[0].lower_)


def _is_word(mention: Mention, span: Span | None) -> bool:
    if span is None:
        return False
    if is_clipped(span.text):
        return True  # «Ген. директор»
    form = read_parts(mention.text)
    if not form.lone:
        return False
    if _opens_and_is_told_small(span):
        return True
    if any(token.pos_ == "PROPN" for token in span):
        return False
    return is_common_word(form.lone) and find_title(span.doc, span.start) is None

"""What the words in and around a person's name say of its case and gender."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Span, Token

from pipeline.entities.evidence import NO_EVIDENCE, Evidence, add_preposition, tagged_cases, word_before
from pipeline.entities.titles import Title, feature, find_title

_TITLE_WEIGHT = 3.0
_ALIKE = {"Gen": "Acc", "Acc": "Gen"}
_ALIKE_WEIGHT = 0.8  # a quarter of what the tagger says: enough where only the other case has a known ending
_JOINED = 1.0
_GENDERS = {"Masc": "m", "Fem": "f", "Neut": "n"}


def find_person_evidence(doc: Doc, start: int, end: int) -> Evidence:
    """Weigh the tagger's case, a preposition or title before a person's name, a past tense verb beside it.

    Example: «заявила Реутова» speaks for a woman in the nominative, «у Реутова» for the genitive.
    """
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None or not len(span):
        return NO_EVIDENCE
    words = [token for token in span if token.is_alpha or "-" in token.text]
    cases = tagged_cases(words)
    add_preposition(cases, word_before(doc, span.start))
    _add_joined(cases, span)
    genders = _tagged_genders(words)
    title = find_title(doc, span.start)
    if title is not None and title.case in cases:
        _add_title(cases, title)
        genders["f"] += 0.8 if title.gender else 0.0
    outside = word_before(doc, title.index if title else span.start)
    verb = _past_verb(outside, _word_after(doc, span.end)) or _past_verb(_verb_of(span), None)
    if verb in genders and (title is None or title.case == "Nom"):
        genders[verb] += 0.6
        cases["Nom"] += 0.6
    return Evidence(cases=cases, genders=genders)


def _add_title(cases: dict[str, float], title: Title) -> None:
    """A man's title has one form for two cases, so the tagger guesses: «ожидали министра Раджива Мехту»."""
    cases[title.case] += _TITLE_WEIGHT
    if not title.gender and title.case in _ALIKE:
        cases[_ALIKE[title.case]] += _ALIKE_WEIGHT


def _add_joined(cases: dict[str, float], span: Span) -> None:
    """«Уступили [Сергею Орлову] и Жану Верню»: what «и» joins stands in one case."""
    if span.root.dep_ == "conj" and span.root.head.pos_ in {"NOUN", "PROPN"}:
        case = feature(span.root.head, "Case")
        if case in cases:
            cases[case] += _JOINED


def _verb_of(span: Span) -> Token | None:
    """The verb of which the name, or the noun that it stands beside, is the subject: «сказала член совета [Ли]»."""
    subject = span.root
    while subject.dep_ == "appos":
        subject = subject.head
    return subject.head if subject.dep_ == "nsubj" else None


def _tagged_genders(words: Sequence[Token]) -> dict[str, float]:
    genders = {"m": 0.3, "f": 0.3}
    for token in words:
        gender = _GENDERS.get(feature(token, "Gender"))
        if gender in genders:
            genders[gender] += 0.35 / len(words)
    return genders


def _past_verb(before: Token | None, after: Token | None) -> str:
    for token in (after, before):
        if token is not None and token.pos_ == "VERB" and feature(token, "Tense") == "Past":
            return _GENDERS.get(feature(token, "Gender"), "")
    return ""


def _word_after(doc: Doc, index: int) -> Token | None:
    while index < len(doc) and (doc[index].text in {"»", '"', "”"} or doc[index].is_space):
        index += 1
    return doc[index] if index < len(doc) and not doc[index].is_sent_start else None

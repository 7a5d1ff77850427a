"""Tense of a verb form, with what stands beside it: what is to come, past or present, and what is negated."""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.events.phrases import fold
from pipeline.events.word_features import feature
from pipeline.language.sentences import sentence_of

_NO_PAST = ("ет", "ют", "ит", "ат", "ят", "ется", "утся", "ются", "ится", "атся", "ятся")


def is_negated(token: Token) -> bool:
    """«не» or «ни разу не» right before the word or among its dependents, «не только» apart."""
    before = token.nbor(-1) if token.i > sentence_of(token).start else None
    marks = [c for c in token.children if c.lower_ == "не"]
    if before is not None and before.lower_ == "не":
        marks.append(before)
    return any(
        m.i + 1 >= len(token.doc) or token.doc[m.i + 1].lower_ not in {"только", "раньше", "позднее"} for m in marks
    )


def tense_of(token: Token) -> str:
    """The tagger's tense, but no past where a finite verb ends as none does: «отобедает» is to come."""
    tense = feature(token, "Tense")
    if tense == "Past" and feature(token, "VerbForm") == "Fin" and token.lower_.endswith(_NO_PAST):
        return "Fut" if feature(token, "Aspect") == "Perf" else "Pres"
    return tense


def is_future(token: Token) -> bool:
    """«встретится», «будет подписан», «буду встречаться»."""
    if tense_of(token) == "Fut":
        return True
    near = list(token.doc[max(sentence_of(token).start, token.i - 3) : token.i])
    helpers = [c for c in token.children if c.dep_.startswith("aux") or c.dep_ == "cop"]
    return any(fold(t.lemma_) == "быть" and feature(t, "Tense") == "Fut" for t in [*helpers, *near])


def is_past(token: Token) -> bool:
    """Past tense, or a past participle without «будет»."""
    return tense_of(token) == "Past" and not is_future(token)


def is_present(token: Token) -> bool:
    """Present tense of a finite verb or a participle."""
    return tense_of(token) == "Pres" and not is_future(token)


def is_infinitive(token: Token) -> bool:
    """«посетить»."""
    return feature(token, "VerbForm") == "Inf" and not is_future(token)

"""Rules for the words of a speaker alone: they name nobody, deny what nobody has said, tell of the speaker."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from pipeline.events.arguments.verb_forms import VERBAL
from pipeline.events.cues import default_cues
from pipeline.events.passing.told import Told
from pipeline.events.word_features import feature


def quoted_of_nobody(told: Told) -> bool:
    """«— Все фонды проверены, — заверили в ведомстве»: a verb in direct speech that names nobody and no place."""
    verbs = all(head.pos_ in VERBAL for head in told.heads)
    return verbs and not told.says_who and all(_in_speech(told.doc, head) for head in told.heads)


def quoted_denial(told: Told) -> bool:
    """«Катастрофы не произошло»: a speaker's word for what nobody has said."""
    nobody = told.event.status == "denied" and not told.named
    return nobody and all(_in_speech(told.doc, head) for head in told.heads)


def of_the_speaker(told: Told) -> bool:
    """«— Мы просили увидеть, что было до него», «хочу поздравить всех»: what speakers want or did of themselves alone.

    A deed that is done is told like any other: «Подрядчика мы оштрафовали».
    """
    people, first_person = told.named, default_cues().first_person
    itself = bool(people) and all(a.text.lower() in first_person or a.source.endswith("/speaker") for a in people)
    if not itself or told.event.place or told.event.status not in {"occurred", "hypothetical"}:
        return False
    return all(_in_speech(told.doc, head) and not _is_done(head) for head in told.heads)


def _is_done(head: Token) -> bool:
    return head.pos_ in VERBAL and feature(head, "Aspect") == "Perf" and feature(head, "VerbForm") != "Inf"


def _in_speech(doc: Doc, head: Token) -> bool:
    return any(q.kind == "direct" and q.start <= head.idx < q.end for q in doc._.quotes)

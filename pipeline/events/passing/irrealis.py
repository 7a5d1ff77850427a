"""Rules for what is not done: it is asked, asked for, thought of or wished."""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.events.arguments.verb_forms import VERBAL
from pipeline.events.cues import default_cues
from pipeline.events.passing.told import Told
from pipeline.events.phrases import fold
from pipeline.events.word_features import feature
from pipeline.language.sentences import sentence_of

_THOUGHT = frozenset({"bare_infinitive", "demanded", "hearsay"})  # of the rules of status


def asked(told: Told) -> bool:
    """«Если Анна Лин победит, что тогда?»: a question tells of nothing."""
    return all(_ends_in_question(head) for head in told.heads)


def _ends_in_question(head: Token) -> bool:
    solid = (t for t in reversed(sentence_of(head)) if not (t.is_space or t.text in {"»", '"', "”", ")"}))
    return next(solid, head).text.startswith("?")


def only_asked_for(told: Told) -> bool:
    """«Защитник потребовал [перевести] его под арест»: the demand is the event, what it asks for is not yet one.

    A plan that says who and where is: «призвал министра [посетить] Москву».
    """
    return not (told.named and told.event.place) and all(_governed_by_asking(head) for head in told.heads)


def _governed_by_asking(head: Token) -> bool:
    infinitive = head.pos_ in VERBAL and feature(head, "VerbForm") == "Inf"
    return infinitive and head.head != head and fold(head.head.lemma_) in default_cues().asking


def never_begun(told: Told) -> bool:
    """«Попытка [продать] завод сорвалась», «закон не требовал [принятия] решения»: no more than thought of.

    A plan that says who and where stays, or who with whom, and so does what may happen or hangs on a condition.
    """
    thought = told.event.status == "hypothetical" and told.statuses <= _THOUGHT
    return thought and not (len(told.named) > 1 or (told.named and told.event.place))


def unreal(told: Told) -> bool:
    """«Мы бы [поддержали]», «хочу, чтобы меня [отпустили]»: what would or should have been."""
    return all(head.pos_ in VERBAL and _has_would(head) for head in told.heads)


def _has_would(head: Token) -> bool:
    near = head.doc[max(sentence_of(head).start, head.i - 1) : min(head.i + 2, sentence_of(head).end)]
    return any(t.lower_ in {"бы", "б", "чтобы"} for t in (*near, *head.children))

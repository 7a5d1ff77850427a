"""Names beside a trigger that take no part in its event, whatever the network says of them."""

from __future__ import annotations

from collections.abc import Callable, Collection

from pipeline.events.arguments.persons import is_somebodys
from pipeline.events.arguments.reading import MentionSpan, Reading

_INSTEAD = frozenset({"вместо", "кроме", "помимо"})
Rule = Callable[[Reading, MentionSpan, Collection[str]], bool]


def is_barred(reading: Reading, span: MentionSpan, fillers: Collection[str]) -> bool:
    """Whether a name that no slot holds may not be added.

    Args:
        reading: the article.
        span: the name.
        fillers: keys of the entities that take part for certain.
    """
    return any(rule(reading, span, fillers) for rule in _RULES)


def _instead_of(reading: Reading, span: MentionSpan, _: Collection[str]) -> bool:
    """«Вместо [Анны Лин] избран Иван Орлов», but not «сменили судью — вместо [Анны Лин] пришёл Орлов»."""
    phrase = reading.phrase_at.get(span.start)
    if phrase is None or phrase.preposition not in _INSTEAD:
        return False
    return not any(t.text in {"—", "–"} for t in reading.doc[max(0, phrase.start - 3) : phrase.start])


def _of_their_people(reading: Reading, span: MentionSpan, _: Collection[str]) -> bool:
    """«Партнёры [Вахемяэ] согласились выделить деньги»: several people who are somebody's."""
    phrase = reading.phrase_at.get(span.start)
    return phrase is not None and reading.mention_type(span) == "person" and is_somebodys(reading, phrase, span)


def _whole_of_a_part(reading: Reading, span: MentionSpan, fillers: Collection[str]) -> bool:
    """«Сессия Парламентской ассамблеи [Совета Европы] (ПАСЕ)»: the body that the acting one belongs to."""
    beside = {s.mention.entity for s in reading.spans(*_own_phrase(reading, span))}
    acting = (reading.entities.get(key) for key in beside & set(fillers))
    return span.mention.entity in {entity.parent for entity in acting if entity}


def _own_phrase(reading: Reading, span: MentionSpan) -> tuple[int, int]:
    phrase = reading.phrase_at.get(span.start)
    return (phrase.start, phrase.end) if phrase is not None else (span.start, span.end)


_RULES: tuple[Rule, ...] = (_instead_of, _of_their_people, _whole_of_a_part)

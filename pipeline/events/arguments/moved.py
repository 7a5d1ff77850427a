"""The new day of what was put off: «перенесена с 20 ноября на [27-е]», «отложено с 5 апреля на [неделю]»."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from spacy.tokens import Token

from pipeline.events.arguments.attachment import TREE, Anchor
from pipeline.events.arguments.delays import Measure, delayed, measure_behind
from pipeline.events.arguments.event_date import EventDate
from pipeline.events.arguments.reading import DateSpan, Reading
from pipeline.events.arguments.verb_forms import VERBAL
from pipeline.events.cues import default_cues
from pipeline.events.phrases import fold
from pipeline.language.features import features
from pipeline.language.sentences import sentence_of

_TO = frozenset({"на", "до", "к"})
_FROM = frozenset({"с", "со"})
_NO_DAY = ("на неопределенный срок", "на неопределенное время")
_NAMES_OF_DAYS = frozenset({"дата", "день", "срок", "число"})  # «на резервную дату — [12 мая]»


def moved_to(reading: Reading, costs: Mapping[DateSpan, float], trigger: Anchor) -> EventDate | None:
    """The day to which an event was moved, `None` where the article does not tell it.

    Args:
        reading: the article.
        costs: the calendar expressions near the trigger with the costs of hanging them on it.
        trigger: the event.
    """
    if any(words in fold(sentence_of(trigger.token).text.lower()) for words in _NO_DAY):
        return None
    targets = _planned_anew(costs, trigger) or _targets(reading, costs)
    if not targets:
        costs = dict.fromkeys(_behind_the_verb(reading, trigger), TREE) | dict(costs)
        targets = _targets(reading, costs)
    if targets:
        final = _last_of_its_run(reading, targets, trigger)
        return EventDate(date=final.date, cost=costs[final], rule="moved-to")
    measures = map(measure_behind, _putting_off(trigger))
    measure = next((each for each in measures if each is not None), None)
    return _what_is_left(reading, costs) if measure is None else _by_delay(reading, costs, measure)


def _targets(reading: Reading, costs: Mapping[DateSpan, float]) -> list[DateSpan]:
    """What it may have been moved to; of several those that hang on the verb of putting off."""
    targets = [d for d in costs if _is_target(reading, d) and not _was_planned(reading, d)]
    return [d for d in targets if _of_putting_off(_above(reading, d))] or targets


def _last_of_its_run(reading: Reading, targets: Sequence[DateSpan], trigger: Anchor) -> DateSpan:
    """«сначала на 5 октября, затем на [12 октября]», but «на [10 октября], билеты на 5 октября действительны»."""
    verb = next(_putting_off(trigger), trigger.token)
    behind = sorted((d for d in targets if d.start > verb.i), key=lambda d: d.start) or targets
    final = behind[0]
    for each in behind[1:]:
        between = reading.doc[final.end : each.start]
        if any(t.pos_ == "NOUN" and fold(t.lemma_) not in _NAMES_OF_DAYS for t in between):
            break
        final = each
    return final


def _behind_the_verb(reading: Reading, trigger: Anchor) -> Iterator[DateSpan]:
    """What stands in one run behind the verb of putting off: «перенесён с субботы на [следующий четверг]»."""
    for verb in _putting_off(trigger):
        end = sentence_of(verb).end
        behind = next((t.i for t in verb.doc[verb.i + 1 : end] if t.pos_ in VERBAL or t.text in {",", ";"}), end)
        yield from reading.dates_between(verb.i + 1, behind)


def _putting_off(trigger: Anchor) -> Iterator[Token]:
    return (p for p in trigger.predicates if _of_putting_off(p))


def _of_putting_off(token: Token) -> bool:
    return fold(token.lemma_) in default_cues().postpone


def _above(reading: Reading, span: DateSpan) -> Token:
    """The nearest verb above a date in the tree, the root where there is none."""
    token = _governor(reading, span)
    while token.head != token and token.pos_ not in VERBAL:
        token = token.head
    return token


def _governor(reading: Reading, span: DateSpan) -> Token:
    """The word outside of a date that it hangs on."""
    token = reading.doc[span.start]
    while span.start <= token.i < span.end and token.head != token:
        token = token.head
    return token


def _is_target(reading: Reading, span: DateSpan) -> bool:
    """«на [5 марта]», «до [лета]», «на резервную дату — [12 мая]»."""
    first = sentence_of(reading.doc[span.start]).start
    before = list(reversed(reading.doc[first : span.start]))
    named = next((i for i, t in enumerate(before[:4]) if fold(t.lemma_) in _NAMES_OF_DAYS), None)
    if named is not None and all(t.is_punct for t in before[:named]):
        before = [t for t in before[named + 1 :] if t.pos_ not in {"ADJ", "DET"}]
    return bool(before) and before[0].lower_ in _TO


def _planned_anew(costs: Mapping[DateSpan, float], trigger: Anchor) -> list[DateSpan]:
    """«Саммит, который хотели открыть 5 июля, состоится лишь [14 сентября]»: behind the verb of the new plan."""
    coming = [p.i for p in trigger.predicates if p != trigger.token and "Fut" in features(p, "Tense")]
    return [d for d in costs if coming and d.start > min(coming)]


def _was_planned(reading: Reading, span: DateSpan) -> bool:
    """Whether a participle or relative clause tells it: «назначенный на [5 мая]», «который должен пройти [5 мая]»."""
    before = reading.doc[max(span.start - 4, sentence_of(reading.doc[span.start]).start) : span.start]
    if any("Part" in features(t, "VerbForm") and "Short" not in features(t, "Variant") for t in before):
        return True
    verb = _above(reading, span)
    while verb.head != verb and verb.dep_ != "acl:relcl" and not _of_putting_off(verb):
        verb = verb.head
    return verb.dep_ == "acl:relcl" and not _of_putting_off(verb)


def _by_delay(reading: Reading, costs: Mapping[DateSpan, float], measure: Measure) -> EventDate | None:
    """«Заседание, назначенное на 5 апреля, отложено на [неделю]», «сдвинули с 5-го на [два дня]»: so much later."""
    plans = [
        d for d in costs
        if _starts_with(reading, d, _FROM) or (_was_planned(reading, d) and _starts_with(reading, d, _TO))
    ]  # fmt: skip
    date = delayed(measure, plans[0].date) if len(plans) == 1 else None
    return EventDate(date=date, cost=costs[plans[0]], rule="moved-by") if date else None


def _what_is_left(reading: Reading, costs: Mapping[DateSpan, float]) -> EventDate | None:
    """The firmest date that is neither the old plan nor the day of the decision."""
    held = [d for d in costs if not _was_planned(reading, d) and not _of_the_decision(reading, d)]
    nearest = min(held, key=lambda d: (costs[d], d.start), default=None)
    return EventDate(date=nearest.date, cost=costs[nearest], rule="attached") if nearest else None


def _of_the_decision(reading: Reading, span: DateSpan) -> bool:
    """Whether it tells when the event was put off, or what day it was put off from."""
    return _starts_with(reading, span, _FROM) or _of_putting_off(_governor(reading, span))


def _starts_with(reading: Reading, span: DateSpan, words: frozenset[str]) -> bool:
    return bool(span.start) and reading.doc[span.start - 1].lower_ in words

"""The bodies and countries that a phrase names, and those that act through its people or its proxy."""

from __future__ import annotations

from pipeline.events.arguments.coordination import is_animate
from pipeline.events.arguments.lexicon import argument_lexicon
from pipeline.events.arguments.phrases import Phrase
from pipeline.events.arguments.reading import ACTORS, MentionSpan, Reading
from pipeline.language.features import features

_ACTING_PLACES = frozenset({"country", "state_or_province", "city"})


def named_head(reading: Reading, phrase: Phrase, spans: list[MentionSpan]) -> list[MentionSpan]:
    """The head itself is a name: «[Совет коллективной безопасности] собрался»."""
    head = reading.covering.get(phrase.head)
    return [head] if head and head.mention.entity else []


def apposition(reading: Reading, phrase: Phrase, spans: list[MentionSpan]) -> list[MentionSpan]:
    """A quoted name beside a common noun: «группа [«Волга-Фуд»]», «компаний [«Заря»] и [«Полёт»]»."""
    if is_animate(reading, phrase):
        return []
    bodies = [s for s in spans if reading.mention_type(s) in ACTORS and not _parted(reading, phrase, s)]
    named = [s for s in bodies if _names_it(reading, s) or s.case == phrase.case != "Gen"]
    several = "Plur" in features(reading.doc[phrase.head], "Number")
    return named if several else named[:1]


def _parted(reading: Reading, phrase: Phrase, span: MentionSpan) -> bool:
    """Whether the name belongs to another noun: «часть [позиций] боевиков «Исламского государства»».

    The tree may join it to the head all the same: «главная организация страны «Заря»».
    """
    joined = any(t.dep_ == "appos" and t.head.i == phrase.head for t in reading.doc[span.start : span.end])
    if joined:
        return False
    between = range(phrase.head + 1, span.start)
    return any(reading.doc[i].pos_ == "NOUN" and i not in reading.covering for i in between)


def _names_it(reading: Reading, span: MentionSpan) -> bool:
    """A quoted or foreign name; an undeclined abbreviation («председатель ОДКБ») is rather a genitive."""
    if span.case:
        return False
    quoted = span.start > 0 and reading.doc[span.start - 1].text in {"«", '"', "„", "“"}
    return quoted or not any("а" <= letter <= "я" for letter in span.mention.text.lower())


def proxy(reading: Reading, phrase: Phrase, spans: list[MentionSpan]) -> list[MentionSpan]:
    """«[киргизская] сторона», «делегация [Секретариата ОДКБ]»."""
    if reading.doc[phrase.head].lemma_ not in argument_lexicon().proxies:
        return []
    free = (i for i in range(phrase.start, phrase.end) if i not in reading.covering)  # «комиссия Европейского союза»
    adjectives = [s for i in free if (s := reading.adjectives.get(i)) and s.mention.entity]
    return adjectives or _acting(reading, spans)[:2]


def adjectival(reading: Reading, phrase: Phrase, spans: list[MentionSpan]) -> list[MentionSpan]:
    """An adjective by itself: «[турецкая] операция»."""
    alone = phrase.end == phrase.start + 1 and phrase.head not in reading.covering
    span = reading.adjectives.get(phrase.head) if alone else None
    return [span] if span is not None and span.mention.entity else []


def staff(reading: Reading, phrase: Phrase, spans: list[MentionSpan]) -> list[MentionSpan]:
    """People without names act for their body: «пограничники [Кыргызстана] и [Таджикистана]», «спасатели [МЧС]»."""
    plural = "Plur" in features(reading.doc[phrase.head], "Number")
    if not (plural and is_animate(reading, phrase)) or phrase.head in reading.covering:
        return []
    return _acting(reading, spans)


def _acting(reading: Reading, spans: list[MentionSpan]) -> list[MentionSpan]:
    return [s for s in spans if (kind := reading.mention_type(s)) == "organization" or kind in _ACTING_PLACES]

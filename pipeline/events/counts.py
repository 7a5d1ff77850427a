"""Counted facts: «погибли трое», «из 20 пунктов 18 выполнены», sums of money."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from pipeline.events.arguments.clauses import clause_bounds
from pipeline.events.arguments.lexicon import argument_lexicon
from pipeline.events.arguments.reading import Reading
from pipeline.language.features import features
from pipeline.language.sentences import sentence_of
from pipeline.mentions.quantities import counting_word
from pipeline.records.annotations import Argument

_DIGITS = re.compile(r"\d{1,3}(?:[  ]?\d{3})*")
_THREE = re.compile(r"\d{3}")
_VICTIMS = {"death": "killed", "injury": "injured"}


def number_of(token: Token) -> int | None:
    """The whole number that a word writes, `None` if it writes none: «34», «трое», «двадцать»."""
    if _DIGITS.fullmatch(token.text):
        return int(re.sub(r"\D", "", token.text))
    if token.pos_ == "ADV" or (token.pos_ == "NOUN" and "Plur" in features(token, "Number")):
        return None  # «дважды», «тысячи людей»
    return counting_word(token.lemma_)


def find_victims(reading: Reading, token: Token, event_type: str) -> tuple[Argument, ...]:
    """The number of the dead or injured in the clause of a trigger: «[три] человека погибли», «ещё [пятеро] ранены»."""
    role = _VICTIMS.get(event_type)
    if role is None:
        return ()
    start, end = clause_bounds(reading, token)
    dated = {i for d in reading.dates for i in range(d.start, d.end)}
    numbers = [n for n in _numbers(reading.doc[start:end]) if n.start not in dated and _counts_people(n)]
    if not numbers:
        return ()
    nearest = min(numbers, key=lambda n: (abs(n.start - token.i), n.start))
    return (_count(role, nearest, str(_value(nearest))),)


def _numbers(clause: Span) -> Iterator[Span]:
    """Numbers with the groups of three digits that blanks part: «[10 103] человека»."""
    index = clause.start
    while index < clause.end:
        last = index + 1
        if number_of(clause.doc[index]):
            while clause.doc[index].text.isdigit() and last < clause.end and _THREE.fullmatch(clause.doc[last].text):
                last += 1
            yield clause.doc[index:last]
        index = last


def _value(number: Span) -> int:
    return int(re.sub(r"\D", "", number.text)) if number[0].text[0].isdecimal() else number_of(number[0]) or 0


def _counts_people(number: Span) -> bool:
    """Whether nobody («погибли трое») or somebody («три человека») follows, but no thing or measure («60 лет»)."""
    for token in number.doc[number.end : min(number.end + 3, sentence_of(number[0]).end)]:
        if token.pos_ == "NOUN":
            return "Anim" in features(token, "Animacy")
        if token.pos_ != "ADJ":
            return True
    return True


def _count(role: str, number: Span, value: str) -> Argument:
    return Argument(
        role=role, name=value, value=value, start=number.start_char, end=number.end_char, text=number.text,
        source=f"count/{role}", confidence=0.8,
    )  # fmt: skip


def _span(token: Token) -> Span:
    return token.doc[token.i : token.i + 1]


def find_progress(doc: Doc, start: int, end: int) -> tuple[Argument, ...]:
    """«из [20] пунктов [18] выполнены» between two tokens: total, done, and what is left of them.

    The difference is no word of the article: it points at the words that it follows from.
    """
    for token in doc[start:end]:
        found = _progress_at(token, end) if token.lower_ == "из" else None
        if found:
            total, done = found
            whole, part = number_of(total) or 0, number_of(done) or 0
            left = _count("not_done", _span(done), str(whole - part)) if whole > part else None
            return tuple(
                a
                for a in (_count("total", _span(total), str(whole)), _count("done", _span(done), str(part)), left)
                if a
            )
    return ()


def _progress_at(token: Token, end: int) -> tuple[Token, Token] | None:
    window = token.doc[token.i + 1 : min(token.i + 12, end)]
    numbers = [t for t in window if number_of(t) is not None]
    verb = next((t for t in window if t.lemma_ in argument_lexicon().done), None)
    if len(numbers) < 2 or verb is None or numbers[0].i != token.i + 1:
        return None
    return (numbers[0], numbers[1]) if (number_of(numbers[1]) or 0) <= (number_of(numbers[0]) or 0) else None


def find_amounts(reading: Reading, token: Token) -> Iterator[Argument]:
    """Sums of money in the clause of a trigger."""
    start, end = clause_bounds(reading, token)
    first, last = reading.doc[start].idx, reading.doc[end - 1].idx + len(reading.doc[end - 1])
    for mention in reading.doc._.mentions:
        if mention.type == "money" and mention.value and first <= mention.start and mention.end <= last:
            yield Argument(
                role="amount", name=mention.text, value=mention.value, start=mention.start, end=mention.end,
                text=mention.text, source="count/amount", confidence=mention.confidence,
            )  # fmt: skip

"""Where a date stands in its article: its sentence, and which way its clause looks."""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple

from pipeline.language.words import Tokens
from pipeline.mentions.dates.outlook.find import find_outlook
from pipeline.mentions.dates.outlook.happening import is_cancelled, is_moved
from pipeline.mentions.dates.outlook.word import Outlook
from pipeline.mentions.dates.reading import Reading
from pipeline.mentions.dates.recognise import Surroundings
from pipeline.records.annotations import Span

_NOTE, _NOTED = 4, {"NOUN", "ADJ", "ADP", "NUM", "X"}  # words before the date of a note
_AT_ITSELF = ("that-week", "part-moment")  # whose «на» puts nothing there: «погиб на рассвете 22 июня»
_LOCATIVE = ("их", "ых", "ом", "ем", "ой", "ей")


class Standing(NamedTuple):
    """Where a date stands: its sentence by number and words, where its clause looks, whether it is all of the text."""

    number: int
    sentence: Span
    outlook: Outlook
    sure: bool
    moved: bool
    alone: bool = False

    @property
    def told(self) -> bool:
        """Whether it may be one of the days that the article has come to: no plan."""
        return self.outlook not in {"planned", "future"}


def find_standing(reading: Reading, around: Surroundings) -> Standing:
    """Where a reading stands."""
    tokens = around.tokens
    first, last = around.atoms.token(reading.first), around.atoms.token(reading.last - 1)
    number = bisect_right(tokens.sentence_starts, first)
    if _is_all(reading, around):
        return _said_alone(reading, number, (first, last + 1))
    sentence = _sentence(tokens, number)
    heads = around.kind(reading.first - 1) == "break" and around.kind(reading.last) == "dot"
    if heads and not reading.value.has_year:
        return _heading(tokens, (first, last), sentence, number)
    return Standing(number, sentence, *_clause(tokens, (first, last), sentence, reading.rule))


def _heading(tokens: Tokens, date: Span, sentence: Span, number: int) -> Standing:
    """«Март. Парламент преодолевает вето»: the sentence behind tells, and a chronicle tells in the present."""
    behind = _sentence(tokens, min(number + 1, len(tokens.sentence_starts)))
    outlook, _ = find_outlook(tokens, *date, (sentence[0], behind[1]))
    return Standing(number, sentence, "past" if outlook == "present" else outlook, sure=False, moved=False)


def moved_on(standing: Standing, reading: Reading, following: Reading | None, around: Surroundings) -> Standing:
    """«открытие съехало с мая на сентябрь»: whatever the verb, the first date was a plan like the second."""
    if following is None or around.kind(reading.first - 1) != "from" or following.first - reading.last > 1:
        return standing
    put = "at" in {around.kind(reading.last), around.kind(following.first)}
    return standing._replace(outlook="planned", sure=False, moved=True) if put else standing


def _is_all(reading: Reading, around: Surroundings) -> bool:
    """Whether a date is the whole text but for a preposition and a sign: «в понедельник», «8 марта?».

    Or a note that one makes, in small letters and without a verb: «отпуск в августе», «созвон пт 15:00».
    """
    first, last, size = reading.first, reading.last, len(around.atoms)
    ends = last + 1 >= size and (last == size or around.pos(last) == "PUNCT")
    noted = first <= _NOTE and around.text(0).islower() and all(around.pos(i) in _NOTED for i in range(first))
    return ends and (first == 0 or (first == 1 and around.pos(0) == "ADP") or noted)


def _said_alone(reading: Reading, number: int, sentence: Span) -> Standing:
    """One who says only a date, as to an assistant, means the next; a day of a month may just be over."""
    value = reading.value
    looks_on: Outlook = "planned" if value.level == "day_number" else "future"
    named = value.weekday is not None or value.weekend or "holiday" in reading.rule
    return Standing(number, sentence, looks_on, sure=named, moved=False, alone=True)


def _sentence(tokens: Tokens, number: int) -> Span:
    """Its first word, and the word behind its last."""
    starts = tokens.sentence_starts
    end = starts[number] if number < len(starts) else len(tokens.words)
    return starts[number - 1] if number else (starts[0] if starts else end), end


def _is_locative(adjective: str) -> bool:
    """«выбил ещё на апрельских переговорах», not «перенесли на апрельский съезд»."""
    return adjective.endswith(_LOCATIVE)


def _clause(tokens: Tokens, date: Span, sentence: Span, rule: str) -> tuple[Outlook, bool, bool]:
    """Outlook of the clause, whether its verb says so, whether something is moved.

    The verb says little of an attribute: «отменили апрельский семинар».
    """
    attribute = rule in {"month-adjective", "season-adjective", "weekday-adjective"}
    placed = not rule.startswith(_AT_ITSELF) and not (attribute and _is_locative(tokens.words[date[0]].lower))
    outlook, sure = find_outlook(tokens, *date, sentence, attribute=attribute, placed=placed)
    if attribute and is_cancelled(tokens, *date, sentence):
        return "planned", False, False
    if attribute and outlook not in {"planned", "future"}:
        return ("past" if tokens.words[date[0] - 1].lower == "после" else "none"), False, False
    if attribute:
        return outlook, False, False
    return outlook, sure, is_moved(tokens, date[0], sentence)

"""The people whom a phrase names: by the name in it, or by the name behind its title."""

from __future__ import annotations

from pipeline.events.arguments.cases import same_case
from pipeline.events.arguments.coordination import coordinated, is_animate
from pipeline.events.arguments.phrases import Phrase
from pipeline.events.arguments.reading import MentionSpan, Reading
from pipeline.language.features import case_of, features


def person(reading: Reading, phrase: Phrase, spans: list[MentionSpan]) -> list[MentionSpan]:
    """A person in the head's case: «министр обороны России [Сергей Шойгу]», not «сын [Сергея Шойгу]»."""
    people = [s for s in spans if reading.mention_type(s) == "person"]
    people = [s for s in people if _in_head_case(reading, phrase, s)]
    if len(people) == 1 and is_somebodys(reading, phrase, people[0]):
        return []
    head = reading.covering.get(phrase.head)
    if head and head not in people and phrase.case != "Gen" and reading.mention_type(head) != "person":
        return []
    joined = any(reading.doc[i].lower_ == "и" for i in range(phrase.start, phrase.end) if i not in reading.covering)
    return people if joined else people[:1]


def is_somebodys(reading: Reading, phrase: Phrase, span: MentionSpan) -> bool:
    """Whether several people are those of one: «партнёры [Орлова]», but not «министры [Иван Орлов] и Анна Лин»."""
    head = reading.doc[phrase.head]
    several = "Plur" in features(head, "Number") and phrase.head not in reading.covering and is_animate(reading, phrase)
    genitive = "Gen" in span.cases or (not span.cases and span.case in {"", "Gen"})
    plural = span.case != "" and "Plur" in features(reading.doc[span.end - 1], "Number")  # «супруги [Орловы]»
    if not several or not genitive or plural:
        return False
    return len(reading.spans(span.start, phrase.end)) == 1 and len(coordinated(reading, phrase)) == 1


def titled(reading: Reading, phrase: Phrase, spans: list[MentionSpan]) -> list[MentionSpan]:
    """A person whom the tree joins to a title that more words part from the name.

    «сенатор от штата Огайо [Анна Лин]», «премьер и лидер правящей партии [Иван Орлов]».
    """
    head = reading.doc[phrase.head]
    one_of = head.lemma_ == "один"  # «один из юристов — [Иван Орлов]»
    if not (one_of or is_animate(reading, phrase)) or phrase.head in reading.covering:
        return []
    titles = [head, *(c for c in head.children if c.dep_ == "conj" and case_of(c) == case_of(head))]
    titles += [c for c in head.children if one_of and c.dep_ == "nmod"]
    names = (c for title in titles for c in title.children if c.dep_ == "appos" and c.i >= phrase.end)
    people = (s for c in names if (s := reading.covering.get(c.i)) and reading.mention_type(s) == "person")
    return [s for s in people if s.mention.entity and _in_head_case(reading, phrase, s)][:1]


def _in_head_case(reading: Reading, phrase: Phrase, span: MentionSpan) -> bool:
    """Behind a title the form of the name decides, else the title next to it, else the tagger."""
    if is_animate(reading, phrase) and (not span.cases or phrase.case in span.cases):
        return True
    if span.cases == {"Gen"} and phrase.case == "Acc":
        return False  # «оправдал убийцу [Петлюры]»
    return same_case(span.case or _title_case(reading, phrase, span), phrase.case)


def _title_case(reading: Reading, phrase: Phrase, span: MentionSpan) -> str:
    """Case of the title in front of a name that shows none: «решение [спикера] Нино Бурджанадзе»."""
    before = (reading.doc[i] for i in range(span.start - 1, phrase.start - 1, -1) if i not in reading.covering)
    title = next((t for t in before if t.pos_ == "NOUN" and "Anim" in features(t, "Animacy")), None)
    return case_of(title) if title is not None else ""

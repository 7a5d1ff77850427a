"""Phrases that are joined to one another: «СМИД, СМО и КССБ», «статс-секретарь – заместитель министра»."""

from __future__ import annotations

from pipeline.events.arguments.cases import same_case
from pipeline.events.arguments.phrases import Phrase
from pipeline.events.arguments.reading import Reading
from pipeline.language.features import features


def coordinated(reading: Reading, phrase: Phrase) -> list[Phrase]:
    """The phrase and those joined to it by commas and «и» in the same case: «СМИД, СМО и КССБ»."""
    members = [phrase]
    while True:
        following = _next_member(reading, members[-1])
        if following is None:
            return members
        members.append(following)


def _next_member(reading: Reading, phrase: Phrase) -> Phrase | None:
    doc, index = reading.doc, phrase.end
    joined = False
    while index < len(doc) and not doc[index].is_sent_start:
        token = doc[index]
        following = reading.phrase_at.get(index)
        if following is not None:
            return following if joined and _joins(reading, phrase, following) else None
        if token.lower_ in {",", "и", "или", "а", "также", "либо"} or token.lower_ == phrase.preposition:
            joined = True
        elif token.text in {"–", "—", "-"} and is_animate(reading, phrase) and not _known(reading, phrase):
            joined = True  # «статс-секретарь – заместитель министра Иван Орлов»
        elif not (token.is_space or token.text in {"«", "»", '"', ")"}):
            return None
        index += 1
    return None


def _joins(reading: Reading, phrase: Phrase, following: Phrase) -> bool:
    if not same_case(following.case, phrase.case) or following.preposition not in {"", phrase.preposition}:
        return False
    return bool(_known(reading, following) and (_known(reading, phrase) or is_animate(reading, phrase)))


def _known(reading: Reading, phrase: Phrase) -> bool:
    return any(index in reading.covering for index in range(phrase.start, phrase.end))


def is_animate(reading: Reading, phrase: Phrase) -> bool:
    """Whether the head of a phrase is a word for people; an adjective in a name is none, whatever the tagger says."""
    head = reading.doc[phrase.head]
    adjective = head.pos_ == "PROPN" and head.lower_.endswith(("ая", "яя", "ое", "ый", "ий", "ой"))
    return not adjective and "Anim" in features(head, "Animacy")

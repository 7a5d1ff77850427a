"""Abbreviations of the article: defined in brackets, or made of the initials of a name that stands elsewhere."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.entities.phrases.folding import fold, is_acronym, is_latin
from pipeline.records.annotations import Mention

_SKIPPED = frozenset({"и", "по", "в", "на", "с", "при", "для", "от", "о", "об", "за", "к"})


def find_definitions(text: str, mentions: Sequence[Mention]) -> dict[int, int]:
    """Index of each mention that stands in brackets behind another one, with that one's index.

    Example: «Комитет санэпидблагополучия (КСЭБ)» and «КСЭБ (Комитет санэпидблагополучия)» define the abbreviation.
    """
    bodies = [i for i, m in enumerate(mentions) if m.type == "organization"]
    opening = {mentions[i].start: i for i in reversed(bodies)}
    found: dict[int, int] = {}
    for i in bodies:
        for gap in (" (", "» (", '" (', " (далее — ", " (далее – "):
            at = mentions[i].end + len(gap)
            inside = opening.get(at)
            if inside is None or not text.startswith(gap, mentions[i].end):
                continue
            closes = text[mentions[inside].end : mentions[inside].end + 1] in {")", ",", ";", "»"}
            if closes and is_acronym(mentions[i].text) != is_acronym(mentions[inside].text):
                found[inside] = i
    return found


def find_parallel_names(text: str, mentions: Sequence[Mention]) -> dict[int, int]:
    """Index of each name in Latin letters that stands in brackets behind its Russian form, with that one's index.

    Example: «Джон Уолтон (John Walton)» names one man, «Репортёры без границ (Reporters Without Borders)» one body.
    """
    ends = {m.end: i for i, m in enumerate(mentions) if m.kind == "name" and not is_latin(m.text)}
    found: dict[int, int] = {}
    for i, mention in enumerate(mentions):
        if mention.kind != "name" or not is_latin(mention.text) or text[mention.start - 1 : mention.start] != "(":
            continue
        if text[mention.end : mention.end + 1] not in {")", ",", ";"}:
            continue
        at = mention.start - 1
        while at > 0 and text[at - 1] in ' »"”':
            at -= 1
        before = ends.get(at)
        if before is not None and mentions[before].type == mention.type:
            found[i] = before
    return found


def abbreviates(acronym: str, name: str) -> bool:
    """Whether an acronym is made of the beginnings of a name's words.

    Example: «СГД» of «Служба государственных доходов Латвии», «РОЧС» of «Лидский районный отдел по чрезвычайным
    ситуациям», «ИАЭТ СО РАН» of «Институт археологии и этнографии СО РАН».
    """
    letters, _, tail = fold(acronym).partition(" ")
    words = fold(name).replace("-", " ").split()
    if tail:
        rest = tail.split()
        if words[-len(rest) :] != rest:
            return False
        words = words[: -len(rest)]
    whole = len(words) if tail else 2
    if _opens_with_syllable(acronym, words):
        return True
    return any(_spells(letters, words[skip:], whole - skip) for skip in (0, 1) if len(words) > skip + 1)


def _opens_with_syllable(acronym: str, words: Sequence[str]) -> bool:
    """«ПетрГУ» of «Петрозаводский государственный университет»."""
    syllable = re.match(r"[А-ЯЁ][а-яё]{1,4}(?=[А-ЯЁ])", acronym)
    if syllable is None or not words[0].startswith(fold(syllable.group())):
        return False
    return _spells(fold(acronym[syllable.end() :]), words[1:], 2)


def _spells(letters: str, words: Sequence[str], least: int) -> bool:
    """Each word gives its first letter, or its first two; small words may give none; the end may be left out."""
    if not letters:
        return least <= 0 or all(word in _SKIPPED for word in words)
    if not words:
        return False
    word, rest = words[0], words[1:]
    if word in _SKIPPED and _spells(letters, rest, least - 1):
        return True
    return any(
        letters.startswith(word[:taken]) and _spells(letters[taken:], rest, least - 1)
        for taken in (1, 2)
        if len(word) >= taken
    )

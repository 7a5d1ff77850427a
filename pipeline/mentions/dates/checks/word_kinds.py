"""Kinds of words that the checks look for beside a date."""

from __future__ import annotations

from collections.abc import Container

from pipeline.mentions.dates.recognise import Surroundings

# Parts of speech of what a number may count or name, not only stand beside.
NOMINAL = frozenset({"NOUN", "ADJ", "PROPN", "NUM", "SYM", "X", "DET"})
DAY_PARTS = frozenset({"part", "daytime", "daypart_genitive", "part_noun"})  # classes: «вечером», «днём», «вечера»
BEHIND_HEADS = frozenset({"dot", "dash", "colon"})  # classes of the marks behind what heads a line: «Среда. …»
# Classes of the atoms that may govern a year, a decade or a day of the week.
PREPOSITIONS = frozenset({"in", "at", "from", "out", "by", "until", "after", "towards", "about", "during"})


def is_genitive(index: int, around: Surroundings, parts: Container[str] = NOMINAL) -> bool:
    """Whether a word of these parts of speech stands there in the genitive: «накануне [саммита]», «день [рождения]»."""
    return around.pos(index) in parts and around.feature(index, "Case") == "Gen"

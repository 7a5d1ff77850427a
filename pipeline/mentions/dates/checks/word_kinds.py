"""Kinds of words that the checks look for beside a date."""

from __future__ import annotations

# Parts of speech of what a number may count or name, not only stand beside.
NOMINAL = frozenset({"NOUN", "ADJ", "PROPN", "NUM", "SYM", "X", "DET"})
# Classes of the atoms that may govern a year, a decade or a day of the week.
PREPOSITIONS = frozenset({"in", "at", "from", "out", "by", "until", "after", "towards", "about", "during"})

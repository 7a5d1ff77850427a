"""Whether a place of the gazetteer is meant where its name is a common word or a person's name as well."""

from __future__ import annotations

from pipeline.language.inflection import readings
from pipeline.mentions.candidates import Candidate, Words
from pipeline.mentions.dateline_places import is_dateline_place
from pipeline.mentions.lexicon import name_lexicon

_PLACE_PREPOSITIONS = frozenset({"в", "во", "из", "под", "до", "через", "близ", "около", "у", "над", "за", "на"})


def is_place_by_context(words: Words, candidate: Candidate, located: bool) -> bool:
    """Whether a gazetteer place is meant, not the common word or person of the same letters.

    Args:
        words: the article.
        candidate: a place of the gazetteer.
        located: the recogniser takes it for a place too.

    «Он живёт в Орле» is the city, «Орёл взлетел» is none, «Владимир Жириновский» neither.
    """
    if candidate.last - candidate.first > 1 or located:
        return True
    index = candidate.first
    if not is_ambiguous(words.text(index)) or is_dateline_place(words, index):
        return True
    before = words.lower(index - 1) if words.joined(index - 1, index) else ""
    return before in _PLACE_PREPOSITIONS or words.lemma(index - 1) in name_lexicon().place_words


def is_ambiguous(word: str) -> bool:
    """Whether the word is a common word or a person's name as well."""
    known = [parse for parse in readings(word) if parse.is_known and "Geox" not in parse.tag]
    return any(parse.tag.POS in {"NOUN", "VERB", "INFN", "ADJF", "ADJS", "ADVB", "PREP", "GRND"} for parse in known)

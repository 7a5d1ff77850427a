"""Candidates that need the support of the article: abbreviations of two letters, common words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pipeline.mentions.candidates import Candidate, Words

# Two letters that every reader of news knows; the others («РА», «ВС», «МО») need an owner or their long name.
_KNOWN_SHORT = frozenset({"РФ", "ЕС", "ЦБ", "СФ", "ГД", "ЕК", "СК", "ЕР", "RT", "НБ"})


def supported(words: Words, candidates: Sequence[Candidate]) -> Iterable[Candidate]:
    """Drop short abbreviations of the gazetteer that nothing in the article supports."""
    named = {entry.key for c in candidates if c.kind == "name" or len(words.text(c.first)) > 2 for entry in c.entries}
    longer = [c for c in candidates if c.type == "organization" and c.last - c.first > 1]
    for candidate in candidates:
        if not _is_doubtful(words, candidate) or _is_supported(candidate, named, longer):
            yield candidate


def _is_doubtful(words: Words, candidate: Candidate) -> bool:
    text = words.text(candidate.first)
    single = candidate.last - candidate.first == 1
    return (
        single
        and candidate.source == "gazetteer"
        and candidate.kind == "abbreviation"
        and len(text) < 3
        and text not in _KNOWN_SHORT
    )


def _is_supported(candidate: Candidate, named: set[str], longer: Sequence[Candidate]) -> bool:
    """Its long name stands in the article, or it is a link of a longer name: «правительство КР», «ВС Казахстана»."""
    if any(entry.key in named for entry in candidate.entries):
        return True
    return candidate.is_place and any(c.holds(candidate) for c in longer)

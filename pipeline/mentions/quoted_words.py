"""What the words inside the marks say of a quoted name: brands, sites, clauses, lone words."""

from __future__ import annotations

from functools import cache

from pipeline.language.inflection import is_plain_word, readings
from pipeline.mentions.candidates import Words
from pipeline.mentions.lexicon import name_lexicon
from pipeline.mentions.quotations import Quotation
from pipeline.mentions.stems import stem

_PLACE_PARTS = ("арен", "стадион", "холл")


@cache
def _brand_endings() -> tuple[str, ...]:
    """Endings of companies' names, as `str.endswith` takes them."""
    return tuple(name_lexicon().brand_endings)


def holds_a_clause(words: Words, quotation: Quotation) -> bool:
    """A verb, a particle or an adverb, as in «Мы помним»: rather a title."""
    return any(words.pos(i) in {"VERB", "PART", "ADV"} for i in range(quotation.first, quotation.last))


def stands_alone(words: Words, quotation: Quotation, inside: set[str]) -> bool:
    """A name without a noun before it: the recogniser knows it, it looks like a brand, or it is declined."""
    if _is_brand(words, quotation):
        return True
    if holds_a_clause(words, quotation):
        return False
    if inside & {"organization", "location"}:
        return True
    return quotation.last - quotation.first <= 2 and _is_declined(words, quotation)


def _is_declined(words: Words, quotation: Quotation) -> bool:
    """«Евразийскому обозревателю рассказала …»: what is no body mostly keeps its nominative in the marks."""
    cases = [
        {p.tag.case for p in readings(words.text(i)) if p.tag.case} for i in range(quotation.first, quotation.last)
    ]
    return all(found and "nomn" not in found for found in cases)


def _is_brand(words: Words, quotation: Quotation) -> bool:
    """A single word with a company's ending, or a last word of trade: «Беларусбанк», «Медьпрома», «Галф Лайн»."""
    if quotation.last - quotation.first > 1:
        last = words.text(quotation.last - 1)
        return last.lower() in name_lexicon().trades and (last[0].isupper() or not is_plain_word(last))
    word = words.lower(quotation.first)
    return word.endswith(_brand_endings()) or (not is_plain_word(word) and stem(word).endswith(_brand_endings()))


def names_a_site(words: Words, quotation: Quotation) -> bool:
    """«Лиахви-Арена», «Ала-Арча Холл»."""
    return any(part in words.lower(quotation.last - 1) for part in _PLACE_PARTS)


def says_too_little(words: Words, quotation: Quotation) -> bool:
    """A lone dictionary word: «Зимний», «Эльбрус», unlike «Микроника-7»."""
    if quotation.last - quotation.first != 1:
        return False
    text = words.text(quotation.first)
    return any(p.is_known or p.tag.POS == "ADJF" for p in readings(text)) and "-" not in text

"""What the noun before the marks makes of a quoted name: «завод «Прогресс»», «фильм «Заря»»."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.mentions.candidates import Words
from pipeline.mentions.lexicon import NameLexicon, name_lexicon
from pipeline.mentions.quotations import CLOSING, MAX_WORDS, Quotation, find_quotations
from pipeline.mentions.stems import stem


def role_before(words: Words, before: int, lexicon: NameLexicon) -> str:
    """What the noun before the marks makes of the quotation; empty if none does."""
    if not words.joined(before, before + 1):
        return ""
    lemma, lowered = words.lemma(before), words.lower(before)
    for role in ("body", "works", "sites", "place", "nothing"):
        if lemma in lexicon.quoted[role] or lowered in lexicon.quoted[role]:
            return role
    return ""


def role_of_first(words: Words, quotation: Quotation, lexicon: NameLexicon) -> str:
    """«станции «Южная» и «Озёрная»»: a plural noun goes for both names; empty for other roles than a place's."""
    joint, closing = quotation.first - 2, quotation.first - 3
    if words.text(joint) not in {"и", ",", "или"} or words.text(closing) not in CLOSING.values():
        return ""
    opening = next((i for i in range(closing - 1, max(-1, closing - MAX_WORDS - 2), -1) if words.text(i) in CLOSING), 0)
    noun = opening - 1
    plural = words.feature(noun, "Number") == "Plur"
    role = role_before(words, noun, lexicon) if opening and plural else ""
    return role if role in {"place", "sites"} else ""


def find_titles(words: Words) -> frozenset[Quotation]:
    """Quotations that name no body: what a noun makes a vessel, a film or a law, and the same name elsewhere.

    «корабль «Союз ТМА-12»» and later «старт «Союза»»; «шаттлы «Индевор» и «Атлантис»».
    """
    quotations = find_quotations(words)
    roles = list(zip(quotations, _roles(words, quotations), strict=True))
    introduced = {_opening(words, quotation) for quotation, role in roles if role not in {"", "nothing"}}
    titles = {_opening(words, quotation) for quotation, role in roles if role == "nothing"} - introduced
    return frozenset(q for q, role in roles if role in {"", "nothing"} and _opening(words, q) in titles)


def _roles(words: Words, quotations: Sequence[Quotation]) -> list[str]:
    """The role of each quotation; one noun that makes titles goes for all that are joined to the first."""
    lexicon = name_lexicon()
    roles = [role_before(words, _noun_before(words, quotation), lexicon) for quotation in quotations]
    for index in range(1, len(quotations)):
        between = words.texts[quotations[index - 1].last + 1 : quotations[index].first - 1]
        if not roles[index] and roles[index - 1] == "nothing" and between in ([","], ["и"], ["или"]):
            roles[index] = "nothing"
    return roles


def _noun_before(words: Words, quotation: Quotation) -> int:
    """The word before the marks; over a comma where another one closes it: «первую премьеру, «Дракона», закрыли»."""
    before = quotation.first - 2
    return before - 1 if words.text(before) == words.text(quotation.last + 1) == "," else before


def _opening(words: Words, quotation: Quotation) -> str:
    return stem(words.text(quotation.first))

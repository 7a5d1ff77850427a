"""Names of bodies by their grammar: a head noun, the adjectives before it, the genitive or «по …» tail behind it.

«Имеретинское управление патрульной полиции», «Комитет по чрезвычайным ситуациям и гражданской обороне»,
«Видземский районный суд». What follows by name («Риги», «ЕЭК») is attached in `attachment`.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.language.inflection import may_be_adjective
from pipeline.mentions.bodies.heads import head_strength, is_excluded
from pipeline.mentions.bodies.named import is_bare, is_named
from pipeline.mentions.bodies.tails import tail_end
from pipeline.mentions.candidates import Candidate, Words
from pipeline.mentions.describing import is_description
from pipeline.mentions.lexicon import NameLexicon, name_lexicon

SOURCE = "rule.body-phrase"


def find_body_phrases(words: Words, taken: frozenset[int]) -> Iterator[Candidate]:
    """Yield the phrases around head nouns that may name a body.

    Args:
        words: the article.
        taken: words of people and places, which no adjective or tail may be.

    A phrase without a capital («суд») comes with the kind `nominal`: only a name behind it makes it a name.
    """
    lexicon = name_lexicon()
    for index in range(len(words)):
        head = head_strength(words, index, lexicon)
        if head and not is_excluded(words, index, lexicon):
            yield _phrase(words, index, head, taken, lexicon)


def _phrase(words: Words, head: int, strength: str, taken: frozenset[int], lexicon: NameLexicon) -> Candidate:
    first = _left_edge(words, head, taken, lexicon)
    named = first < head if strength == "acronym" else is_named(words, first, head, lexicon)
    last = tail_end(words, head + 1, taken, lexicon) if named and strength != "acronym" else head + 1
    if named and strength != "acronym" and is_bare(words, first, head, last, lexicon):
        first, named, last = head, False, head + 1
    return Candidate(
        first=first, last=last, type="organization", source=f"{SOURCE}.{strength}", confidence=0.85,
        kind="name" if named else "nominal",
    )  # fmt: skip


def _left_edge(words: Words, head: int, taken: frozenset[int], lexicon: NameLexicon) -> int:
    """The first of the adjectives that belong to the name: «вчера | Центральный районный суд».

    Before a capital no adjective in lower case belongs: «региональное | ГУ МЧС», «районная | Исполнительная власть»;
    at the beginning of a sentence none that describes: «Оппозиционная | Народная партия».
    """
    first = head
    acronym = words.text(head).isupper()
    at = head - 1
    while words.joined(at, head) and at not in taken and _is_adjective_of(words, at, head):
        if words.is_capital(at):
            if is_description(words, at):
                break
            first = at
        elif words.lemma(at) in lexicon.body_adjectives and not acronym:
            if words.is_capital(first):
                break
            first = at
        elif not words.is_capital(at - 1):
            break
        at -= 1
    return first


def _is_adjective_of(words: Words, index: int, noun: int) -> bool:
    """An adjective, also one that the tagger took for a name, in the case of the noun."""
    if not words.text(index)[0].isalpha() or words.pos(index) == "DET" or not may_be_adjective(words.text(index)):
        return False
    cases = {words.case(index), words.case(noun)}
    return words.pos(index) != "ADJ" or len(cases) == 1 or "" in cases or words.text(noun).isupper()

"""Deputies and aides: whose they are says where they serve and completes the name of their post."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.entities.positions.lexicon import post_lexicon
from pipeline.entities.spans import NamedSpans, fold
from pipeline.language.backends import morph_analyzer
from pipeline.language.inflection import inflected
from pipeline.records.annotations import Position

_AIDES = frozenset(
    {"пресс-секретарь", "заместитель", "заместительница", "помощник", "помощница", "советник", "референт"}
)
_POSSESSIVE = frozenset({"его", "ее", "её"})
_FULL = {"гендиректор": "генеральный директор", "генсек": "генеральный секретарь", "главврач": "главный врач"}
_REACH = 400  # code points between the superior's post and the deputy's


def deputy_of_superior(named: NamedSpans, position: Position, others: Sequence[Position]) -> Position | None:
    """«директор «Зари» Орлов, его заместитель по кадрам Ли»: заместитель директора по кадрам of «Заря»."""
    head = _head(position)
    before = [p for p in others if p.end < position.start and p.person != position.person and not _is_rank(p)]
    span = named.span_of(position)
    if head is None or span is None or not before:
        return None
    possessive = any(named.doc[i].lower_ in _POSSESSIVE for i in range(max(0, span.start - 2), span.start))
    if not possessive or position.start - before[-1].end > _REACH:
        return None
    return replace(position, position=_title(position, head, before[-1]), organization=before[-1].organization)


def aide_of_named(named: NamedSpans, position: Position, others: Sequence[Position]) -> Position | None:
    """«пресс-секретарь Орлова Анна Ли» serves where Орлов does; his «заместитель» is named by his post."""
    head = _head(position)
    span = named.span_of(position)
    if head is None or span is None or span.end >= len(named.doc):
        return None
    superior = named.at(span.end)
    if superior is None or not superior.is_person or superior.entity == position.person:
        return None
    held = [p for p in others if p.person == superior.entity and not _is_rank(p)]
    above = next((p for p in held if p.organization), held[0] if held else None)
    if above is None:
        return None
    return replace(position, position=_title(position, head, above), organization=above.organization)


def _is_rank(position: Position) -> bool:
    return fold(position.position.lower()).split()[0] in post_lexicon().ranks


def _head(position: Position) -> int | None:
    """Number of the word that says whose aide it is, where only «по кадрам» follows."""
    words = position.position.split()
    head = next((n for n, word in enumerate(words) if fold(word.lower()) in _AIDES), None)
    closed = head is not None and (head == len(words) - 1 or words[head + 1] == "по")
    return head if closed else None


def _title(position: Position, head: int, above: Position) -> str:
    words = position.position.split()
    if not words[head].lower().startswith("замест"):
        return position.position
    return " ".join([*words[: head + 1], *_genitive(above.position), *words[head + 1 :]])


def _genitive(position: str) -> list[str]:
    """A post in the genitive, its first adjectives and noun: «генеральный директор» gives «генерального директора»."""
    words, open_head = [], True
    for word in _FULL.get(position.lower(), position).split():
        parse = morph_analyzer().parse(word.lower())[0]
        words.append(inflected(parse, {"gent", "sing"}) or word if open_head else word)
        open_head = open_head and parse.tag.POS in {"ADJF", "PRTF"}
    return words

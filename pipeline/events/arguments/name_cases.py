"""The case that the tagger gives a name, where its form shows one."""

from __future__ import annotations

from spacy.tokens import Span, Token

from pipeline.entities.naming import is_persons_name
from pipeline.language.features import case_of, features
from pipeline.records.annotations import PLACE_TYPES, Mention

_UNDECLINED = ("о", "е", "и", "у", "э", "ы", "ю", "ай", "эй", "уй")


def shown_case(mention: Mention, span: Span) -> str:
    """Case of a mention's head, empty where its form shows none: foreign, quoted, in capitals («[СМИД]»)."""
    head = _head(mention, span)
    quoted = span[0].i > 0 and span[0].nbor(-1).text in {"«", '"', "„", "“"}
    foreign = not any("а" <= c.lower() <= "я" for c in span.text)
    undeclined = foreign or quoted or (span.text.isupper() and len(span.text) > 1)
    shown = not (undeclined or _beside_its_kind(mention, span[0], head) or _ambiguous(mention, head))
    return case_of(head) if shown else ""


def _head(mention: Mention, span: Span) -> Token:
    """The surname of a person, the first noun of all else: «[министр] обороны», «Иван [Орлов]»."""
    nouns = [t for t in span if t.pos_ in {"NOUN", "PROPN", "PRON", "X"} and features(t, "Case")]
    if not nouns:
        return span[0]
    return nouns[-1] if is_persons_name(mention) else nouns[0]


def _ambiguous(mention: Mention, head: Token) -> bool:
    """Women's names in «-ой», and foreign ones that are not declined: «с послом Анной [Мининой]», «[Сюй Мэнфэй]»."""
    if not is_persons_name(mention):
        return False
    oblique = head.lower_.endswith(("ой", "ей")) and case_of(head) != "Nom"
    return oblique or (case_of(head) == "Nom" and head.lower_.endswith(_UNDECLINED))


def _beside_its_kind(mention: Mention, first: Token, head: Token) -> bool:
    """A place that stays in the nominative, or looks so, behind what it is: «от посёлка [Сеймчан]»."""
    before = first.nbor(-1) if first.i and not first.is_sent_start else None
    if head.dep_.startswith("nsubj") and before is not None and case_of(before) != "Nom":
        return False  # «в ответ [Россия] ввела эмбарго»
    return mention.type in PLACE_TYPES and case_of(head) == "Nom" and before is not None and before.pos_ == "NOUN"

"""The words of a post that a verb or a noun for an office gives: they end at a verb, a pause or a person's name."""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.entities.positions.clauses import BREAKS
from pipeline.entities.positions.phrases import PostPhrase, read_phrase
from pipeline.entities.spans import NamedSpans, fold
from pipeline.language.features import case_of

# Whoever gives the post: «назначен министром указом главы республики».
_ORDERS = frozenset({"указ", "приказ", "распоряжение", "решение", "постановление", "декрет"})
_LENGTH = 20  # words of a post at most


def read_given_post(named: NamedSpans, head: Token) -> PostPhrase:
    """Read a post from its head noun: «стал | директором завода | в мае»."""
    return read_phrase(named, head, _stop(named, head))


def _stop(named: NamedSpans, head: Token) -> int:
    """Token where the words of a post end at the latest: a verb, a pause or a person's name."""
    for index in range(head.i + 1, min(len(named.doc), head.i + _LENGTH)):
        token = named.doc[index]
        found = named.at(index)
        if found is not None and found.is_person:
            return index
        if token.text in {",", *BREAKS} and not _list_goes_on(token):
            return index
        if fold(token.lemma_) in _ORDERS and case_of(token) == "Ins":
            return index
        if token.is_space or (found is None and token.pos_ in {"VERB", "AUX", "ADV", "SCONJ"}):
            return index
    return min(len(named.doc), head.i + _LENGTH)


def _list_goes_on(comma: Token) -> bool:
    """«по транспорту, связи и дорогам»: the same case before and behind the comma, and «и» to come."""
    if comma.text != "," or comma.i + 2 >= len(comma.doc):
        return False
    before, behind = comma.doc[comma.i - 1], comma.doc[comma.i + 1]
    return bool(case_of(before)) and case_of(before) == case_of(behind) and comma.doc[comma.i + 2].lower_ == "и"

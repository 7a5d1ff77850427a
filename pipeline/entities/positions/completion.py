"""What stands behind the noun of a post: words that complete it, the body whose post it is."""

from __future__ import annotations

from dataclasses import dataclass, replace

from spacy.tokens import Token

from pipeline.entities.positions.lexicon import post_lemma, post_lexicon
from pipeline.entities.positions.nouns_behind import (
    MARKS,
    OF_REGIONS,
    UNITS,
    before_name,
    body_behind_region,
    body_of_noun,
    introduces_unknown,
    is_legal_form,
)  # fmt: skip
from pipeline.entities.positions.owners import OF_STATES, owned_body
from pipeline.entities.positions.post_ends import ends_post
from pipeline.entities.positions.ranks import read_service
from pipeline.entities.positions.seats import represented_body, seat_of
from pipeline.entities.spans import Named, NamedSpans, fold
from pipeline.entities.word_cases import form_cases
from pipeline.language.features import case_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Completion:
    """Last token of the post's name, the body or person behind it, the post's words behind the body.

    `owner` is the token of a country's adjective that says whose body it is and is no part of the post, else -1.
    """

    last: int
    body: str = ""
    of_person: str = ""
    tail: tuple[int, int] | None = None
    owner: int = -1


def read_completion(named: NamedSpans, head: Token, stop: int) -> Completion:
    """Read on from the noun of a post up to the token `stop`."""
    owned = head.i + 1 < stop and named.adjective_at(head.i + 1) is not None  # «полковник грузинской армии»
    last = head.i if owned else read_service(head, stop)
    aside = False  # «глава | второй в парламенте | Партии труда»
    for token in head.doc[last + 1 : stop]:
        if (found := _told_at(named, head, token, last, stop)) is not None:
            return found
        aside = aside or (token.pos_ == "ADP" and token.nbor(-1).pos_ in {"ADJ", "NUM"})
        if not aside and _completes(named, token):
            last = token.i
        elif _breaks(token):
            break
    return Completion(last=last)


def _told_at(named: NamedSpans, head: Token, token: Token, last: int, stop: int) -> Completion | None:
    """All that is told of the post where a name, its end or a noun for a body stands; `None` where it may go on."""
    if (mention := named.at(token.i)) is not None:
        return _named(named, head, mention, Completion(last=last), stop)
    if ends_post(head, token) or introduces_unknown(named, token):
        return Completion(last=last)
    return _at_noun(named, head, token, last, stop)


def _at_noun(named: NamedSpans, head: Token, token: Token, last: int, stop: int) -> Completion | None:
    """What a noun for a body tells, alone or behind the adjective of a country; `None` for any other word."""
    if (noun := owned_body(named, token, stop)) is not None and (owner := named.adjective_at(token.i)) is not None:
        return _owned(named, token.doc[noun], owner, last, stop)
    body = body_of_noun(named, token, stop)
    if body is None:
        return None
    lemma = fold(token.lemma_)
    name = named.in_marks_behind(token)
    field = _field(named, (name.last if name is not None else token.i) + 1, stop)
    if lemma in UNITS or (lemma in OF_REGIONS and name is not None):
        return Completion(last=token.i, body=body, tail=field)
    return Completion(last=last if name is None else min(last, before_name(head, token)), body=body, tail=field)


def _owned(named: NamedSpans, noun: Token, owner: Named, last: int, stop: int) -> Completion:
    """The country of an adjective, but the name in marks where one follows: «член немецкой партии «Левые»».

    A post goes on behind the one of state that it serves: «помощник американского президента по безопасности».
    """
    quoted = named.in_marks_behind(noun)
    if quoted is not None and not quoted.is_person:
        return Completion(last=last, body=quoted.entity)
    served = post_lemma(noun) in OF_STATES
    behind = read_completion(named, noun, stop) if served else Completion(last=noun.i)
    return replace(behind, body=behind.body or owner.entity, owner=owner.first)


def _completes(named: NamedSpans, token: Token) -> bool:
    """A noun, or the form of a post that the tagger took for another word."""
    nominal = token.pos_ in {"NOUN", "PROPN"} or post_lexicon().is_post(post_lemma(token))
    return nominal and not is_legal_form(named, token)


def _breaks(token: Token) -> bool:
    """A pronoun, a number or a pause that no list goes on behind."""
    if token.pos_ in {"PRON", "NUM"} or token.text[0].isdigit():
        return True
    return token.text in {",", "–", "—"} and not _list_goes_on(token)


def _named(named: NamedSpans, head: Token, mention: Named, found: Completion, stop: int) -> Completion:
    """The body that is named; behind it «по экономике» still belongs to the post."""
    if mention.is_person:
        return replace(found, of_person=mention.entity)
    before = head.doc[mention.first - 1].lower_
    if mention.is_place and before in {"из", "с", "со"}:
        return found  # «студентка из Казани»: where she comes from
    if mention.is_place and before == "по" and mention.first - 1 == head.i + 1:
        return replace(found, last=mention.last)  # «специалист по России»: what the post deals with
    if (whole := body_behind_region(named, mention, stop)) is not None:
        return replace(found, last=mention.last, body=whole.entity)
    body = represented_body(named, head, mention, stop)
    if (seat := seat_of(named, head, mention, stop)) is not None:
        return replace(found, body=body, tail=seat)
    return replace(found, body=body, tail=_field(named, mention.last + 1, stop))


def _field(named: NamedSpans, behind: int, stop: int) -> tuple[int, int] | None:
    """Tokens behind the body that say what the post deals with: «по экономике», «спецпредставитель ООН по Сирии»."""
    doc = named.doc
    while behind < stop and doc[behind].text in MARKS:
        behind += 1
    if behind >= stop - 1 or doc[behind].lower_ != "по":
        return None
    if (dealt := named.at(behind + 1)) is not None:
        return (behind, dealt.last) if dealt.mention.type == "country" else None
    last = read_completion(named, doc[behind], stop).last
    affairs = named.at(last + 1) if last + 1 < stop and fold(doc[last].lemma_) == "дело" else None
    return behind, affairs.last if affairs is not None else last  # «советник министра по делам Сирии»


def _list_goes_on(comma: Token) -> bool:
    """«по транспорту, связи и дорогам»: a case before and behind the comma that is the same."""
    if comma.text != "," or comma.i + 1 >= len(comma.doc):
        return False
    before, behind = comma.doc[comma.i - 1], comma.doc[comma.i + 1]
    return bool(form_cases(before) & form_cases(behind)) and case_of(behind) in {"Dat", "Gen"}

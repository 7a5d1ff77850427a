"""Where an envoy serves: «постоянный представитель Китая при ООН», «консул Вьетнама в Улан-Удэ»."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from pipeline.entities.positions.lexicon import post_lemma
from pipeline.entities.spans import OPENING_MARKS, Named, NamedSpans

_REPRESENTING = frozenset({"представитель", "полпред", "уполномоченный", "постпред"})
_ENVOYS = _REPRESENTING | {"посол", "консул", "генконсул", "посланник", "поверенный", "представительница", "атташе"}
_SEATS = frozenset({"city", "country"})


def seat_of(named: NamedSpans, head: Token, mention: Named, stop: int) -> tuple[int, int] | None:
    """Tokens behind the body that say where an envoy is sent: «при ООН», «в ОБСЕ», «в Улан-Удэ», part of the post."""
    behind = _over_brackets(named.doc, mention.last + 1, stop)
    marked = behind + 2 < stop and named.doc[behind + 1].text in OPENING_MARKS
    seat = named.at(behind + 1 + marked) if behind + 1 < stop else None
    if seat is None or seat.is_person:
        return None
    word = named.doc[behind].lower_
    in_body = word == "при" or (word in {"в", "во"} and post_lemma(head) in _REPRESENTING)
    if in_body and mention.is_place and not seat.is_place:
        return behind, seat.last + marked
    sent = word in {"в", "во", "на"} and seat.mention.type in _SEATS and _is_envoy(head, mention)
    return (behind, seat.last) if sent else None


def _is_envoy(head: Token, mention: Named) -> bool:
    """An envoy to a place; who represents a state within a state serves at the place (`represented_body`)."""
    return post_lemma(head) in _ENVOYS and not (post_lemma(head) in _REPRESENTING and mention.is_place)


def _over_brackets(doc: Doc, index: int, stop: int) -> int:
    """The token behind «(МОМ)» where brackets open, else the token itself."""
    if index < stop and doc[index].text == "(":
        return next((i + 1 for i in range(index, min(index + 6, stop)) if doc[i].text == ")"), index)
    return index


def represented_body(named: NamedSpans, head: Token, mention: Named, stop: int) -> str:
    """The body, except for an envoy of a state «в Баткенской области», who is posted to the place."""
    if post_lemma(head) not in _REPRESENTING or not mention.is_place:
        return mention.entity
    index = mention.last + 1
    while index < stop:
        later = named.at(index)
        if later is not None and later.is_place and head.doc[later.first - 1].lower_ in {"в", "во"}:
            return later.entity
        index = later.last + 1 if later is not None else index + 1
    return mention.entity

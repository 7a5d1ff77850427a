"""Whose body it is, or what its field of work: «МИД | Армении», «пресс-служба | судов Тверской области»."""

from __future__ import annotations

from pipeline.mentions.adjectives import country_of_adjective
from pipeline.mentions.attachment.links import Links
from pipeline.mentions.attachment.ownership import is_closed, is_open, may_take
from pipeline.mentions.bodies.tails import tail_end
from pipeline.mentions.candidates import Candidate
from pipeline.mentions.lexicon import name_lexicon

_WHOLE_STATE = frozenset({"республики", "респ"})
_NARROWED = frozenset({"бюро", "агентство", "комитет", "комиссия", "совет", "департамент", "управление"})


def attach_name(links: Links, body: Candidate, at: int) -> int | None:
    """«МИД | Армении», «Секретариат | ОДКБ», «правительство | республики»."""
    link = links.by_first.get(at)
    if link and may_take(body, link, links.words):
        return link.last
    if link is None and links.words.lower(at) in _WHOLE_STATE and is_open(body) and not is_closed(body):
        return at + 1
    return None


def attach_observed(links: Links, body: Candidate, at: int) -> int | None:
    """«Миссия наблюдателей | от СНГ»."""
    if links.words.lower(at) == "от" and links.words.lemma(at - 1) == "наблюдатель" and at + 1 in links.by_first:
        return links.by_first[at + 1].last
    return None


def attach_state_body(links: Links, body: Candidate, at: int) -> int | None:
    """«пресс-служба | казахстанского МИД»: the state's adjective and its body."""
    if links.words.lemma(body.last - 1) not in name_lexicon().short_tails or links.words.pos(at) != "ADJ":
        return None
    link = links.by_first.get(at + 1)
    own = link is not None and not link.is_place and country_of_adjective(links.words.lemma(at))
    return link.last if link is not None and own else None


def attach_quoted(links: Links, body: Candidate, at: int) -> int | None:
    """«пресс-служба | ХК «Степные барсы»»."""
    words, heads, nouns = links.words, name_lexicon().short_tails, name_lexicon().quoted["body"]
    if words.lemma(body.first) not in heads and words.lower(body.first) not in heads:
        return None
    if words.lemma(at) in nouns or words.lower(at) in nouns:
        at += 1
    link = links.by_first.get(at + 1)
    if words.text(at) in {"«", '"'} and link and words.text(link.last) in {"»", '"'}:
        return link.last + 1
    return None


def attach_plural(links: Links, body: Candidate, at: int) -> int | None:
    """«пресс-служба | судов Тверской области»."""
    strong = links.words.lemma(at) in name_lexicon().body_heads["strong"]
    if strong and links.words.feature(at, "Number") == "Plur" and links.words.case(at) == "Gen":
        link = links.by_first.get(at + 1)
        return link.last if link and link.is_place else None
    return None


def attach_field(links: Links, body: Candidate, at: int) -> int | None:
    """«Комитет Законодательной палаты | по вопросам экологии»."""
    if links.words.lemma(body.first) not in _NARROWED or links.words.lower(at) != "по" or body.entries:
        return None
    end = tail_end(links.words, at, frozenset(), name_lexicon())
    return end if end > at else None

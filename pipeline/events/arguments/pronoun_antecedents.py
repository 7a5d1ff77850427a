"""Whom a pronoun can mean: the people and bodies named before it, and which of them it takes up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from pipeline.entities.coreference.profiles import find_genders
from pipeline.entities.spans import Named, NamedSpans
from pipeline.events.arguments.speech import speaker_at
from pipeline.language.features import case_of, feature
from pipeline.language.sentences import sentence_of

_REACH = 60  # words back
_SENTENCES = 3  # the pronoun's own and those before it


@dataclass(frozen=True, slots=True, kw_only=True)
class Antecedent:
    """Somebody named at a token, `gender` as UD writes it, empty where it is not known."""

    entity: str
    index: int
    gender: str
    person: bool
    subject: bool


def choose_antecedent(token: Token, gender: str, candidates: Sequence[Antecedent]) -> Antecedent | None:
    """The last sentence that names a fitting one decides; its subject before others, the nearest of equals."""
    taken = _co_arguments(token) | {speaker_at(token.doc, token.idx)}
    floor = _first_token(token)
    near = [c for c in candidates if floor <= c.index < token.i and c.gender in {gender, ""} and c.entity not in taken]
    near = [c for c in near if c.gender or c.person]
    if not near:
        return None
    last = sentence_of(token.doc[near[-1].index]).start
    here = [c for c in near if c.index >= last]
    sure = [c for c in here if c.gender == gender] or here
    people = [c for c in sure if c.person] or sure
    subjects = [c for c in people if c.subject] or people
    return subjects[-1]


def _first_token(token: Token) -> int:
    """Where the look back for an antecedent ends."""
    sentence = sentence_of(token)
    for _ in range(_SENTENCES - 1):
        if sentence.start == 0:
            break
        sentence = sentence_of(token.doc[sentence.start - 1])
    return max(sentence.start, token.i - _REACH)


def _co_arguments(token: Token) -> set[str]:
    """Who stands beside the pronoun in its own clause: «суд арестовал его» does not arrest the court."""
    beside = [c for c in token.head.children if c.dep_.startswith(("nsubj", "obj", "iobj", "obl")) and c != token]
    starts = {word.idx for child in beside for word in child.subtree}
    return {m.entity for m in token.doc._.mentions if m.entity and m.start in starts}


def find_antecedents(doc: Doc) -> list[Antecedent]:
    """People and bodies in the order of the text, with the descriptions that coreference has resolved."""
    named = NamedSpans(doc)
    genders = find_genders(named)
    found = [_candidate(doc, n, genders) for n in named.outermost() if n.is_person or not n.is_place]
    return [*sorted((*found, *_taken_up(doc, genders)), key=lambda c: c.index)]


def _candidate(doc: Doc, named: Named, genders: Mapping[str, str]) -> Antecedent:
    tokens = doc[named.first : named.last + 1]
    head = next((t for t in tokens if t.pos_ in {"NOUN", "PROPN"}), tokens[0])
    gender = genders.get(named.entity, "") if named.is_person else _body_gender(head)
    subject = any(t.dep_.startswith("nsubj") for t in tokens) or case_of(head) == "Nom"
    return Antecedent(entity=named.entity, index=named.first, gender=gender, person=named.is_person, subject=subject)


def _body_gender(head: Token) -> str:
    """Of a quoted name the noun before it: «компания «Полёт»» is feminine."""
    before = [t for t in head.doc[max(0, head.i - 2) : head.i] if t.text not in {"«", '"', "„"}]
    noun = before[-1] if before and before[-1].pos_ == "NOUN" and head.i - before[-1].i > 1 else head
    return feature(noun, "Gender").replace("Neut", "Masc")


def _taken_up(doc: Doc, genders: Mapping[str, str]) -> Iterator[Antecedent]:
    """Descriptions and pronouns that coreference has resolved: «лишила [перевозчика] допуска»."""
    for mention in doc._.mentions:
        person, body = mention.type == "person", mention.type == "organization" and mention.kind == "nominal"
        if mention.kind not in {"nominal", "pronoun"} or not mention.entity or not (person or body):
            continue
        span = doc.char_span(mention.start, mention.end, alignment_mode="expand")
        if span is not None and (body or mention.entity in genders):
            yield Antecedent(
                entity=mention.entity, index=span.start, person=person,
                gender=genders[mention.entity] if person else feature(span[-1], "Gender").replace("Neut", "Masc"),
                subject=any(t.dep_.startswith("nsubj") for t in span),
            )  # fmt: skip

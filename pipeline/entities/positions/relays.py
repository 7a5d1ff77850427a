"""Posts told by someone else's: «его предшественник Орлов», «вместо него — Ли», «сменил Орлова на посту директора»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from pipeline.entities.positions.lexicon import post_lexicon
from pipeline.entities.positions.phrases import POSSESSIVE
from pipeline.entities.spans import Named, NamedSpans, fold
from pipeline.language.features import features
from pipeline.records.annotations import Position

_OTHERS = {"предшественник": "former", "предшественница": "former", "преемник": "current", "преемница": "current"}
_DEGREES = frozenset({"доктор", "кандидат", "профессор", "академик", "доцент"})
_DASHES = frozenset({"—", "–", "-"})
_HIS = frozenset({"него", "нее"})
_INSTEAD = frozenset({"вместо", "после"})
_CALLINGS = 4  # words between «преемник» and the name


def find_relays(named: NamedSpans, positions: Sequence[Position]) -> Iterator[Position]:
    """Yield posts of people whom the text puts in the place of someone whose post it has told."""
    posts = sorted(positions, key=lambda p: p.start)
    for token in named.doc:
        lemma = fold(token.lemma_)
        if lemma in _OTHERS:
            yield from _next_in_office(named, token, posts, _OTHERS[lemma])
        elif token.lower_ in _INSTEAD:
            yield from _instead(named, token, posts)


def _next_in_office(named: NamedSpans, noun: Token, posts: Sequence[Position], tenure: str) -> Iterator[Position]:
    """«Его предшественник Олег Орлов был уволен»: Орлов held the post that was told last."""
    person = _behind(named, noun.i + 1)
    pronoun = _possessive(noun)
    if person is None or pronoun is None:
        return
    gender = "Fem" if fold(pronoun.lower_) == "ее" else "Masc"
    fitting = [post for post in posts if gender in _genders(named, post.person)]
    held = _told_before(fitting, noun, person) or _told_before(posts, noun, person)
    if held is not None:
        yield _passed_on(noun, person, held, tenure)


def _instead(named: NamedSpans, word: Token, posts: Sequence[Position]) -> Iterator[Position]:
    """«Орлов ушёл с поста директора. Вместо него — Анна Ли»: Ли is the director."""
    doc = named.doc
    behind = doc[word.i + 1 : word.i + 4]
    if len(behind) < 3 or fold(behind[0].lower_) not in _HIS or behind[1].text not in _DASHES:
        return
    person = named.at(word.i + 3)
    held = _told_before(posts, word, person) if person is not None and person.is_person else None
    if person is not None and held is not None:
        yield _passed_on(word, person, held, "current")


def _behind(named: NamedSpans, index: int) -> Named | None:
    """The person named behind a noun, with nothing but words of a calling between."""
    for i in range(index, min(index + _CALLINGS, len(named.doc))):
        found = named.at(i)
        if found is not None and found.is_person:
            return found
        if found is None and named.doc[i].pos_ not in {"NOUN", "ADJ", "PROPN"}:
            return None
    return None


def _possessive(noun: Token) -> Token | None:
    """«его предшественник», «её прежний преемник», not «предшественник Орлова»."""
    return next((t for t in noun.doc[max(0, noun.i - 2) : noun.i] if fold(t.lower_) in POSSESSIVE), None)


def _genders(named: NamedSpans, key: str) -> frozenset[str]:
    """What the tagger says of the names of a person."""
    tokens = [named.doc[person.first] for person in named.people if person.entity == key]
    return frozenset(gender for token in tokens for gender in features(token, "Gender"))


def _told_before(posts: Sequence[Position], word: Token, person: Named) -> Position | None:
    """The post told last before a word, unless the person has one."""
    if any(post.person == person.entity for post in posts):
        return None
    before = [post for post in posts if post.start < word.idx and not _is_degree(post)]
    return before[-1] if before else None


def _is_degree(post: Position) -> bool:
    """«доктор химических наук», «полковник»: what no successor takes over."""
    first = fold(post.position.lower()).split()[0]
    return first in _DEGREES or first in post_lexicon().ranks


def _passed_on(word: Token, person: Named, held: Position, tenure: str) -> Position:
    return replace(
        held, person=person.entity, start=word.idx, end=word.idx + len(word), text=word.text, tenure=tenure,
        source="positions.relay", confidence=0.8,
    )  # fmt: skip

"""Who «он» and «она» are: the nearest person of that gender, the subject of the sentence before first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from spacy.tokens import Span, Token

from pipeline.entities.coreference.descriptions import Description
from pipeline.entities.coreference.profiles import Profile
from pipeline.entities.spans import Named, NamedSpans
from pipeline.language.features import case_of, features
from pipeline.language.sentences import sentence_of

_SUBJECTS = {"он": "Masc", "она": "Fem"}
_POSSESSIVE = {"его": "Masc", "ее": "Fem", "её": "Fem"}
_SAYING = frozenset({"словам", "мнению", "данным", "оценке", "прогнозу", "версии", "информации", "оценкам"})
_STOPS = frozenset(",;:—–()")
_REACH = 70  # words back


@dataclass(frozen=True, slots=True, kw_only=True)
class Antecedent:
    """A place where someone is named or described; `subject` where the clause speaks of them.

    `aside` where that clause is a relative one: «Саакян, с которым [Брюханов] рассорился».
    """

    entity: str
    index: int
    subject: bool
    aside: bool = False


def find_pronouns(doc_tokens: Iterator[Token]) -> Iterator[tuple[Token, str]]:
    """Yield pronouns that can mean a person, with the gender they show: «он», «она», «по её словам»."""
    for token in doc_tokens:
        lower = token.lower_
        if lower in _SUBJECTS and token.pos_ == "PRON":
            yield token, _SUBJECTS[lower]
        elif lower in _POSSESSIVE and _before_saying(token):
            yield token, _POSSESSIVE[lower]


def resolve_pronoun(
    token: Token, gender: str, antecedents: list[Antecedent], profiles: Mapping[str, Profile]
) -> str | None:
    """The antecedent in the nearest sentence that has one of the gender; its subject before its other names."""
    fitting = {gender} if gender == "Fem" else {gender, ""}  # a name of unknown gender is mostly a man's
    near = [
        found
        for found in antecedents
        if token.i - _REACH < found.index < token.i and profiles[found.entity].gender in fitting
        and not stands_beside(token.doc[found.index], token)
    ]  # fmt: skip
    if not near or _thing_nearer(token, gender, near[-1].index):
        return None
    sentences = {found.index: found.index and sentence_of(token.doc[found.index]).start for found in near}
    for start in sorted(set(sentences.values()), reverse=True):
        here = [found for found in near if sentences[found.index] == start]
        certain = [found for found in here if profiles[found.entity].gender == gender] or here
        certain = [found for found in certain if not found.aside] or certain
        subjects = [found for found in certain if found.subject]
        return (subjects or certain)[-1].entity
    return None


def antecedent_of(named: NamedSpans, person: Named) -> Antecedent:
    """A named person as an antecedent."""
    tokens = named.doc[person.first : person.last + 1]
    subject = any(token.dep_.startswith("nsubj") for token in tokens) or _is_nominative(tokens)
    return Antecedent(
        entity=person.entity, index=person.first, subject=subject, aside=any(is_aside(token) for token in tokens)
    )


def _is_nominative(tokens: Span) -> bool:
    """By its words and the noun that it stands beside: not «обошла вторую ракетку Австрии [Леони Штадлер]»."""
    beside = [token.head for token in tokens if token.dep_ == "appos" and token.head not in tokens]
    cases = [case_of(token) for token in (*tokens, *beside)]
    return "Nom" in cases and set(cases) <= {"Nom", ""}


def antecedent_described(description: Description, entity: str) -> Antecedent:
    """A description of someone as an antecedent."""
    head = description.head
    return Antecedent(entity=entity, index=description.first, subject=case_of(head) == "Nom", aside=is_aside(head))


def is_aside(word: Token) -> bool:
    """Within a relative clause: «оправдали егеря, которому вменяли расстрел [Орлова]»."""
    return word.dep_ == "acl:relcl" or any(above.dep_ == "acl:relcl" for above in word.ancestors)


def stands_beside(word: Token, pronoun: Token) -> bool:
    """«Через [адвоката] он потребовал», «[Иван Орлов] навестил его»: two words of one verb are two people."""
    if word.head == word or not pronoun.dep_.startswith(("nsubj", "obj", "iobj", "obl")):
        return False
    first, last = sorted((word.i, pronoun.i))
    parted = any(token.text in _STOPS for token in word.doc[first:last])
    return not parted and word.head == pronoun.head and word.dep_.startswith(("nsubj", "obj", "iobj", "obl"))


def _before_saying(token: Token) -> bool:
    following = token.doc[token.i + 1].lower_ if token.i + 1 < len(token.doc) else ""
    return following in _SAYING


def _thing_nearer(token: Token, gender: str, index: int) -> bool:
    """A thing of that gender is the subject between the last person and the pronoun, in one sentence with it.

    «Сам он» is somebody all the same.
    """
    if token.i and token.nbor(-1).lower_ in {"сам", "сама"}:
        return False
    start = max(index, sentence_of(token).start)
    return any(
        word.dep_.startswith("nsubj") and word.pos_ in {"NOUN", "PROPN"} and "Inan" in features(word, "Animacy")
        and gender in features(word, "Gender") and case_of(word) == "Nom"
        for word in token.doc[start : token.i]
    )  # fmt: skip

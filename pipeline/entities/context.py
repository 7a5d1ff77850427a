"""What the words in and around a name say of its case and gender."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from pipeline.entities.declension.paradigms import CASES
from pipeline.entities.lexicon import name_words
from pipeline.entities.titles import feature, find_title
from pipeline.language.sentences import sentence_of
from pipeline.language.text import text_of

_FLOOR = 0.08  # what a case keeps that no word speaks for
_TITLE_WEIGHT = 3.0
_JOINED = 1.0
_QUOTED_BESIDE, _BESIDE = 1.0, 0.5  # «концерн «Рауталинна»», «ворота тюрьмы Комбита»: a name may stand beside its noun
_GENDERS = {"Masc": "m", "Fem": "f", "Neut": "n"}


@dataclass(frozen=True, slots=True)
class Evidence:
    """Weights, comparable within one mention, of its case (`CASES`), its gender (m, f) and the plural."""

    cases: Mapping[str, float]
    genders: Mapping[str, float]
    plural: float = 0.3

    def of(self, case: str, gender: str) -> float:
        """Weight of a reading."""
        return self.cases.get(case, _FLOOR) * self.genders.get(gender, 0.5)


NO_EVIDENCE = Evidence(cases=dict.fromkeys(CASES, 0.5) | {"Nom": 1.0}, genders={"m": 0.55, "f": 0.45})


def find_person_evidence(doc: Doc, start: int, end: int) -> Evidence:
    """Weigh the tagger's case, a preposition or title before a person's name, a past tense verb beside it.

    Example: «заявила Реутова» speaks for a woman in the nominative, «у Реутова» for the genitive.
    """
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None or not len(span):
        return NO_EVIDENCE
    words = [token for token in span if token.is_alpha or "-" in token.text]
    cases = _tagged_cases(words)
    _add_preposition(cases, _word_before(doc, span.start))
    _add_joined(cases, span)
    genders = _tagged_genders(words)
    title = find_title(doc, span.start)
    if title is not None and title.case in cases:
        cases[title.case] += _TITLE_WEIGHT
        genders["f"] += 0.8 if title.gender else 0.0
    outside = _word_before(doc, title.index if title else span.start)
    verb = _past_verb(outside, _word_after(doc, span.end)) or _past_verb(_verb_of(span), None)
    if verb in genders and (title is None or title.case == "Nom"):
        genders[verb] += 0.6
        cases["Nom"] += 0.6
    return Evidence(cases=cases, genders=genders)


def find_name_evidence(doc: Doc, start: int, end: int) -> Evidence:
    """Weigh the tagger's case and number, a preposition or noun before the name of a body or place.

    Example: «глава «Электротранса»» is a genitive, «концерн «Рауталинна»» hardly; «в реке Раздольной» shares the case
    of «реке».
    """
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None or not len(span):
        return NO_EVIDENCE
    words = [token for token in span if token.is_alpha or "-" in token.text][:3]
    cases = _tagged_cases(words)
    before = _word_before(doc, span.start)
    _add_preposition(cases, before)
    quoted = text_of(doc)[max(0, span.start_char - 1) : span.start_char] in {"«", '"', "“"}
    if before is not None and (before.pos_ == "NOUN" or (quoted and before.pos_ == "PROPN")):
        _add_noun(cases, before, quoted=quoted)
    plural = sum(feature(token, "Number") == "Plur" for token in words[:1])
    return Evidence(cases=cases, genders={"m": 0.5, "f": 0.5}, plural=0.1 + plural)


def _add_noun(cases: dict[str, float], before: Token, *, quoted: bool) -> None:
    """A noun before the name rules it, or the name stands beside it in the nominative; people rule rather."""
    geographic = before.lemma_ in name_words().geographic
    case = feature(before, "Case") if geographic else "Gen"
    cases[case if case in cases else "Gen"] += 1.5
    if before.lemma_ == "район":  # «в районе Эль-Маджаля»: near it
        cases["Gen"] += 1.0
    cases["Nom"] += 1.0 if geographic or _generic_chain(before) else 0.0
    if feature(before, "Animacy") != "Anim":
        cases["Nom"] += _QUOTED_BESIDE if quoted else _BESIDE


def _generic_chain(token: Token) -> bool:
    """«совет матерей «Северянка»»: a generic word further left can carry the name as well."""
    left = token.doc[max(sentence_of(token).start, token.i - 4) : token.i + 1]
    return any(other.lemma_ in name_words().generic for other in left)


def _tagged_cases(words: Sequence[Token]) -> dict[str, float]:
    cases = dict.fromkeys(CASES, _FLOOR)
    for token in words:
        case = feature(token, "Case")
        if case in cases:
            cases[case] += 1 / len(words)
    return cases


def _tagged_genders(words: Sequence[Token]) -> dict[str, float]:
    genders = {"m": 0.3, "f": 0.3}
    for token in words:
        gender = _GENDERS.get(feature(token, "Gender"))
        if gender in genders:
            genders[gender] += 0.35 / len(words)
    return genders


def _add_preposition(cases: dict[str, float], before: Token | None) -> None:
    """A preposition rules other cases out."""
    governed = name_words().prepositions.get(before.lower_) if before is not None else None
    if governed:
        for case in CASES:
            cases[case] *= 1.0 if case in governed else 0.15
        if "Loc" in governed:
            cases["Loc"] = max(cases["Loc"], 0.5)


def _past_verb(before: Token | None, after: Token | None) -> str:
    for token in (after, before):
        if token is not None and token.pos_ == "VERB" and feature(token, "Tense") == "Past":
            return _GENDERS.get(feature(token, "Gender"), "")
    return ""


def _add_joined(cases: dict[str, float], span: Span) -> None:
    """«Уступили [Сергею Орлову] и Жану Верню»: what «и» joins stands in one case."""
    if span.root.dep_ == "conj" and span.root.head.pos_ in {"NOUN", "PROPN"}:
        case = feature(span.root.head, "Case")
        if case in cases:
            cases[case] += _JOINED


def _verb_of(span: Span) -> Token | None:
    """The verb of which the name, or the noun that it stands beside, is the subject: «сказала член совета [Ли]»."""
    subject = span.root
    while subject.dep_ == "appos":
        subject = subject.head
    return subject.head if subject.dep_ == "nsubj" else None


def _word_before(doc: Doc, index: int) -> Token | None:
    """The word before, over an opening quotation mark; none across a sentence's start."""
    while index > 0 and not doc[index].is_sent_start:
        index -= 1
        if doc[index].text not in {"«", '"', "“"} and not doc[index].is_space:
            return doc[index]
    return None


def _word_after(doc: Doc, index: int) -> Token | None:
    while index < len(doc) and (doc[index].text in {"»", '"', "”"} or doc[index].is_space):
        index += 1
    return doc[index] if index < len(doc) and not doc[index].is_sent_start else None

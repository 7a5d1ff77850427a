"""What the words in and around the name of a body or place say of its case and number."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from pipeline.entities.evidence import NO_EVIDENCE, Evidence, add_preposition, tagged_cases, word_before
from pipeline.entities.lexicon import name_words
from pipeline.entities.titles import feature
from pipeline.language.sentences import sentence_of
from pipeline.language.text import text_of

_QUOTED_BESIDE, _BESIDE = 1.0, 0.5  # «концерн «Рауталинна»», «ворота тюрьмы Комбита»: a name may stand beside its noun


def find_name_evidence(doc: Doc, start: int, end: int) -> Evidence:
    """Weigh the tagger's case and number, a preposition or noun before the name of a body or place.

    Example: «глава «Электротранса»» is a genitive, «концерн «Рауталинна»» hardly; «в реке Раздольной» shares the case
    of «реке».
    """
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None or not len(span):
        return NO_EVIDENCE
    words = [token for token in span if token.is_alpha or "-" in token.text][:3]
    cases = tagged_cases(words)
    before = word_before(doc, span.start)
    add_preposition(cases, before)
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

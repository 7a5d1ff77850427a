"""«тот», «та», «последний» for whoever was named last: «попросила главу Виктора Орлова; [тот] отозвался»."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping

from spacy.tokens import Token

from pipeline.entities.spans import NamedSpans
from pipeline.language.features import case_of, features
from pipeline.language.sentences import sentence_of
from pipeline.records.annotations import Mention

_THAT_ONE = {"тот": "Masc", "та": "Fem"}
_THE_LAST = {"последний": "Masc", "последняя": "Fem"}
_MAKING_ANOTHER = frozenset(
    {"кто", "что", "который", "чей", "где", "же", "или", "иной"}
)  # «тот, кто», «та же», «тот или иной»


def find_demonstratives(
    named: NamedSpans, described: Mapping[int, Mention], genders: Mapping[str, str]
) -> Iterator[tuple[Token, str, str]]:
    """Yield words that take up the last one named, each with the key and the type of that one.

    Args:
        named: the article.
        described: token index -> a description or body noun whose entity is known.
        genders: person -> gender, as far as it is known.
    """
    dated = frozenset(offset for date in named.doc._.dates for offset in range(date.start, date.end))
    for token in named.doc:
        gender = _stands_alone(token)
        if gender and (found := _last_of(named, token, gender, described, genders, dated)) is not None:
            yield token, *found


def _stands_alone(token: Token) -> str:
    """Gender of «тот», «та» or «последний» as the subject of a verb behind it, without a noun of its own."""
    gender = _THAT_ONE.get(token.lower_, "") or (_THE_LAST.get(token.lower_, "") if token.is_sent_start else "")
    last = token.i + 1 >= len(token.doc)
    if not gender or last or not token.dep_.startswith("nsubj") or token.head.i < token.i:
        return ""
    following = next((t for t in token.doc[token.i + 1 :] if t.text != ","), token)
    if following.lemma_ in _MAKING_ANOTHER or (
        following.pos_ in {"NOUN", "ADJ", "PROPN"} and case_of(following) == "Nom"
    ):
        return ""
    return gender


def _last_of(
    named: NamedSpans,
    token: Token,
    gender: str,
    described: Mapping[int, Mention],
    genders: Mapping[str, str],
    dated: Container[int],
) -> tuple[str, str] | None:
    """The last noun of the gender in this sentence or the one before, where it names or takes up somebody."""
    start = sentence_of(token).start
    floor = sentence_of(token.doc[start - 1]).start if start else 0
    for index in range(token.i - 1, floor - 1, -1):
        word, found, taken_up = token.doc[index], named.at(index), described.get(index)
        of_gender = gender in features(word, "Gender") and "Plur" not in features(word, "Number")
        if found is not None and not found.is_place:
            known = genders.get(found.entity, "")
            if known == gender or (not known and of_gender):
                return found.entity, found.mention.type
        elif of_gender and taken_up is not None:
            return taken_up.entity, taken_up.type
        elif of_gender and _may_be_meant(word) and word.idx not in dated:
            return None
    return None


def _may_be_meant(word: Token) -> bool:
    """Any noun but a thing in an adverbial: «винит [в крахе] директора Орлова. Последний …»."""
    return word.pos_ in {"NOUN", "PROPN"} and (word.dep_ != "obl" or "Anim" in features(word, "Animacy"))

"""Mentions that only coreference adds: descriptions and pronouns with the entity they mean."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from spacy.tokens import Doc, Token

from pipeline.entities.coreference.adjectives import country_of_adjective
from pipeline.entities.coreference.descriptions import find_descriptions, is_predicate
from pipeline.entities.coreference.profiles import find_profiles
from pipeline.entities.coreference.pronouns import Antecedent, antecedent_of, find_pronouns, resolve_pronoun
from pipeline.entities.coreference.resolve import resolve_description
from pipeline.entities.positions.bodies import generic_body
from pipeline.entities.positions.lexicon import post_lexicon
from pipeline.entities.spans import NamedSpans, case_of, fold
from pipeline.language.features import features
from pipeline.language.sentences import sentence_of
from pipeline.language.text import text_of
from pipeline.mentions.quotes.find import find_direct
from pipeline.records.annotations import Mention, MentionKind

_COMMON = frozenset({"страна", "государство", "город", "республика"})
_RIVALS_WITHIN = 30
_BODY_REACH = 60  # words back
_LEAD = 80  # words in which an article says what it is about
_OTHERS = frozenset({"любой", "каждый", "другой", "один", "многий", "такой", "некий", "какой", "некоторый"})
_TAKING_UP = frozenset(
    {"данный", "этот", "военный", "военно-политический", "оборонный", "надзорный", "международный",
     "внешнеполитический",
     "нынешний", "упомянутый", "последний", "российский", "сам", "весь", "финансовый", "дипломатический", "силовой"}
)  # fmt: skip


def find_coreference(doc: Doc) -> list[Mention]:
    """Mentions of kind nominal and pronoun, in the order of the text."""
    named = NamedSpans(doc)
    profiles = find_profiles(named, doc._.positions)
    found: list[Mention] = []
    antecedents = [antecedent_of(named, person) for person in named.people]
    for description in find_descriptions(named, doc._.positions):
        if (resolution := resolve_description(named, description, profiles)) is not None:
            first, last = description.first, description.last
            found.append(_mention(doc, (first, last), resolution.entity, "nominal", resolution.reason, "person"))
            subject = case_of(description.head) == "Nom"
            antecedents.append(Antecedent(entity=resolution.entity, index=first, subject=subject))
    antecedents.sort(key=lambda antecedent: antecedent.index)
    spoken = [piece.span for piece in find_direct(doc)]
    for token, gender in find_pronouns(iter(doc)):
        if any(start <= token.idx < end for start, end in spoken):
            continue  # a speaker's «он» is not the author's
        if (entity := resolve_pronoun(token, gender, antecedents, profiles)) is not None:
            found.append(_mention(doc, (token.i, token.i), entity, "pronoun", "coreference.pronoun-subject", "person"))
    sides = list(_sides(named))
    found += [*_bodies(named), *sides, *_of_sides(named, sides)]
    return sorted(found, key=lambda mention: (mention.start, -mention.end))


def _bodies(named: NamedSpans) -> Iterator[Mention]:
    """«ведомство», «компания» alone, for the body they take up.

    Only a body named shortly before is taken up, and none where the article speaks of «компании» in general.
    """
    plurals = Counter(fold(token.lemma_) for token in named.doc if "Plur" in features(token, "Number"))
    times = Counter(found.entity for found in named.all)
    capitals = [found for found in named.all if found.mention.text != found.mention.text.lower()]
    first = {found.entity: found.first for found in reversed(capitals)}
    for token in named.doc:
        if fold(token.lemma_) not in post_lexicon().bodies or token.pos_ != "NOUN" or named.at(token.i) is not None:
            continue
        behind = token.i + 1
        if "Plur" in features(token, "Number") or (behind < len(named.doc) and _completed(named, behind)):
            continue
        lemma = fold(token.lemma_)
        if is_predicate(token) or _is_one_of_many(token):
            continue
        if lemma == "город" or _said_anew(token) or (lemma in _COMMON and _rivals(named, token)):
            continue  # «город» was right once in three times
        entity = generic_body(named, token)
        if (
            entity is None
            or not _is_near(named, token, entity, first.get(entity, _LEAD))
            or plurals[lemma] > times[entity]
        ):
            continue
        if (known := named.entities.get(entity)) is not None:
            yield _mention(named.doc, (token.i, token.i), entity, "nominal", "coreference.body-noun", known.type)


def _is_near(named: NamedSpans, noun: Token, entity: str, first: int) -> bool:
    """Whether the entity was named in the last sentences, or (at the word `first`) as a body in the lead."""
    if first < _LEAD and fold(noun.lemma_) not in _COMMON:
        return True
    for found in named.before(noun.i):
        if noun.i - found.last > _BODY_REACH:
            return False
        if found.entity == entity:
            return True
    return False


def _said_anew(noun: Token) -> bool:
    """«незаконная организация», «другая страна», «театральный центр»: an adjective that picks out another one."""
    index = noun.i - 1
    while index >= 0 and noun.doc[index].pos_ in {"ADJ", "DET", "NUM"}:
        word = noun.doc[index]
        lemma = fold(word.lemma_)
        if word.pos_ != "DET" and lemma not in _TAKING_UP:
            return True
        if lemma in _OTHERS:
            return True
        index -= 1
    return False


def _is_one_of_many(noun: Token) -> bool:
    """«наименование сайта или организации», «связанные с банком лица»: any of its kind."""
    before = noun.doc[noun.i - 1] if noun.i else None
    if before is None:
        return False
    inside_participle = noun.dep_ == "obl" and noun.head.i < noun.i and "Part" in features(noun.head, "VerbForm")
    return before.lower_ == "или" or (inside_participle and "Plur" in features(noun.head, "Number"))


def _rivals(named: NamedSpans, noun: Token) -> bool:
    """Two countries, or two cities, named shortly before: «страна» could be either."""
    near = [found for found in named.before(noun.i) if found.is_place and noun.i - found.last <= _RIVALS_WITHIN]
    wanted = {"city"} if fold(noun.lemma_) == "город" else {"country"}
    keys = {f.entity for f in near if (e := named.entities.get(f.entity)) is not None and e.type in wanted}
    return len(keys) > 1


def _completed(named: NamedSpans, index: int) -> bool:
    """A name or a genitive behind a noun: it is not taken up but said anew."""
    token = named.doc[index]
    return (
        named.at(index) is not None
        or token.text in '«"„'
        or (case_of(token) == "Gen" and token.pos_ in {"NOUN", "ADJ"})
    )


def _sides(named: NamedSpans) -> Iterator[Mention]:
    """«армянская сторона» for the country."""
    for token in named.doc:
        if fold(token.lemma_) != "сторона" or token.i == 0:
            continue
        country = country_of_adjective(named, named.doc[token.i - 1])
        if country is not None and "Plur" not in features(token, "Number"):
            kind = named.entities[country].type
            yield _mention(named.doc, (token.i - 1, token.i), country, "nominal", "coreference.side", kind)


def _of_sides(named: NamedSpans, sides: list[Mention]) -> Iterator[Mention]:
    """«армянская сторона …, и они попросили»: the side named before in the sentence."""
    for side in sides:
        opening = next(token for token in named.doc if token.idx >= side.start)
        pronouns = (t for t in sentence_of(opening) if t.i > opening.i and t.lower_ == "они" and t.pos_ == "PRON")
        for token in pronouns:
            reason = "coreference.side-pronoun"
            yield _mention(named.doc, (token.i, token.i), side.entity, "pronoun", reason, side.type)


def _mention(doc: Doc, tokens: tuple[int, int], entity: str, kind: MentionKind, reason: str, type_: str) -> Mention:
    """A mention over the tokens from the first to the last of the pair."""
    start, end = doc[tokens[0]].idx, doc[tokens[1]].idx + len(doc[tokens[1]])
    return Mention(
        start=start, end=end, text=text_of(doc)[start:end], type=type_, kind=kind, entity=entity, source=reason,
        confidence=0.85,
    )  # fmt: skip

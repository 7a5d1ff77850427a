"""Whom a pronoun means where coreference has left it open: «задержали [его]», «[она] выкупила долю», «[мы] подадим».

A third person is the nearest body or person of that gender, the subject of a sentence before its other names; a first
person within a quote is the speaker. One that fills a role becomes a mention.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from pipeline.entities.coreference.profiles import find_profiles
from pipeline.entities.spans import Named, NamedSpans, case_of
from pipeline.events.arguments.lexicon import argument_lexicon
from pipeline.language.features import feature, features
from pipeline.language.sentences import sentence_of
from pipeline.records.annotations import Mention

_MASCULINE = frozenset(["он", "его", "него", "ему", "нему", "им", "ним", "нем", "нём"])
_FEMININE = frozenset(["она", "ее", "её", "нее", "неё", "ей", "ней", "ею", "нею"])
_FIRST = frozenset(["я", "меня", "мне", "мной", "мы", "нас", "нам", "нами"])
_MINE = frozenset(["мой", "моя", "моё", "мое", "моего", "моей", "моему", "моим", "моём", "моем", "мою"])
_REACH = 60  # words back
_SENTENCES = 3  # the pronoun's own and those before it
_LESS_SURE = 0.6
Pronoun = tuple[Token, Mention]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Candidate:
    entity: str
    index: int
    gender: str
    person: bool
    subject: bool


def resolve_pronouns(doc: Doc) -> Iterator[Pronoun]:
    """Yield pronouns that no mention explains, each with a mention of the one it means."""
    known = {m.start for m in doc._.mentions if m.kind == "pronoun" and m.entity}
    open_ones = [t for t in doc if t.pos_ in {"PRON", "DET"} and t.idx not in known and not _of_people(t)]
    third = [(t, g) for t in open_ones if (g := _gender(t)) and not _is_paper(t)]
    candidates = _candidates(doc) if third else []
    for token, gender in third:
        found = _antecedent(token, gender, candidates)
        if found is not None:
            yield token, _mention(token, found.entity, "person" if found.person else "organization")
    for token in open_ones:
        speaker = speaker_at(doc, token.idx) if token.lower_ in _FIRST or _of_mine(token) else ""
        if speaker:
            yield token, _mention(token, speaker, "person")


def means_the_speaker(doc: Doc, mention: Mention) -> bool:
    """«[Он] мне позвонил», — сказал Орлов: in direct speech a third person is not the one who speaks."""
    third = mention.kind == "pronoun" and mention.text.lower() in _MASCULINE | _FEMININE
    return third and bool(mention.entity) and mention.entity == speaker_at(doc, mention.start)


def speaker_at(doc: Doc, offset: int) -> str:
    """The speaker of the direct speech that an offset lies in."""
    within = (q for q in doc._.quotes if q.kind == "direct" and q.start <= offset < q.end)
    return next((q.speaker for q in within if q.speaker), "")


def _of_people(token: Token) -> bool:
    """«его сестра», «её защитник»: what happens to them does not happen to him or her."""
    if token.lower_ not in {"его", "её", "ее"}:
        return False
    behind = next((t for t in token.doc[token.i + 1 : sentence_of(token).end] if t.pos_ not in {"ADJ", "NUM"}), None)
    return behind is not None and behind.pos_ == "NOUN" and "Anim" in features(behind, "Animacy")


def _of_mine(token: Token) -> bool:
    """«моя встреча», but not «моя мать»."""
    return token.lower_ in _MINE and "Anim" not in features(token.head, "Animacy")


def _is_paper(token: Token) -> bool:
    """«оспорить [его] в суде», «[его] подписание»: a paper or a measure, not somebody."""
    behind = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else token
    governor = behind if behind.pos_ == "NOUN" else token.head
    return token.dep_ in {"obj", "det", "nmod"} and governor.lemma_ in argument_lexicon().papers


def _gender(token: Token) -> str:
    if "Plur" in features(token, "Number"):
        return ""
    form = token.lower_
    return "Masc" if form in _MASCULINE else "Fem" if form in _FEMININE else ""


def _mention(token: Token, entity: str, kind: str) -> Mention:
    return Mention(
        start=token.idx, end=token.idx + len(token), text=token.text, type=kind, kind="pronoun", entity=entity,
        confidence=_LESS_SURE, source="coreference.role-pronoun",
    )  # fmt: skip


def _antecedent(token: Token, gender: str, candidates: Sequence[_Candidate]) -> _Candidate | None:
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


def _candidates(doc: Doc) -> list[_Candidate]:
    named = NamedSpans(doc)
    genders = {key: p.gender for key, p in find_profiles(named, doc._.positions).items()}
    found = [_candidate(doc, n, genders) for n in named.outermost() if n.is_person or not n.is_place]
    return [*sorted((*found, *_taken_up(doc, genders)), key=lambda c: c.index)]


def _candidate(doc: Doc, named: Named, genders: Mapping[str, str]) -> _Candidate:
    tokens = doc[named.first : named.last + 1]
    head = next((t for t in tokens if t.pos_ in {"NOUN", "PROPN"}), tokens[0])
    gender = genders.get(named.entity, "") if named.is_person else _body_gender(head)
    subject = any(t.dep_.startswith("nsubj") for t in tokens) or case_of(head) == "Nom"
    return _Candidate(entity=named.entity, index=named.first, gender=gender, person=named.is_person, subject=subject)


def _body_gender(head: Token) -> str:
    """Of a quoted name the noun before it: «компания «Полёт»» is feminine."""
    before = [t for t in head.doc[max(0, head.i - 2) : head.i] if t.text not in {"«", '"', "„"}]
    noun = before[-1] if before and before[-1].pos_ == "NOUN" and head.i - before[-1].i > 1 else head
    return feature(noun, "Gender").replace("Neut", "Masc")


def _taken_up(doc: Doc, genders: Mapping[str, str]) -> Iterator[_Candidate]:
    """Descriptions and pronouns that coreference has resolved: «лишила [перевозчика] допуска»."""
    for mention in doc._.mentions:
        person, body = mention.type == "person", mention.type == "organization" and mention.kind == "nominal"
        if mention.kind not in {"nominal", "pronoun"} or not mention.entity or not (person or body):
            continue
        span = doc.char_span(mention.start, mention.end, alignment_mode="expand")
        if span is not None and (body or mention.entity in genders):
            yield _Candidate(
                entity=mention.entity, index=span.start, person=person,
                gender=genders[mention.entity] if person else feature(span[-1], "Gender").replace("Neut", "Masc"),
                subject=any(t.dep_.startswith("nsubj") for t in span),
            )  # fmt: skip

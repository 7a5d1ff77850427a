"""Whom a pronoun means where coreference has left it open: «задержали [его]», «[она] выкупила долю», «[мы] подадим».

A third person is the nearest body or person of that gender, the subject of a sentence before its other names; a first
person within a quote is the speaker. One that fills a role becomes a mention.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from pipeline.events.arguments.lexicon import argument_lexicon
from pipeline.events.arguments.pronoun_antecedents import choose_antecedent, find_antecedents
from pipeline.events.arguments.speech import speaker_at
from pipeline.language.features import features
from pipeline.language.sentences import sentence_of
from pipeline.records.annotations import Mention

_MASCULINE = frozenset(["он", "его", "него", "ему", "нему", "им", "ним", "нем", "нём"])
_FEMININE = frozenset(["она", "ее", "её", "нее", "неё", "ей", "ней", "ею", "нею"])
_FIRST = frozenset(["я", "меня", "мне", "мной", "мы", "нас", "нам", "нами"])
_MINE = frozenset(["мой", "моя", "моё", "мое", "моего", "моей", "моему", "моим", "моём", "моем", "мою"])
_LESS_SURE = 0.6
Pronoun = tuple[Token, Mention]


def resolve_pronouns(doc: Doc) -> Iterator[Pronoun]:
    """Yield pronouns that no mention explains, each with a mention of the one it means."""
    known = {m.start for m in doc._.mentions if m.kind == "pronoun" and m.entity}
    open_ones = [t for t in doc if t.pos_ in {"PRON", "DET"} and t.idx not in known and not _of_people(t)]
    third = [(t, g) for t in open_ones if (g := _gender(t)) and not _is_paper(t)]
    candidates = find_antecedents(doc) if third else []
    for token, gender in third:
        found = choose_antecedent(token, gender, candidates)
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

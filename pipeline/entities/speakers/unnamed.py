"""Speakers whom the author's words do not name: «сказал он», «сказал экс-советник»."""

from __future__ import annotations

from itertools import pairwise

from pipeline.entities.spans import fold
from pipeline.entities.speakers.author import NOBODY, Author, has_person_noun, is_according, pointers_in, tells_person
from pipeline.entities.speakers.named_before import last_person
from pipeline.entities.speakers.posts import last_holder, serves_another
from pipeline.entities.speakers.scene import Scene
from pipeline.language.features import features
from pipeline.mentions.quotes.pieces import QuotePiece

# «…», — говорится в бюллетене: a paper says it, whoever was named last.
_OF_PAPERS = frozenset({"говорится", "отмечается", "сообщается", "указывается", "подчеркивается", "уточняется",
                        "утверждается", "поясняется"})  # fmt: skip
_NAMING = frozenset({"назвать", "называть", "раскрывать", "раскрыть", "указывать", "упоминать"})
_OPENING = 6  # words and marks among which the subject stands
_KIN = frozenset({"мать", "отец", "брат", "сестра", "сын", "дочь", "жена", "муж", "вдова", "друг", "подруга", "сосед",
                  "соседка", "родственник", "родственница", "коллега", "бабушка", "дедушка", "дядя",
                  "тетя"})  # fmt: skip
_PRONOUNS = {"он": "Masc", "ему": "Masc", "него": "Masc", "нему": "Masc", "она": "Fem", "ей": "Fem", "ней": "Fem"}


def by_pronoun(scene: Scene, piece: QuotePiece, author: Author, last: str) -> str:
    """«…», — сказал он: whom coreference left open is the person named last."""
    if author.verb is None:
        return ""
    near = [t for t in author.tokens if abs(t.i - author.verb.i) <= 3]
    gender = next((_PRONOUNS[t.lower_] for t in near if t.lower_ in {"он", "она"}), "")
    return last_person(scene, gender, author.start if piece.before else piece.group, last) if gender else ""


def described(scene: Scene, piece: QuotePiece, author: Author, last: str) -> str:
    """A description or pronoun that nothing identifies means the last person who can be meant."""
    gender = next((_PRONOUNS[t.lower_] for t in author.tokens if t.lower_ in _PRONOUNS), "")
    if _is_nameless(author) or (author.verb is not None and fold(author.verb.lower_) in _OF_PAPERS):
        return ""
    if not gender and author.plural and not piece.before:
        return ""
    if not gender and not has_person_noun(author) and any(token.pos_ == "PROPN" for token in author.tokens[1:4]):
        return ""
    if is_according(piece, author) or _is_nobody(author) or _is_kin(author):
        return ""
    if not gender and _is_a_things(author):
        return ""
    before = author.start if piece.before else piece.group
    gender = gender or ("" if author.plural else author.gender)
    found = last_holder(scene, author, gender, before) or last_person(scene, gender, before, last)
    return "" if serves_another(scene, author, found) or _is_whose(scene, author, found) else found


def _is_whose(scene: Scene, author: Author, key: str) -> bool:
    """«сообщил пресс-секретарь [Орлова]», «говорит мать [пропавшей]»: who is told in another case does not speak."""
    told = [p for p in pointers_in(scene, author) if p.entity == key and p.mention.kind != "pronoun"]
    return any(not p.can_speak for p in told)


def _is_nobody(author: Author) -> bool:
    """«рассказывает один из жителей», «вспоминает о дороге через пустыню беженец»."""
    opening = author.tokens[:_OPENING]
    subjects = [t for t in author.tokens if t.pos_ == "NOUN" and "Nom" in features(t, "Case")]
    return any(fold(token.lemma_) in NOBODY for token in (*opening, *subjects))


def _is_kin(author: Author) -> bool:
    """«говорит мать пропавшей»: somebody of theirs, who has no name."""
    pairs = pairwise(author.tokens)
    return any(fold(a.lemma_) in _KIN and "Gen" in features(b, "Case") for a, b in pairs)


def _is_a_things(author: Author) -> bool:
    """«…», — пишет газета; «[Партия] предусмотрела и это: «…»»: no person is the subject."""
    subjects = author.subjects
    return bool(subjects) and all("Inan" in features(t, "Animacy") and not tells_person(author, t) for t in subjects)


def _is_nameless(author: Author) -> bool:
    """«…», — сказал офицер, попросивший не называть его имени; «говорит собеседник на условиях анонимности»."""
    words = {fold(token.lemma_) for token in author.tokens}
    return "анонимность" in words or ("имя" in words and bool(words & _NAMING))

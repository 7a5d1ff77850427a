"""The author's words that go with a piece of speech: their verb, whom they name, which of their nouns tell a person."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from pipeline.entities.positions.lexicon import post_lemma, post_lexicon
from pipeline.entities.spans import fold
from pipeline.entities.speakers.scene import Pointer, Scene
from pipeline.language.features import features
from pipeline.language.text import text_of
from pipeline.mentions.quotes.author import is_finite, sentence_end, speech_verb
from pipeline.mentions.quotes.lexicon import quote_lexicon
from pipeline.mentions.quotes.pieces import QuotePiece, tokens_within

NOBODY = frozenset({"источник", "очевидец", "один", "некоторый", "аноним", "автор", "пользователь", "жительница",
                     "собеседник", "собеседница", "инсайдер", "житель", "прохожий", "анонимный", "другой", "беженец",
                     "беженка"})  # fmt: skip
_ACCORDING = frozenset({"по", "со", "согласно"})
_SOURCES = frozenset({"собеседник", "собеседница", "источник"})
_NEAR = 3  # words between a verb of speech and who speaks


@dataclass(frozen=True, slots=True, kw_only=True)
class Author:
    """The author's words that go with a piece: their offsets, tokens and verb."""

    start: int
    end: int
    tokens: tuple[Token, ...]
    verb: Token | None

    @property
    def gender(self) -> str:
        """Gender that a past verb shows: «сказала»."""
        return "" if self.verb is None else next(iter(features(self.verb, "Gender")), "")

    @property
    def plural(self) -> bool:
        """«сообщили»."""
        return self.verb is not None and "Plur" in features(self.verb, "Number")

    @property
    def subjects(self) -> list[Token]:
        """The words that the tree makes subjects of the verb."""
        return [token for token in self.tokens if token.dep_ == "nsubj" and token.head == self.verb]


def read_author(scene: Scene, piece: QuotePiece) -> Author | None:
    """The author's sentence that goes with a piece."""
    if piece.author is None:
        return None
    start, end = piece.author
    text = text_of(scene.doc)
    while start < end and text[start] in " \u00a0—–―-":
        start += 1
    end = end if piece.before else sentence_end(text, start, end)
    tokens = tuple(tokens_within(scene.doc, start, end))
    verb = speech_verb(list(tokens), reach=30 if piece.before else 8)
    if verb is None:
        verb = next((token for token in tokens if token.pos_ == "VERB" or is_finite(token)), None)
    return Author(start=start, end=end, tokens=tokens, verb=verb)


def is_according(piece: QuotePiece, author: Author) -> bool:
    """«По словам директора Орлова», «со слов Орлова», «согласно Орлову»."""
    return piece.style == "indirect" and bool(author.tokens) and author.tokens[0].lower_ in _ACCORDING


def pointers_in(scene: Scene, author: Author) -> list[Pointer]:
    """People and bodies of the author's words, without the sources that stay unnamed."""
    return [p for p in scene.within(author.start, author.end) if not _is_source(scene, p)]


def _is_source(scene: Scene, pointer: Pointer) -> bool:
    """«собеседник в министерстве», «собеседник, близкий к сделке»: somebody whom the article does not name."""
    behind = scene.doc[pointer.last + 1 : pointer.last + 3].text.lower()
    noun = fold(scene.doc[pointer.last].lemma_)
    return pointer.mention.kind == "nominal" and noun in _SOURCES and behind.startswith(("в ", "во ", "из ", ", близк"))


def possible_subjects(scene: Scene, author: Author) -> list[Pointer]:
    """People in the author's words who can be the subject, which is one of them."""
    if is_of_many(author):
        return []
    return [p for p in pointers_in(scene, author) if scene.is_person(p) and p.can_speak]


def is_of_many(author: Author) -> bool:
    """«Эксперты отмечают», «депутаты заявили»: people without a name are the subject."""
    verb = author.verb
    if verb is None or not author.plural or not quote_lexicon().tells_speech(verb.lemma_):
        return False
    nouns = [token for token in author.subjects if token.pos_ == "NOUN"]
    return any("Plur" in features(noun, "Number") and "Anim" in features(noun, "Animacy") for noun in nouns)


def has_person_noun(author: Author) -> bool:
    """A noun for a person in the nominative: «сказал консультант»."""
    return any(tells_person(author, t) and "Nom" in features(t, "Case") for t in author.tokens)


def tells_person(author: Author, noun: Token) -> bool:
    """«экс-советник», «победитель»: a post, or close to the verb any noun for a living being."""
    lemma = post_lemma(noun)
    if post_lexicon().is_post(lemma) or post_lexicon().is_post(lemma.rpartition("-")[2]):  # «бизнес-омбудсмен»
        return True
    near = author.verb is not None and abs(noun.i - author.verb.i) <= _NEAR
    return near and noun.pos_ == "NOUN" and "Anim" in features(noun, "Animacy")

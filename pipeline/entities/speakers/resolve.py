"""The speaker of a piece of direct speech: rules in order, each with its reason."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from pipeline.entities.coreference.same_body import same_body
from pipeline.entities.coreference.same_post import holds_post
from pipeline.entities.positions.lexicon import post_lemma, post_lexicon
from pipeline.entities.spans import fold
from pipeline.entities.speakers.bodies import holder_of, issued_by, spoken_for, stated_by
from pipeline.entities.speakers.interviewee import find_interviewee, named_by_label
from pipeline.entities.speakers.scene import Pointer, Scene
from pipeline.language.features import features
from pipeline.language.text import text_of
from pipeline.mentions.quotes.author import is_finite, sentence_end, speech_verb
from pipeline.mentions.quotes.pieces import QuotePiece, tokens_within

_PRONOUNS = {"он": "Masc", "ему": "Masc", "него": "Masc", "нему": "Masc", "она": "Fem", "ей": "Fem", "ней": "Fem"}
_CITING = frozenset({"цитировать", "процитировать", "приводить", "привести"})
_NOBODY = frozenset({"источник", "очевидец", "один", "некоторый", "аноним", "автор", "пользователь", "жительница",
                     "собеседник", "собеседница", "инсайдер", "житель", "прохожий", "анонимный"})  # fmt: skip
_SOURCES = frozenset({"собеседник", "собеседница", "источник"})
_NEAR = 3  # words between a verb of speech and who speaks
_STRONG = frozenset(";:!?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Who says a piece, the word that says that it is said, and the rule."""

    entity: str
    cue: str
    reason: str


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


Rule = Callable[[Scene, QuotePiece, Author, str], str]


def resolve_speaker(scene: Scene, piece: QuotePiece, last: str) -> Speaker:
    """The speaker of a piece; `last` is who spoke before."""
    if piece.style == "interview":
        return Speaker(entity=find_interviewee(scene, piece.start), cue="", reason="quotes.interview")
    if piece.style == "label":
        return Speaker(entity=named_by_label(scene, piece), cue="", reason="quotes.label")
    author = read_author(scene, piece)
    if author is None:
        before = last or _subject_before(scene, piece.start) or find_interviewee(scene, piece.start)
        return Speaker(entity=before, cue="", reason="quotes.continued")
    cue = author.verb.text if author.verb is not None else ""
    for reason, rule in RULES:
        if entity := rule(scene, piece, author, last):
            return Speaker(entity=entity, cue=cue, reason=reason)
    return Speaker(entity="", cue=cue, reason="quotes.unknown-speaker")


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


def _behind_verb(scene: Scene, piece: QuotePiece, author: Author, last: str) -> str:
    """«…», — сказал директор Орлов; of adjacent names the last: «сказала секретарь Орлова Анна Ли»."""
    if author.verb is None or piece.before or author.plural:
        return ""
    behind = [p for p in _people(scene, author) if p.first > author.verb.i]
    fitting = [p for p in behind if _fits(scene, author, p)] or behind
    if not fitting:
        return ""
    chosen = fitting[0]
    for other in behind:
        if other.first == chosen.last + 1 and other.can_speak:
            chosen = other
    return chosen.entity if _same_clause(author, chosen) else ""


def _subject_of_intro(scene: Scene, piece: QuotePiece, author: Author, last: str) -> str:
    """«Орлов сказал: «…»»: the first name in the words before, names before pronouns."""
    if not piece.before:
        return ""
    people = [p for p in _people(scene, author) if _fits(scene, author, p)] or _people(scene, author)
    chosen = next((p for p in people if p.mention.kind != "pronoun"), people[0] if people else None)
    return chosen.entity if chosen is not None else ""


def _before_verb(scene: Scene, piece: QuotePiece, author: Author, last: str) -> str:
    """«…», — Орлов сказал это вчера; «он», «она» before the verb."""
    if author.plural:
        return ""
    people = [p for p in _people(scene, author) if _fits(scene, author, p) and not _in_relative_clause(author, p)]
    return people[-1].entity if people else ""


def _accorded(scene: Scene, piece: QuotePiece, author: Author, last: str) -> str:
    """«По словам директора Орлова»: the name, of adjacent ones the last, else a body or description."""
    if piece.style != "indirect" or not author.tokens or author.tokens[0].lower_ not in {"по", "со", "согласно"}:
        return ""
    pointers = _pointers(scene, author)
    people = [p for p in pointers if scene.is_person(p)]
    named = [p for p in people if p.mention.kind not in {"nominal", "pronoun"}] or people
    return (named[-1] if named else pointers[0]).entity if pointers else ""


def _cited(scene: Scene, piece: QuotePiece, author: Author, last: str) -> str:
    """«…», — цитирует агентство министра; приводит слова Орлова телеканал: who is cited, not who cites."""
    if author.verb is None or fold(author.verb.lemma_) not in _CITING:
        return ""
    pointers = [p for p in _pointers(scene, author) if p.first > author.verb.i]
    people = [p for p in pointers if scene.is_person(p)]
    oblique = [p for p in people if not p.can_speak] or people
    bodies = [p for p in pointers if not p.can_speak]
    if not people and (noun := _cited_noun(author)) is not None:
        return _last_person(scene, next(iter(features(noun, "Gender")), ""), piece.group, last)
    return (oblique or bodies)[0].entity if oblique or bodies else ""


def _cited_noun(author: Author) -> Token | None:
    """«цитирует дипломата телеканал»: someone without a name right behind the verb."""
    behind = next((t for t in author.tokens if author.verb is not None and t.i == author.verb.i + 1), None)
    if behind is None or behind.pos_ != "NOUN" or fold(behind.lemma_) in _NOBODY:
        return None
    return behind if "Anim" in features(behind, "Animacy") and "Nom" not in features(behind, "Case") else None


def _pronoun(scene: Scene, piece: QuotePiece, author: Author, last: str) -> str:
    """«…», — сказал он: whom coreference left open is the person named last."""
    if author.verb is None:
        return ""
    near = [t for t in author.tokens if abs(t.i - author.verb.i) <= 3]
    gender = next((_PRONOUNS[t.lower_] for t in near if t.lower_ in {"он", "она"}), "")
    return _last_person(scene, gender, author.start if piece.before else piece.group, last) if gender else ""


def _in_a_statement(scene: Scene, piece: QuotePiece, author: Author, last: str) -> str:
    """«…», — говорится в сообщении министерства; «подчёркивается в документе» means the statement told before."""
    if author.verb is None or not author.verb.lower_.endswith("тся"):
        return ""
    found = [p for p in _pointers(scene, author) if p.first > author.verb.i]
    issuer = issued_by(scene, author.tokens, piece.group)
    return issuer or (found[0].entity if found else stated_by(scene, author.start))


def _body(scene: Scene, piece: QuotePiece, author: Author, last: str) -> str:
    """«…», — заявили в министерстве; «…», — сообщает комитет."""
    bodies = [p for p in _pointers(scene, author) if not scene.is_person(p)]
    for pointer in bodies:
        in_it = scene.doc[pointer.first - 1].lower_ in {"в", "во"} if pointer.first else False
        in_it = in_it or any(t.lower_ in {"в", "во"} for t in author.tokens if pointer.first - 5 <= t.i < pointer.first)
        if (author.plural and in_it) or (pointer.can_speak and not author.plural and not _person_noun(author)):
            return pointer.entity
    return ""


def _generic(scene: Scene, piece: QuotePiece, author: Author, last: str) -> str:
    """«…», — заявили в компании; «В сети это отрицают: …»: the body that the noun takes up."""
    return spoken_for(scene, author.tokens) if author.plural else ""


def _post_holder(scene: Scene, piece: QuotePiece, author: Author, last: str) -> str:
    """A headline «Министр финансов Чувашии: «…»»: the one whom the article gives this post."""
    return holder_of(scene, author.tokens, author.start) if piece.before and author.verb is None else ""


def _described(scene: Scene, piece: QuotePiece, author: Author, last: str) -> str:
    """A description or pronoun that nothing identifies means the last person who can be meant."""
    gender = next((_PRONOUNS[t.lower_] for t in author.tokens if t.lower_ in _PRONOUNS), "")
    if not gender and author.plural and not piece.before:
        return ""
    if not gender and not _person_noun(author) and any(token.pos_ == "PROPN" for token in author.tokens[1:4]):
        return ""
    if piece.style == "indirect" and author.tokens and author.tokens[0].lower_ in {"по", "со", "согласно"}:
        return ""
    if any(fold(t.lemma_) in _NOBODY for t in author.tokens[:4]):
        return ""
    before = author.start if piece.before else piece.group
    gender = gender or ("" if author.plural else author.gender)
    found = _holder(scene, author, gender, before) or _last_person(scene, gender, before, last)
    return "" if _serves_another(scene, author, found) else found


RULES: tuple[tuple[str, Rule], ...] = (
    ("quotes.according", _accorded),
    ("quotes.cited", _cited),
    ("quotes.subject", _behind_verb),
    ("quotes.subject-before", _subject_of_intro),
    ("quotes.subject-before-verb", _before_verb),
    ("quotes.pronoun", _pronoun),
    ("quotes.statement", _in_a_statement),
    ("quotes.body", _body),
    ("quotes.generic-body", _generic),
    ("quotes.post-holder", _post_holder),
    ("quotes.last-person", _described),
)


def _serves_another(scene: Scene, author: Author, key: str) -> bool:
    """The description names a body where the person has no post: «сказал консультант «Зари»»."""
    verb = author.verb
    bodies = [p.entity for p in _pointers(scene, author) if not scene.is_person(p) and not p.can_speak]
    if verb is None or key not in scene.profiles or not bodies or not _person_noun(author):
        return False
    if any(holds_post(scene.profiles[key], post_lemma(token)) for token in author.tokens):
        return False
    held = [post.organization for post in scene.profiles[key].posts]
    return "" not in held and not any(same_body(scene.named, body, other) for body in bodies for other in held)


def _pointers(scene: Scene, author: Author) -> list[Pointer]:
    return [p for p in scene.within(author.start, author.end) if not _is_source(scene, p)]


def _is_source(scene: Scene, pointer: Pointer) -> bool:
    """«собеседник в министерстве», «собеседник, близкий к сделке»: somebody whom the article does not name."""
    behind = scene.doc[pointer.last + 1 : pointer.last + 3].text.lower()
    noun = fold(scene.doc[pointer.last].lemma_)
    return pointer.mention.kind == "nominal" and noun in _SOURCES and behind.startswith(("в ", "во ", "из ", ", близк"))


def _people(scene: Scene, author: Author) -> list[Pointer]:
    """People in the author's words who can be the subject."""
    return [p for p in _pointers(scene, author) if scene.is_person(p) and p.can_speak]


def _fits(scene: Scene, author: Author, pointer: Pointer) -> bool:
    gender = scene.gender(pointer.entity)
    return not gender or not author.gender or gender == author.gender


def _same_clause(author: Author, pointer: Pointer) -> bool:
    """No new clause begins between the verb and the name."""
    between = [t for t in author.tokens if author.verb is not None and author.verb.i < t.i < pointer.first]
    opened = _in_relative_clause(author, pointer)
    return not opened and all(t.text not in _STRONG and t.pos_ != "SCONJ" and not _finite(t) for t in between)


def _in_relative_clause(author: Author, pointer: Pointer) -> bool:
    """«скромничал даритель, которому губернатор Ли вручила знак»: Ли is told of, and does not speak."""
    verb = author.verb
    return verb is not None and any(
        fold(t.lemma_) in {"который", "чей"} for t in author.tokens if verb.i < t.i < pointer.first
    )


def _finite(token: Token) -> bool:
    return token.pos_ == "VERB" and "Fin" in features(token, "VerbForm")


def _person_noun(author: Author) -> bool:
    return any(_tells_person(author, t) and "Nom" in features(t, "Case") for t in author.tokens)


def _tells_person(author: Author, noun: Token) -> bool:
    """«экс-советник», «победитель»: a post, or close to the verb any noun for a living being."""
    if post_lexicon().is_post(post_lemma(noun)):
        return True
    near = author.verb is not None and abs(noun.i - author.verb.i) <= _NEAR
    return near and noun.pos_ == "NOUN" and "Anim" in features(noun, "Animacy")


def _holder(scene: Scene, author: Author, gender: str, before: int) -> str:
    """«сказал экс-советник»: the person named last who holds or held such a post."""
    noun = next((post_lemma(token) for token in author.tokens if _tells_person(author, token)), "")
    if not noun:
        return ""
    for pointer in reversed([p for p in scene.pointers if p.mention.end <= before]):
        profile = scene.profiles.get(pointer.entity)
        fits = profile is not None and (not gender or profile.gender in {gender, ""})
        if profile is not None and fits and holds_post(profile, noun):
            return pointer.entity
    return ""


def _last_person(scene: Scene, gender: str, before: int, last: str) -> str:
    """The person named last before an offset whose gender can be the one given."""
    for pointer in reversed([p for p in scene.pointers if p.mention.end <= before]):
        if scene.is_person(pointer) and (not gender or scene.gender(pointer.entity) in {gender, ""}):
            return pointer.entity
    return last


def _subject_before(scene: Scene, start: int) -> str:
    """The first nominative person or body of the sentence before the speech."""
    sentences: Sequence[object] = [s for s in scene.doc.sents if s.end_char <= start]
    if not sentences:
        return ""
    sentence = sentences[-1]
    found = [p for p in scene.within(sentence.start_char, sentence.end_char) if p.can_speak]  # type: ignore[attr-defined]
    people = [p for p in found if scene.is_person(p)]
    return (people or found)[0].entity if found else ""

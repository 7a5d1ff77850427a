"""Speakers without a name beside the speech: a body meant by a noun, a statement told before, the holder of a post."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from pipeline.entities.coreference.same_body import same_body
from pipeline.entities.positions.bodies import generic_body
from pipeline.entities.positions.lexicon import post_lemma, post_lexicon
from pipeline.entities.spans import OPENING_MARKS, fold
from pipeline.entities.speakers.scene import Scene
from pipeline.mentions.quotes.pieces import tokens_within

_STATEMENTS = frozenset(
    {
        "заявление",
        "сообщение",
        "пресс-релиз",
        "релиз",
        "обращение",
        "коммюнике",
        "документ",
        "письмо",
        "бюллетень",
        "отчёт",
    }
)
_POSSESSIVE = frozenset({"его", "ее", "их"})
_REACH = 400  # code points back to the statement


def spoken_for(scene: Scene, tokens: Sequence[Token]) -> str:
    """Key of the body behind «в»: «заявили в компании», empty where the article has named none."""
    for token in tokens:
        within = token.i and token.doc[token.i - 1].lower_ in {"в", "во"}
        if within and post_lexicon().is_body(fold(token.lemma_)) and scene.named.at(token.i) is None:
            return generic_body(scene.named, token) or ""
    return ""


def stated_by(scene: Scene, before: int) -> str:
    """Key of the body whose statement the text told last before an offset: «говорится в заявлении компании»."""
    words = tokens_within(scene.doc, max(0, before - _REACH), before)
    for token in reversed(words):
        if fold(token.lemma_) not in _STATEMENTS or token.i + 1 >= len(scene.doc):
            continue
        behind = scene.doc[token.i + 1]
        issuer = next((n for n in map(scene.named.at, _issuer_places(behind)) if n is not None), None)
        if issuer is not None and not issuer.is_place:
            return issuer.entity
        if issuer is None and post_lexicon().is_body(fold(behind.lemma_)):
            return generic_body(scene.named, behind) or ""
    return ""


def issued_by(scene: Scene, tokens: Sequence[Token], before: int) -> str:
    """Key of the body that «её», «его», «их» takes up: «Союз написал министру. «…», — говорится в его письме»."""
    possessive = any(
        fold(token.lower_) in _POSSESSIVE and fold(token.nbor(1).lemma_) in _STATEMENTS
        for token in tokens
        if token.i + 1 < len(scene.doc)
    )
    if not possessive:
        return ""
    told = [n for n in scene.named.outermost() if before - _REACH < n.mention.start < before]
    bodies = [n for n in told if not n.is_person and not n.is_place]
    return bodies[-1].entity if bodies else ""


def _issuer_places(behind: Token) -> list[int]:
    """Where the issuer may stand: «заявлении | МИД», «заявлении компании | «Заря»»."""
    marked = behind.i + 1 < len(behind.doc) and behind.doc[behind.i + 1].text in OPENING_MARKS
    return [behind.i, behind.i + 2] if marked and behind.i + 2 < len(behind.doc) else [behind.i]


def holder_of(scene: Scene, tokens: Sequence[Token], start: int) -> str:
    """Key of the only person with a post that the words name, at the body that they name."""
    posts = [post_lemma(token) for token in tokens if post_lexicon().is_post(post_lemma(token))]
    end = tokens[-1].idx + len(tokens[-1]) if tokens else start
    bodies = [n.entity for n in scene.named.outermost() if start <= n.mention.start < end and not n.is_person]
    if not posts:
        return ""
    holders = {
        key
        for key, profile in scene.profiles.items()
        for held in profile.posts
        if posts[0] in fold(held.position.lower()).split()
        and (not bodies or any(same_body(scene.named, body, held.organization) for body in bodies))
    }
    told = {fold(token.lower_) for token in tokens}
    fitting = [key for key in holders if len(holders) == 1 or _all_words_told(scene, key, posts[0], told)]
    return fitting[0] if len(fitting) == 1 else ""


def _all_words_told(scene: Scene, key: str, post: str, told: set[str]) -> bool:
    """«министр финансов» for the words «Министр финансов Чувашии», not «министр» alone."""
    return any(
        len(words) > 1 and words[0] == post and set(words[1:]) <= told
        for held in scene.profiles[key].posts
        if (words := fold(held.position.lower()).split())
    )

"""Speakers told by the post that the article gives them: «Министр финансов Чувашии: «…»», «сказал экс-советник»."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from pipeline.entities.coreference.same_body import same_body
from pipeline.entities.coreference.same_post import holds_post
from pipeline.entities.positions.lexicon import post_lemma, post_lexicon
from pipeline.entities.spans import fold
from pipeline.entities.speakers.author import Author, has_person_noun, pointers_in, tells_person
from pipeline.entities.speakers.scene import Scene
from pipeline.mentions.quotes.pieces import QuotePiece


def post_in_headline(scene: Scene, piece: QuotePiece, author: Author, last: str) -> str:
    """A headline «Министр финансов Чувашии: «…»»: the one whom the article gives this post."""
    headline = piece.before and author.verb is None and piece.style != "indirect"
    return _holder_of(scene, author.tokens, author.start) if headline else ""


def _holder_of(scene: Scene, tokens: Sequence[Token], start: int) -> str:
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
        if posts[0] in fold(held.post).split()
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
        if (words := fold(held.post).split())
    )


def last_holder(scene: Scene, author: Author, gender: str, before: int) -> str:
    """«сказал экс-советник»: the person named last who holds or held such a post."""
    noun = next((post_lemma(token) for token in author.tokens if tells_person(author, token)), "")
    if not noun:
        return ""
    for pointer in reversed([p for p in scene.pointers if p.mention.end <= before]):
        profile = scene.profiles.get(pointer.entity)
        fits = profile is not None and (not gender or profile.gender in {gender, ""})
        if profile is not None and fits and holds_post(profile, noun):
            return pointer.entity
    return ""


def serves_another(scene: Scene, author: Author, key: str) -> bool:
    """The description names a body where the person has no post: «сказал консультант «Зари»».

    Not so whom the verb is told to: «рассказал «Заре» эксперт».
    """
    verb = author.verb
    found = [p for p in pointers_in(scene, author) if not scene.is_person(p) and not p.can_speak]
    bodies = [p.entity for p in found if verb not in {scene.doc[i].head for i in range(p.first, p.last + 1)}]
    if verb is None or key not in scene.profiles or not bodies or not has_person_noun(author):
        return False
    if any(holds_post(scene.profiles[key], post_lemma(token)) for token in author.tokens):
        return False
    held = [post.organization for post in scene.profiles[key].posts]
    return "" not in held and not any(same_body(scene.named, body, other) for body in bodies for other in held)

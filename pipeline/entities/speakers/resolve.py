"""The speaker of a piece of direct speech: rules in order, each with its reason."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from pipeline.entities.speakers.author import Author, read_author
from pipeline.entities.speakers.bodies import acting_body, body_by_noun
from pipeline.entities.speakers.cited import accorded, cited, said_by_expert
from pipeline.entities.speakers.interviewee import find_interviewee, named_by_label
from pipeline.entities.speakers.named_before import subject_before
from pipeline.entities.speakers.posts import post_in_headline
from pipeline.entities.speakers.scene import Scene
from pipeline.entities.speakers.statements import in_a_statement
from pipeline.entities.speakers.subjects import before_verb, behind_verb, subject_of_intro
from pipeline.entities.speakers.told_of import is_told_of
from pipeline.entities.speakers.unnamed import by_pronoun, described
from pipeline.mentions.quotes.pieces import QuotePiece


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Who says a piece, the word that says that it is said, and the rule."""

    entity: str
    cue: str
    reason: str


Rule = Callable[[Scene, QuotePiece, Author, str], str]
RULES: tuple[tuple[str, Rule], ...] = (
    ("quotes.according", accorded),
    ("quotes.cited", cited),
    ("quotes.expert", said_by_expert),
    ("quotes.subject", behind_verb),
    ("quotes.subject-before", subject_of_intro),
    ("quotes.subject-before-verb", before_verb),
    ("quotes.pronoun", by_pronoun),
    ("quotes.statement", in_a_statement),
    ("quotes.body", acting_body),
    ("quotes.generic-body", body_by_noun),
    ("quotes.post-holder", post_in_headline),
    ("quotes.last-person", described),
)


def resolve_speaker(scene: Scene, piece: QuotePiece, last: str) -> Speaker:
    """The speaker of a piece; `last` is who spoke before."""
    if piece.style == "interview":
        return Speaker(entity=find_interviewee(scene, piece.start), cue="", reason="quotes.interview")
    if piece.style == "label":
        return Speaker(entity=named_by_label(scene, piece), cue="", reason="quotes.label")
    author = read_author(scene, piece)
    if author is None:
        before = last or subject_before(scene, piece.start) or find_interviewee(scene, piece.start)
        return Speaker(entity=before, cue="", reason="quotes.continued")
    cue = author.verb.text if author.verb is not None else ""
    for reason, rule in RULES:
        entity = rule(scene, piece, author, last)
        if entity and not is_told_of(scene, piece, author, entity):
            return Speaker(entity=entity, cue=cue, reason=reason)
    return Speaker(entity="", cue=cue, reason="quotes.unknown-speaker")

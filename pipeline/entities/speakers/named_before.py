"""Whom the text has named before the speech: the last person, the subject of the sentence before."""

from __future__ import annotations

from spacy.tokens import Span

from pipeline.entities.speakers.scene import Scene

_DASHES = frozenset("—–-―")


def last_person(scene: Scene, gender: str, before: int, last: str) -> str:
    """The person named last before an offset whose gender can be the one given."""
    for pointer in reversed([p for p in scene.pointers if p.mention.end <= before]):
        if scene.is_person(pointer) and (not gender or scene.gender(pointer.entity) in {gender, ""}):
            return pointer.entity
    return last


def subject_before(scene: Scene, start: int) -> str:
    """The first nominative person or body of the sentence before the speech."""
    sentences: list[Span] = [s for s in scene.doc.sents if s.end_char <= start]
    if not sentences:
        return ""
    sentence = sentences[-1]
    if sentence.text.lstrip()[:1] in _DASHES:
        return ""  # another's turn
    found = [p for p in scene.within(sentence.start_char, sentence.end_char) if p.can_speak]
    people = [p for p in found if scene.is_person(p)]
    return (people or found)[0].entity if found else ""

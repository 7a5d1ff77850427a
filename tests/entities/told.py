"""What an article tells, by the names of its entities, for tests that read as tables."""

from __future__ import annotations

from spacy.language import Language

HEADLINE = "Новости дня\n\n"


def posts_of(nlp: Language, text: str) -> list[tuple[str, str, str]]:
    """Person, post and body of each post."""
    doc = nlp(text)
    names = {entity.key: entity.name for entity in doc._.entities}
    return [(names[p.person], p.position, names.get(p.organization, "")) for p in doc._.positions]


def speech_of(nlp: Language, text: str) -> list[tuple[str, str]]:
    """Words and speaker of each quote."""
    doc = nlp(text)
    names = {entity.key: entity.name for entity in doc._.entities}
    return [(q.text, names.get(q.speaker, "")) for q in doc._.quotes]

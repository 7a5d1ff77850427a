"""Which entities of a run can meet: the key of the block that each belongs to."""

from __future__ import annotations

from pipeline.entities.found import FoundEntity
from pipeline.entities.lexicon import name_words
from pipeline.entities.phrases.folding import fold, is_acronym
from pipeline.mentions.gazetteer_in_use import load_gazetteer
from pipeline.records.annotations import Entity, family


def block_key(found: FoundEntity) -> tuple[str, ...]:
    """Key under which an entity can meet others; one of its own where its name does not say who it is."""
    entity = found.entity
    if entity.gazetteer:
        return ("gazetteer", entity.gazetteer)
    if entity.type == "person":
        if len(entity.first_name) > 1 and entity.last_name:
            return ("person", fold(entity.first_name), fold(entity.last_name))
    elif says_which(entity):
        return (family(entity.type), fold(entity.name))
    return ("alone", found.doc_id, entity.key)


def says_which(entity: Entity) -> bool:
    """Whether a body's or place's name is enough to know it by in another article.

    Example: «Колымские линии» and «Прокуратура Тверской области» are, «МВД», «Областная больница» and «Советский
    район» are not.
    """
    name = entity.name
    words = fold(name).split()
    if (is_acronym(name) and len(words) == 1) or load_gazetteer().named(name):
        return False
    if family(entity.type) == "location":
        return not {words[0], words[-1]} & name_words().geographic
    owned = any(word.lstrip('«"(')[:1].isupper() for word in name.split()[1:])
    return owned or not set(words) & name_words().institutions

"""What is answered about each gold mention: its entity in the tables, or its normal form for the baseline."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from pipeline.entities.spans import fold
from pipeline.evaluation.identity.gold import GoldMention
from pipeline.records.annotations import Annotations, Entity, Mention, family


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The answer about one gold mention.

    Attributes:
        found: whether a mention of its kind stands at its offsets.
        cluster: key of the entity it is given to; of its own where it was not found or no entity is named.
        item: Wikidata item of that entity, empty where none is given.
    """

    found: bool
    cluster: str
    item: str = ""


def table_answers(gold: Iterable[GoldMention], found: Annotations) -> list[Answer]:
    """The entities of the mentions that stand at the offsets of gold ones and are of their kind.

    A mention is of the kind of its type, and of its entity («российский» names a nationality, and Russia). One that was
    not found is a cluster of its own: it costs recall, not precision.
    """
    entities = {entity.key: entity for entity in found.entities}
    by_place: dict[tuple[int, int, str], Mention] = {}
    for m in sorted(found.mentions, key=lambda m: bool(m.entity)):  # those with an entity have the last word
        known = entities.get(m.entity)
        for kind in {family(m.type), family(known.type if known else m.type)}:
            by_place[m.start, m.end, kind] = m
    return [_answer(i, by_place.get((m.start, m.end, m.kind)), entities) for i, m in enumerate(gold)]


def _answer(number: int, mention: Mention | None, entities: Mapping[str, Entity]) -> Answer:
    if mention is None or mention.entity not in entities:
        return Answer(found=mention is not None, cluster=f"alone-{number}")
    return Answer(found=True, cluster=mention.entity, item=entities[mention.entity].wikidata_id)


def baseline_clusters(gold: Sequence[GoldMention], doc: Doc) -> list[str]:
    """The baseline: gold mentions of one kind and equal normal forms (lemmas of the words) are one entity.

    It is handed the gold mentions, so it finds all of them.
    """
    return [f"{m.kind} {_normal_form(doc, m)}" for m in gold]


def _normal_form(doc: Doc, mention: GoldMention) -> str:
    span = doc.char_span(mention.start, mention.end, alignment_mode="expand")
    return " ".join(fold(token.lemma_.lower()) for token in span or ())

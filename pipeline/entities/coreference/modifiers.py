"""What a description says beside its noun: whose post it is, whether someone else is meant."""

from __future__ import annotations

from pipeline.entities.coreference.adjectives import country_of_adjective
from pipeline.entities.coreference.descriptions import Description
from pipeline.entities.coreference.lexicon import description_lexicon
from pipeline.entities.spans import NamedSpans, fold


def body_of(named: NamedSpans, description: Description) -> str:
    """The body the description itself names, by a name or by the adjective of a country."""
    if description.phrase.body:
        return description.phrase.body
    for index in range(description.first, description.head.i):
        if (country := country_of_adjective(named, named.doc[index])) is not None:
            return country
    return ""


def picks_another(named: NamedSpans, description: Description) -> bool:
    """«отдельный спортсмен», «24-я девушка»: an adjective that is no country's speaks of someone else."""
    words = [named.doc[i] for i in range(description.first, description.head.i)]
    of_same = description_lexicon().of_same_person
    return any(
        word.pos_ in {"ADJ", "NUM"} and fold(word.lemma_) not in of_same and named.adjective_at(word.i) is None
        for word in words
    )

"""When a trigger word has another sense where it stands: «доклад основан на снимках», «полковник в отставке»."""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.events.context import in_mention
from pipeline.events.cues import default_cues
from pipeline.events.ontology import Ontology, TriggerEntry
from pipeline.events.phrases import fold
from pipeline.events.word_features import feature
from pipeline.language.features import case_of
from pipeline.language.sentences import sentence_of
from pipeline.records.annotations import PLACE_TYPES

_REACH = 8


def meant_for(head: Token, entry: TriggerEntry, ontology: Ontology) -> bool:
    """«Договор призван укрепить доверие»: what something is for; nobody calls on anybody."""
    del ontology
    return entry.type == "request" and fold(head.text).startswith("призван") and feature(head, "Voice") == "Pass"


def by_the_signs(head: Token, entry: TriggerEntry, ontology: Ontology) -> bool:
    """«Судя по всему», «судя по снимкам»: the gerund is a preposition."""
    del entry, ontology
    return head.lower_ == "судя"


def returns_nowhere(head: Token, entry: TriggerEntry, ontology: Ontology) -> bool:
    """«Спортсмен вернулся в рейтинг»: a return that names no place is no journey."""
    del ontology
    if entry.type != "visit" or entry.companions or fold(head.lemma_) not in default_cues().returning:
        return False
    end = head.doc[min(head.i + _REACH, sentence_of(head).end - 1)].idx
    return not any(m.type in PLACE_TYPES and head.idx < m.start <= end for m in head.doc._.mentions)


def closes_a_quote(head: Token, entry: TriggerEntry, ontology: Ontology) -> bool:
    """««…», — заключил эксперт»: a verb of speech there, no contract."""
    del ontology
    if entry.type != "agreement" or entry.companions or fold(head.lemma_) != "заключить":
        return False
    before = head.nbor(-1).text if head.i > sentence_of(head).start else ""
    return before in {"—", "–", "-"} and not any(c.dep_ == "obj" for c in head.children)


def of_the_retired(head: Token, entry: TriggerEntry, ontology: Ontology) -> bool:
    """«Полковник в отставке»: what he is, not what befell him."""
    del entry, ontology
    return fold(head.lemma_) == "отставка" and case_of(head) == "Loc" and any(c.lower_ == "в" for c in head.children)


def rests_on(head: Token, entry: TriggerEntry, ontology: Ontology) -> bool:
    """«Доклад основан на снимках»: nobody founded anything."""
    del ontology
    if entry.type != "founding" or fold(head.lemma_) != "основать" or feature(head, "Voice") != "Pass":
        return False
    on = [c for c in head.children if any(g.lower_ == "на" for g in c.children) and case_of(c) == "Loc"]
    return any(not in_mention(c, PLACE_TYPES) for c in on)


def earns(head: Token, entry: TriggerEntry, ontology: Ontology) -> bool:
    """«Гости заработали удаление»: with an object the verb is no start of anything."""
    del ontology
    earning = entry.type == "launch" and fold(head.lemma_) in {"заработать", "зарабатывать"}
    return earning and any(c.dep_ == "obj" for c in head.children)

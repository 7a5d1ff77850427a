"""What stands around a trigger in its clause: subject, objects, light verb, people or things, names in quotes."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from spacy.tokens import Token

from pipeline.events.arguments.verb_forms import SUBJECTS, VERBAL
from pipeline.events.ontology import Ontology
from pipeline.events.phrases import fold
from pipeline.events.word_features import feature
from pipeline.language.features import case_of
from pipeline.language.sentences import sentence_of

_PEOPLE = frozenset({"person", "organization", "country", "profession", "family"})
_PLACES = frozenset({"city", "country", "state_or_province", "district", "location"})
_PERSONAL = frozenset(
    ["я", "ты", "он", "она", "мы", "вы", "они", "кто", "который", "себя", "тот", "все", "оба", "никто"]
)


def subject_of(verb: Token) -> Token | None:
    """The noun that a verb says something of; for a participle the noun it belongs to, `None` where left out."""
    found = next((c for c in verb.children if c.dep_ in SUBJECTS and case_of(c) in {"Nom", ""}), None)
    if found is not None:
        return found
    if verb.dep_ in {"acl", "amod"} and verb.head != verb and feature(verb, "VerbForm") == "Part":
        return None if feature(verb, "Voice") == "Pass" else verb.head
    if verb.dep_ in {"xcomp", "conj", "csubj"} and verb.head.pos_ in VERBAL and verb.head != verb:
        return subject_of(verb.head)
    return None


def objects_of(verb: Token) -> Iterator[Token]:
    """What the verb acts on: accusatives without a preposition, the subject of a passive, the noun of a participle."""
    passive = feature(verb, "Voice") == "Pass"
    found = list(_dependent_objects(verb, passive=passive))
    if not found and passive:
        subject = subject_of(verb)
        found = [subject] if subject is not None else []
    if not found and verb.dep_ == "conj" and verb.head.pos_ in VERBAL and verb.head.i < verb.i:
        found = list(_dependent_objects(verb.head, passive=passive))  # «троих задержали и к вечеру отпустили»
    yield from found or ([] if passive else _animates_beside(verb))


def _animates_beside(verb: Token) -> Iterator[Token]:
    """People in the accusative in the same stretch of words, where the tree hung them elsewhere."""
    sentence = sentence_of(verb)
    for step, reach in ((-1, 8), (1, 8)):
        for distance in range(1, reach + 1):
            i = verb.i + step * distance
            if not sentence.start <= i < sentence.end or verb.doc[i].is_punct or verb.doc[i].pos_ == "VERB":
                break
            word = verb.doc[i]
            animate = feature(word, "Animacy") == "Anim" and case_of(word) == "Acc" and word.pos_ in {"NOUN", "PROPN"}
            if animate and not has_preposition(word) and word.dep_ in {"obj", "nsubj", "obl", "appos", "conj", "nmod"}:
                yield word


def _dependent_objects(verb: Token, *, passive: bool) -> Iterator[Token]:
    for child in verb.children:
        direct = child.dep_ in {"obj", "iobj"} and case_of(child) in {"Acc", "Gen", ""}
        acted_on = child.dep_ in SUBJECTS and (passive or case_of(child) in {"Acc", "Gen"})
        if direct or acted_on or (case_of(child) == "Acc" and not has_preposition(child)):
            yield child
    if passive and verb.dep_ in {"acl", "amod"} and verb.head != verb:
        yield verb.head


def has_preposition(word: Token) -> bool:
    """Whether a preposition governs the word."""
    return any(child.dep_ == "case" or child.pos_ == "ADP" for child in word.children)


def is_human(word: Token, ontology: Ontology) -> bool:
    """Whether a word means a person or a group of persons: «посла», «их», «делегацию», a name."""
    if word.pos_ == "PRON":
        return fold(word.lemma_) in _PERSONAL
    if feature(word, "Animacy") == "Anim" or fold(word.lemma_) in ontology.group_nouns:
        return True
    if word.pos_ == "NUM" or (word.pos_ == "ADJ" and word.dep_ != "amod"):
        return True  # «двоих задержали», «третьего взяли»
    return in_mention(word, _PEOPLE)


def is_place(word: Token) -> bool:
    """Whether a word belongs to the name of a place: «покинул [Варшаву]», «[Ниамей] пригрозил»."""
    return in_mention(word, _PLACES)


def in_mention(word: Token, types: Collection[str]) -> bool:
    """Whether a word lies in a mention of one of these types."""
    return any(m.type in types and m.start <= word.idx < m.end for m in word.doc._.mentions)


def acts(word: Token, ontology: Ontology) -> bool:
    """Whether a word can be the one who acts: people, and any name, for states and bodies act too («Литва выслала»)."""
    if is_human(word, ontology) or word.pos_ == "PROPN" or word.dep_ == "appos" or is_place(word):
        return True
    last = word.i + 1 == sentence_of(word).end
    behind = word if last else word.nbor(1)  # «Агрокластер «Луг» купил …», «стройтрест Nord …»
    return behind.text in {"«", '"', "„"} or (behind.is_title and behind.pos_ in {"PROPN", "X"})


def light_verb_of(noun: Token, ontology: Ontology) -> Token | None:
    """The verb that only carries the event noun: «провели» of «провели встречу», «состоявшейся» of a participle."""
    head = noun.head
    modal = next((c for c in head.children if c.dep_ == "xcomp" and fold(c.lemma_) in ontology.light_verbs), None)
    if modal is not None and noun.dep_ in SUBJECTS:
        return modal
    if head != noun and fold(head.lemma_) in ontology.light_verbs and head.pos_ in VERBAL | {"ADJ"}:
        return head
    return next(
        (c for c in noun.children if c.dep_ in {"acl", "amod"} and fold(c.lemma_) in ontology.light_verbs), None
    )


def is_noun_participle(word: Token) -> bool:
    """A participle that stands for people: «среди погибших», «пострадавшим помогли»."""
    if feature(word, "VerbForm") != "Part" or feature(word, "Variant") == "Short":
        return False
    return case_of(word) != "" and word.dep_ not in {"amod", "acl", "root", "conj", "parataxis"}


def in_quoted_name(token: Token) -> bool:
    """Whether the word opens or continues a short quoted name: «Мост на Свислочи»."""
    for i in range(token.i - 1, max(token.i - 4, sentence_of(token).start) - 1, -1):
        text = token.doc[i].text
        if text in {"»", "”"}:
            return False
        if text in {"«", "„", "“"}:
            inside = list(token.doc[i + 1 : min(token.i + 5, sentence_of(token).end)])
            end = next((n for n, t in enumerate(inside) if t.text in {"»", "”"}), -1)
            said = any(t.pos_ in {"VERB", "AUX"} or t.text in {".", ",", "!", "?"} for t in inside[:end])
            return end > 0 and inside[0].is_title and not said
    return False

"""What the network's opinion changes: each case with proposed words, their probabilities, and the names that are left."""

import numpy as np
import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from pipeline.language.extensions import register_extensions
from pipeline.mentions.candidates import Candidate, Words
from pipeline.mentions.classifier.decide import classify, decide
from pipeline.mentions.classifier.features import span_categories
from pipeline.mentions.classifier.spans import Proposed
from pipeline.mentions.found import FoundNames
from pipeline.mentions.reader.reading import Reading

TEXT = ["Посол", "Шо", "Зулайхо", "Назарова", "прибыла", "в", "Мао"]


@pytest.fixture
def words():
    register_extensions()
    return Words(Doc(Vocab(), words=TEXT, sent_starts=[True] + [False] * (len(TEXT) - 1)))


def name(first, last, kind, source="slovnet-ner-news-v1"):
    return Candidate(first=first, last=last, type=kind, source=source, confidence=0.8)


def taken(candidate, *others):
    return Proposed(first=candidate.first, last=candidate.last, taken=candidate, others=(candidate, *others))


def left_over(first, last, *others):
    return Proposed(first=first, last=last, taken=None, others=others)


def left(words, *pairs):
    found = decide(words, [each for each, _ in pairs], np.array([shares for _, shares in pairs], dtype=np.float32))
    return [(words.cut(c), c.type, c.confidence) for c in found]


@pytest.mark.parametrize(("none", "kept"), [(0.65, True), (0.75, False)])
def test_what_names_nothing_goes(words, none, kept):
    found = left(words, (taken(name(6, 7, "location")), [none, 0, 0, 1 - none]))
    assert found == ([("Мао", "location", pytest.approx(1 - none, abs=1e-3))] if kept else [])


def test_of_a_person_of_several_words_something_is_right_mostly(words):
    person = taken(name(1, 4, "person"))
    assert left(words, (person, [0.75, 0.25, 0, 0])) == [("Шо Зулайхо Назарова", "person", 0.25)]
    assert not left(words, (person, [0.85, 0.15, 0, 0]))


@pytest.mark.parametrize(
    ("source", "share", "kind"),
    [
        ("slovnet-ner-news-v1", 0.65, "person"),
        ("slovnet-ner-news-v1", 0.75, "location"),
        ("rule.quoted.place", 0.75, "person"),  # a noun says what it is
        ("rule.quoted.place", 0.95, "location"),
    ],
)
def test_another_type_needs_more_where_a_noun_tells_it(words, source, share, kind):
    [(_, found, _)] = left(words, (taken(name(6, 7, "person", source)), [0, 1 - share, 0, share]))
    assert found == kind


def test_a_retyped_name_is_what_a_finder_took_it_for(words):
    known = name(6, 7, "city", "gazetteer")
    shares = np.array([[0, 0.1, 0, 0.9]], dtype=np.float32)
    [found] = decide(words, [taken(name(6, 7, "person"), known)], shares)
    assert (found.type, found.source) == ("city", "gazetteer+span-classifier")


def test_overlooked_names_are_added_and_say_so(words):
    [found] = decide(words, [left_over(6, 7)], np.array([[0.3, 0, 0, 0.7]], dtype=np.float32))
    assert (found.type, found.source, found.confidence) == ("location", "span-classifier", 0.7)
    assert not left(words, (left_over(6, 7), [0.5, 0, 0, 0.5]))


def test_a_name_is_not_added_inside_a_person(words):
    person, inner = taken(name(1, 4, "person")), left_over(2, 3)
    assert len(left(words, (person, [0, 1, 0, 0]), (inner, [0.2, 0, 0, 0.8]))) == 1


def test_the_shorter_name_is_added_where_the_longer_one_goes(words):
    found = left(words, (taken(name(1, 4, "person")), [0.9, 0.1, 0, 0]), (left_over(2, 4), [0.1, 0.9, 0, 0]))
    assert found == [("Зулайхо Назарова", "person", 0.9)]


def test_without_a_reading_the_selection_stands(words):
    selected = [name(6, 7, "person")]
    assert classify(words, FoundNames(selected=selected, considered=selected), None) == selected


def test_where_nothing_is_proposed_nothing_is_left(words):
    blank = Reading(source="r", spans=(), relations=(), states={0: np.zeros(2, dtype=np.float32)}, types=("person",))
    assert classify(words, FoundNames(selected=[], considered=[]), blank) == []


def test_nothing_stays_nested_in_what_becomes_a_person(words):
    body, inner = taken(name(1, 4, "organization")), taken(name(3, 4, "location"))
    found = left(words, (body, [0, 0.9, 0.1, 0]), (inner, [0.1, 0, 0, 0.9]))
    assert [(text, kind) for text, kind, _ in found] == [("Шо Зулайхо Назарова", "person")]


def test_an_added_place_is_of_the_readers_type(words):
    each = Proposed(first=6, last=7, taken=None, others=(), place_type="city")
    [found] = decide(words, [each], np.array([[0.1, 0, 0, 0.9]], dtype=np.float32))
    assert found.type == "city"


def test_each_thing_is_said_of_a_span_once(words):
    twice = name(6, 7, "location")
    [said] = span_categories(words, [taken(twice, twice, twice)])
    assert len(said) == len(set(said)) and "taken=location" in said

"""What the linking network changes: who takes part, where and when, where no slot says so."""

from dataclasses import replace

import numpy as np
import pytest

from pipeline.events.arguments.event_date import EventDate
from pipeline.events.arguments.reading import DateSpan
from pipeline.events.linking import weigh
from pipeline.events.linking.features import PairReader
from pipeline.events.linking.pairs import DATE, LEAD, find_pairs
from pipeline.events.linking.tree import read_tree
from pipeline.events.linking.weigh import link_arguments
from pipeline.events.ontology_files import default_ontology

pytestmark = pytest.mark.model
TEXT = (
    "В понедельник, 13 мая, в Твери выступил Иван Орлов. Погода была ясной. Анна Зимина посетила завод «Заря».\n"
    "Вчера министр обвинил мэра."
)


def test_a_trigger_is_paired_with_its_sentence_and_with_whom_those_before_named(told):
    reading, tellings = told(TEXT)
    [visit] = [i for i, t in enumerate(tellings) if t.candidate.type == "visit"]
    pairs = [p for p in find_pairs(reading, tellings, far=False) if p.telling == visit]
    named = {(reading.text[p.span.mention.start : p.span.mention.end], p.back) for p in pairs if p.entity}
    assert {("Анна Зимина", 0), ("Иван Орлов", 2), ("Твери", 2)} <= named
    assert not [p for p in pairs if isinstance(p.span, DateSpan)], "a day two sentences before belongs to others"


def test_the_encoder_is_asked_about_days_told_long_before_and_about_the_lead_as_well(told):
    rest = "Погода была ясной. Дороги замело. Поезда опоздали. Рынок опустел. Школы закрылись. "
    reading, tellings = told("В среду в Твери выступил Иван Орлов.\n" + rest + "Анна Зимина посетила завод «Заря».")
    [visit] = [i for i, t in enumerate(tellings) if t.candidate.type == "visit"]
    far = [p for p in find_pairs(reading, tellings, far=True) if p.telling == visit and p.is_far]
    named = {reading.doc[p.span.start : p.span.end].text for p in far}
    assert named == {"среду", "Иван Орлов"}, "no place"
    assert {p.back for p in far} == {LEAD}
    assert not [p for p in find_pairs(reading, tellings, far=False) if p.is_far]


def test_a_date_is_a_pair_of_its_sentence(told):
    reading, tellings = told(TEXT)
    [accusation] = [i for i, t in enumerate(tellings) if t.candidate.type == "accusation"]
    dates = [p for p in find_pairs(reading, tellings, far=False) if p.telling == accusation and p.type == DATE]
    assert [(p.span.date.text, p.back) for p in dates] == [("Вчера", 0)]


def test_what_is_said_of_a_pair(told):
    reading, tellings = told("Анна Зимина посетила завод «Заря».")
    reader = PairReader(reading, tellings, read_tree(reading.doc, {t.candidate.head for t in tellings}), far=True)
    [pair] = [p for p in find_pairs(reading, tellings, far=False) if p.type == "person"]
    said = set(reader.categories(pair))
    assert {"type=visit", "named=person", "pair=visit/person", "way=nsubj^", "before=True", "back=0", "words=1"} <= said


@pytest.mark.parametrize(
    ("text", "name", "said"),
    [
        ("Минздрав купил вакцину. Вчера завод посетил Орлов.", "Минздрав", {"recent=organization/0", "opens=True"}),
        ("Анна Зимина уехала. Потом посетила завод.", "Анна Зимина", {"agrees=True", "line=same"}),
        ("Анна Зимина уехала. Потом Орлов посетил завод.", "Анна Зимина", {"agrees=False", "subject=named/person"}),
        ("Орлов заболел.\nВчера чиновник посетил завод.", "Орлов", {"line=next", "subject=чиновник/person"}),
    ],
)
def test_how_a_name_told_before_stands(told, text, name, said):
    reading, tellings = told(text)
    reader = PairReader(reading, tellings, read_tree(reading.doc, {t.candidate.head for t in tellings}), far=True)
    pairs = [p for p in find_pairs(reading, tellings, far=True) if tellings[p.telling].candidate.type == "visit"]
    [pair] = [p for p in pairs if p.back and reading.doc[p.span.start : p.span.end].text == name]
    assert said <= set(reader.categories(pair))


def test_an_article_that_the_reader_has_not_read_stays_as_the_slots_made_it(told):
    reading, tellings = told(TEXT)
    reading.doc._.reading = reading.doc._.reading.without_states()
    assert link_arguments(reading, tellings, default_ontology()) == tellings


def test_the_likeliest_name_is_added_where_nobody_else_takes_part(told, monkeypatch):
    reading, tellings = told("Вчера Анна Зимина и Иван Орлов молчали, когда прошла встреча.")
    [meeting] = [t for t in tellings if t.candidate.type == "meeting"]
    [dated] = [d for d in reading.dates if d.date.text == "Вчера"]
    bare = replace(meeting, fillers=(), place=None, date=EventDate(date=dated.date, cost=0, rule="attached"))
    shares = {"Анна Зимина": 0.55, "Иван Орлов": 0.52}

    def given(doc, pairs, reader):
        named = [reading.text[p.span.mention.start : p.span.mention.end] if p.entity else "" for p in pairs]
        return np.array([[0, shares.get(name, 0), 0, 0.5] for name in named])

    monkeypatch.setattr(weigh, "shares", given)
    [linked] = link_arguments(reading, [bare], default_ontology())
    assert [a.name for a in linked.fillers] == ["Анна Зимина"]
    [unplaced] = link_arguments(reading, [replace(bare, date=None)], default_ontology())
    assert not unplaced.fillers, "a doubtful name makes no event of what has neither day nor place"


def test_the_place_is_no_participant_and_hides_none(told, monkeypatch):
    reading, tellings = told("Вчера в Твери Анна Зимина и Иван Орлов молчали, когда прошла встреча.")
    [meeting] = [t for t in tellings if t.candidate.type == "meeting"]
    [dated] = [d for d in reading.dates if d.date.text == "Вчера"]
    bare = replace(meeting, fillers=(), place=None, date=EventDate(date=dated.date, cost=0, rule="attached"))
    shares = {"Твери": [0, 0.58, 0.6, 0], "Анна Зимина": [0, 0.55, 0, 0]}

    def given(doc, pairs, reader):
        named = [reading.text[p.span.mention.start : p.span.mention.end] if p.entity else "" for p in pairs]
        return np.array([shares.get(name, [0, 0, 0, 0.5]) for name in named])

    monkeypatch.setattr(weigh, "shares", given)
    [linked] = link_arguments(reading, [bare], default_ontology())
    assert [a.name for a in linked.fillers] == ["Анна Зимина"]
    where = linked.place.span.mention
    own = replace(linked.fillers[0], entity=where.entity, start=where.start, end=where.end, role="participant")
    [beside] = link_arguments(reading, [replace(bare, fillers=(own,))], default_ontology())
    assert [a.name for a in beside.fillers] == ["Анна Зимина"]

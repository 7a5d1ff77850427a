"""Places that an adverb takes up, and places said for those who govern there: sentences with fields of an event."""

from dataclasses import replace

import pytest

from pipeline.assembly import read_articles
from pipeline.events.governments import find_governments
from pipeline.language.layout import find_lines
from pipeline.records.article import Article

pytestmark = pytest.mark.model

# text, type of the event, its place, names of all who take part in it
CASES = [
    ("Иван Орлов отбыл в Астану. Там его в четверг примет министр Анна Лин.", "meeting", "Астана", None),
    ("В январе Иван Орлов перебрался в Дубай. В марте его там задержала полиция.", "arrest", "Дубай", None),
    ("Турнир прошёл в Омске. Главный тренер Иван Орлов тут же подал в отставку.", "dismissal", "", None),
    # the town in the name of a body with a house
    ("Академик Иван Орлов скончался в больнице Нальчика.", "death", "Нальчик", None),
    ("У посольства США в Бейруте прошёл митинг.", "protest", "Бейрут", None),
    ("В Душанбе упрёк отвергли.", "rejection", "", {"Душанбе"}),
    ("В Азербайджане её обвинили в провокации.", "accusation", "", {"Азербайджан"}),
    ("В Душанбе потребуем мира.", "request", "Душанбе", set()),
    ("Иван Орлов и Анна Лин в Душанбе упрёк отвергли.", "rejection", "Душанбе", {"Иван Орлов", "Анна Лин"}),
]


@pytest.mark.parametrize(("text", "kind", "place", "names"), CASES)
def test_place_and_speaker(nlp, text, kind, place, names):
    doc = next(read_articles(nlp, [Article(text=text, lines=find_lines(text))]))
    event = next(e for e in doc._.events if e.type == kind)
    where = next((a.name for a in event.arguments if a.role == "place"), "")
    who = {a.name for a in event.arguments if a.role in {"agent", "participant", "recipient"}}
    assert (where, who if names is not None else None) == (place, names)


def test_a_place_without_an_entity_keeps_the_others(told):
    reading, tellings = told("В Душанбе упрёк Ивана Орлова отвергли.")
    [rejection] = [t for t in tellings if t.candidate.type == "rejection"]
    [spoken] = find_governments(reading, [rejection])
    span = rejection.place.span
    nameless = replace(rejection.place, span=replace(span, mention=replace(span.mention, entity="")))
    other = replace(spoken.fillers[0], entity="", role="recipient")
    [beside] = find_governments(reading, [replace(rejection, place=nameless, fillers=(other,))])
    assert {a.role for a in beside.fillers} == {"agent", "recipient"}

"""Places that an adverb takes up, and places said for those who govern there: sentences with fields of an event."""

import pytest

from pipeline.assembly import read_articles
from pipeline.language.layout import find_lines
from pipeline.records.article import Article

pytestmark = pytest.mark.model

# text, type of the event, its place, names of all who take part in it
CASES = [
    ("Иван Орлов отбыл в Астану. Там его в четверг примет министр Анна Лин.", "meeting", "Астана", None),
    ("В январе Иван Орлов перебрался в Дубай. В марте его там задержала полиция.", "arrest", "Дубай", None),
    ("Турнир прошёл в Омске. Главный тренер Иван Орлов тут же подал в отставку.", "dismissal", "", None),
    ("В Душанбе упрёк отвергли.", "rejection", "", {"Душанбе"}),
    ("В Азербайджане её визиты назвали провокацией.", "accusation", "", {"Азербайджан"}),
    ("Иван Орлов и Анна Лин в Душанбе упрёк отвергли.", "rejection", "Душанбе", {"Иван Орлов", "Анна Лин"}),
]


@pytest.mark.parametrize(("text", "kind", "place", "names"), CASES)
def test_place_and_speaker(nlp, text, kind, place, names):
    doc = next(read_articles(nlp, [Article(text=text, lines=find_lines(text))]))
    event = next(e for e in doc._.events if e.type == kind)
    where = next((a.name for a in event.arguments if a.role == "place"), "")
    who = {a.name for a in event.arguments if a.role in {"agent", "participant", "recipient"}}
    assert (where, who if names is not None else None) == (place, names)

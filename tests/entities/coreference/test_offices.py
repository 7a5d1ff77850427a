"""Terms of the highest offices: right on the day, none without a day, errors with their line."""

import datetime as dt

import pytest

from pipeline.entities.coreference.offices import held_offices, load_terms
from pipeline.errors import ResourceError
from pipeline.mentions.gazetteer_in_use import load_gazetteer
from pipeline.records.annotations import Entity


@pytest.mark.parametrize(
    ("name", "day", "posts"),
    [
        ("Дмитрий Медведев", dt.date(2010, 1, 1), ["президент"]),
        ("Дмитрий Анатольевич Медведев", dt.date(2015, 1, 1), ["премьер-министр"]),
        ("Медведев", dt.date(2010, 1, 1), ["президент"]),
        ("Дмитрий Медведев", dt.date(2022, 1, 1), []),
        ("Дмитрий Медведев", None, []),
        ("Анна Медведев", dt.date(2010, 1, 1), []),
    ],
)
def test_offices_of_a_day(name, day, posts):
    person = Entity(key="e-1-2", type="person", name=name)
    assert [post.position for post in held_offices(person, day)] == posts


def test_every_body_is_in_the_gazetteer():
    assert {term.body for term in load_terms()} <= set(load_gazetteer().entries)


def test_no_office_has_two_holders_on_a_day():
    terms = load_terms()
    for one in terms:
        rivals = [t for t in terms if (t.post, t.body) == (one.post, one.body) and t is not one]
        assert not any(t.since < one.since and (t.until is None or t.until > one.since) for t in rivals), one


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("person,post\nА,б\n", ":1: columns"),
        ("person,post,body,from,until\nА Б,президент,country-ru,вчера,\n", ":2: "),
    ],
)
def test_a_wrong_file_is_refused(tmp_path, content, message):
    path = tmp_path / "offices.csv"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(ResourceError, match=message):
        load_terms(path)

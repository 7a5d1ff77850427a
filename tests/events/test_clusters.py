"""Tellings of different articles that are one happening meet; others stay apart."""

import datetime as dt

import pytest

from pipeline.events.cluster_rows import cluster_row
from pipeline.events.clusters import Telling, cluster_events

DAY = dt.date(2023, 11, 20)


def telling(doc, order, **given):
    day = given.pop("day", DAY)
    base = {
        "event_id": f"{doc}-v{order}", "doc_id": doc, "order": order, "type": "meeting", "status": "occurred",
        "title": doc, "date": day.isoformat() if day else "", "earliest": day, "latest": day,
        "participants": ("e-1", "e-2"), "participant_names": ("Анна Орлова", "Пётр Седов"), "published": DAY,
    }  # fmt: skip
    return Telling(**{**base, **given})


def groups(*tellings):
    return [[t.doc_id for t in cluster.tellings] for cluster in cluster_events(tellings)]


def test_two_articles_tell_one_meeting():
    assert groups(telling("a", 0), telling("b", 1)) == [["a", "b"]]


@pytest.mark.parametrize(
    "other",
    [
        {"type": "call"},
        {"day": dt.date(2023, 11, 27)},
        {"participants": ("e-1", "e-9", "e-8")},
        {"day": None},
    ],
)
def test_another_type_day_or_company_is_another_happening(other):
    assert groups(telling("a", 0), telling("b", 1, **other)) == [["a"], ["b"]]


def test_contradicting_places_keep_apart():
    assert groups(telling("a", 0, place="city-minsk"), telling("b", 1, place="city-brest")) == [["a"], ["b"]]


def test_without_participants_the_place_must_be_the_same():
    quake = {"type": "disaster", "participants": (), "participant_names": ()}
    here, there = {**quake, "place": "city-osh"}, {**quake, "place": ""}
    assert groups(telling("a", 0, **here), telling("b", 1, **here)) == [["a", "b"]]
    assert groups(telling("a", 0, **here), telling("b", 1, **there)) == [["a"], ["b"]]


def test_what_one_article_tells_twice_stays_two():
    assert groups(telling("a", 0), telling("a", 1, event_id="a-v9")) == [["a"], ["a"]]


def test_the_date_of_a_happening_is_the_finest_that_is_told():
    week = {"date": "2023-11-20/2023-11-26", "earliest": DAY, "latest": dt.date(2023, 11, 26)}
    [cluster] = cluster_events([telling("a", 0), telling("b", 1, **week)])
    assert cluster_row(cluster).date == "2023-11-20"


def test_history_follows_a_planned_event_to_its_end():
    planned = telling("a", 0, status="planned", published=dt.date(2023, 11, 18))
    held = telling("b", 1, place_name="Минск")
    row = cluster_row(cluster_events([held, planned])[0])
    assert row.status == "occurred"
    assert row.history == ("2023-11-18 planned a", "2023-11-20 occurred b")
    assert (row.place, row.events, row.documents) == ("Минск", 2, 2)

"""Which mention fills a role, once the reader has moved what the rules had found."""

import datetime as dt

import pytest

from pipeline.merging import tabulate_article
from pipeline.records.annotations import Annotations, Argument, Entity, Event, Mention
from pipeline.records.article import Article
from pipeline.records.fillers import Fillers

TEXT = "В Минске во вторник утром ранены около 900 человек, с 20 февраля на 14 марта перенесена встреча Орловой."


def at(words):
    start = TEXT.index(words)
    return start, start + len(words)


def mention(words, kind, found="", **more):
    start, end = at(words)
    return Mention(
        start=start, end=end, text=words, type=kind, source="test", found_at=at(found) if found else None, **more
    )


def argument(words, role, **more):
    start, end = at(words)
    return Argument(role=role, name=words, start=start, end=end, text=words, source="test", **more)


MENTIONS = (
    mention("В Минске", "location"),
    mention("Минске", "city", entity="city-minsk"),
    mention("во вторник утром", "time", "вторник утром"),
    mention("во вторник", "date"),
    mention("ранены около 900 человек", "event"),
    mention("около 900", "number"),
    mention("с 20 февраля на 14 марта", "date"),
    mention("с 20 февраля", "date", "20 февраля"),
    mention("на 14 марта", "date", "14 марта"),
    mention("встреча Орловой", "event"),
    mention("Орловой", "person", entity="e-1"),
)


@pytest.mark.parametrize(
    ("given", "filler"),
    [
        (argument("вторник утром", "date"), "во вторник утром"),
        (argument("20 февраля", "date"), "с 20 февраля"),
        (argument("14 марта", "date"), "на 14 марта"),
        (argument("во вторник", "date"), "во вторник"),
        (argument("900", "injured"), "около 900"),
        (argument("Минске", "place", entity="city-minsk"), "Минске"),
        (argument("Орловой", "participant", entity="e-1"), "Орловой"),
    ],
)
def test_the_filler_is_what_became_of_the_rules_mention(given, filler):
    found = Fillers(MENTIONS).of(given)
    assert found is not None and found.text == filler


@pytest.mark.parametrize(
    "given",
    [
        argument("900", "amount"),
        argument("встреча", "date"),
        argument("встреча Орловой", "topic"),
        argument("Орловой", "agent", entity="e-2"),
    ],
    ids=["a number is no money", "an event is no date", "a topic is no mention", "somebody else"],
)
def test_what_only_stands_at_the_same_place_fills_nothing(given):
    assert Fillers(MENTIONS).of(given) is None


def test_the_row_keeps_the_place_of_its_cell_and_leads_to_a_row_of_mentions():
    start, end = at("ранены")
    injury = Event(
        type="injury", plover="", status="occurred", trigger="ранены", trigger_start=start, trigger_end=end,
        evidence_start=0, evidence_end=len(TEXT), source="test",
        arguments=(argument("вторник утром", "date", value="2023-11-21"), argument("вторник", "topic")),
    )  # fmt: skip
    minsk = Entity(key="city-minsk", type="city", name="Минск")
    article = Article(doc_id="d", source="-", text=TEXT, published=dt.date(2023, 11, 22))
    found = Annotations(
        sentences=1, tokens=17, sentence_starts=(0,), mentions=MENTIONS, entities=(minsk,), events=(injury,)
    )
    tables = tabulate_article(article, found)
    date, topic = tables["event_arguments"]
    [filler] = [row for row in tables["mentions"] if row.mention_id == date.mention_id]
    assert date.text == TEXT[date.start : date.end] == "вторник утром"
    assert filler.text == "во вторник утром"
    assert topic.mention_id == ""

"""Decisions on the records of one article, and what hangs on them."""

import pytest

from pipeline.records.annotations import Annotations, Argument, Entity, Event, Mention, Position, Quote, Relation
from pipeline.records.article import Article
from pipeline.review.amend import Review
from pipeline.review.lines import Line

#       0         1         2         3         4
#       0123456789012345678901234567890123456789012345678
TEXT = "Встреча Орлова и Седова прошла в Твери 11 марта. «Да», — сказал Орлов. Тверь ждёт."
ARTICLE = Article(text=TEXT, doc_id="a_1")
EVENT, QUOTE, POST, RELATION = (
    "a.5f.1-v0-7-meeting",
    "a.5f.1-q50-52",
    "a.5f.1-p8-14",
    "a.5f.1-r8-14-person-17-23-person-KNOWS",
)


def mention(words, kind, entity, name, at=0):
    start = TEXT.index(words, at)
    return Mention(start=start, end=start + len(words), text=words, type=kind, source="t", entity=entity, name=name)


def argument(role, words, entity="", name=""):
    start = TEXT.index(words)
    return Argument(
        role=role, name=name or words, start=start, end=start + len(words), text=words, source="t", entity=entity
    )


FOUND = Annotations(
    sentences=3, tokens=15, sentence_starts=(0, 49, 71),
    mentions=(
        mention("Орлова", "person", "orlov", "Орлов"), mention("Седова", "person", "sedov", "Седов"),
        mention("Твери", "city", "city-tver", "Тверь"), mention("Тверь", "city", "city-tver", "Тверь"),
    ),
    entities=(
        Entity(key="orlov", type="person", name="Пётр Орлов"), Entity(key="sedov", type="person", name="Седов"),
        Entity(key="city-tver", type="city", name="Тверь", aliases=("Калинин",)), Entity(key="ghost", type="city", name="Китеж"),
    ),
    events=(
        Event(
            type="meeting", plover="CONSULT", status="occurred", trigger="Встреча", trigger_start=0, trigger_end=7,
            evidence_start=0, evidence_end=48, source="s", date="2024-03-11", date_text="11 марта", status_cue=(24, 30),
            confidence=0.5, arguments=(argument("participant", "Орлова", "orlov"), argument("date", "11 марта")),
        ),
    ),
    quotes=(Quote(start=50, end=52, text="Да", kind="direct", group=50, source="s", speaker="orlov"),),
    positions=(Position(person="orlov", position="Глава", start=8, end=14, text="Орлова", source="s"),),
    relations=(Relation(type="KNOWS", head=(8, 14, "person"), tail=(17, 23, "person"), source="s", confidence=0.4),),
)  # fmt: skip


def line(decision, identifier, column="", value="", table="events"):
    return Line(
        decision=decision, table=table, id=identifier, column=column, value=value, where=f"r.csv: {column}{value}"
    )


def amend(*lines):
    review = Review(lines)
    return review.amend(ARTICLE, FOUND), [(each.outcome, each.why) for each in review.outcomes()]


def corrected(column, value):
    found, outcomes = amend(line("correct", EVENT, column, value))
    assert outcomes == [("obeyed", "")]
    return found.events[0]


def test_what_is_rejected_goes_and_what_is_accepted_is_certain():
    found, outcomes = amend(line("reject", EVENT), line("accept", RELATION, table="relations"))
    assert found.events == ()
    assert (found.relations[0].confidence, found.relations[0].source) == (1.0, "s+review")
    assert [outcome for outcome, _ in outcomes] == ["obeyed", "obeyed"]
    assert amend(line("accept", EVENT))[0].events[0].certainty == 1.0


def test_a_status_loses_the_word_that_had_decided_it():
    event = corrected("status", "cancelled")
    assert (event.status, event.status_cue, event.source) == ("cancelled", None, "s+review")


def test_a_date_brings_its_days_and_title_and_the_old_words_go():
    event = corrected("date", "2024-03")
    assert (event.earliest.isoformat(), event.latest.isoformat(), event.date_text) == ("2024-03-01", "2024-03-31", "")
    assert [a.role for a in event.arguments] == ["participant"]
    assert event.title == "Встреча: Пётр Орлов; 03.2024"


def test_a_place_is_named_as_the_article_or_the_gazetteer_names_it():
    for name in ("Тверь", "твери", "Калинин", "city-tver"):
        event = corrected("place", name)
        (place,) = (a for a in event.arguments if a.role == "place")
        assert (event.place, place.entity, TEXT[place.start : place.end]) == ("city-tver", "city-tver", "Твери")
    assert event.title == "Встреча: Пётр Орлов; Тверь, 11.03.2024"


def test_participants_are_those_that_are_named_and_no_others():
    event = corrected("participants", "Седов; Орлов")
    assert [(a.role, a.entity) for a in event.arguments if a.entity] == [
        ("participant", "orlov"),
        ("participant", "sedov"),
    ]
    assert [a.role for a in corrected("participants", "").arguments] == ["date"]


def test_a_type_brings_its_category():
    event = corrected("type", "visit")
    assert (event.type, event.title.partition(":")[0]) == ("visit", "Визит")


def test_a_speaker_and_a_post_are_corrected():
    found, outcomes = amend(
        line("correct", QUOTE, "speaker", "Седов", table="quotes"),
        line("correct", POST, "tenure", "former", table="positions"),
    )
    assert (found.quotes[0].speaker, found.positions[0].tenure) == ("sedov", "former")
    assert [outcome for outcome, _ in outcomes] == ["obeyed", "obeyed"]


@pytest.mark.parametrize(
    ("told", "outcome", "why"),
    [
        (line("correct", EVENT, "status", "occurred"), "obeyed", ""),  # the cue goes: a person has decided
        (line("correct", EVENT, "phase", ""), "was so already", ""),
        (line("correct", EVENT, "place", "Москва"), "left aside", "«Москва» means nobody and nothing in this article"),
        (line("correct", EVENT, "place", "Китеж"), "left aside", "no words of this article name Китеж"),
        (
            line("reject", "a.5f.1-v1-7-meeting"),
            "left aside",
            "a.5f.1-v1-7-meeting: there is no such record in this run",
        ),
        (line("reject", "b-v0-7-meeting"), "left aside", "b-v0-7-meeting: there is no such record in this run"),
        (line("reject", "nonsense"), "left aside", "nonsense: there is no such record in this run"),
    ],
)
def test_what_became_of_a_line_is_always_told(told, outcome, why):
    _, [(became, reason)] = amend(told)
    assert became == outcome
    assert reason.startswith(why)


def test_an_article_without_decisions_is_left_as_it_is():
    assert Review([line("reject", "b-v0-7-meeting")]).amend(ARTICLE, FOUND) is FOUND

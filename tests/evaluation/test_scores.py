"""All right gives 1.0 in every layer; each single mistake costs exactly its layer."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.evaluation.answers import Answers, EntityAnswer, EventAnswer, MentionAnswer
from pipeline.evaluation.scores import LAYERS, GoldScore, score_articles

from .examples import gold_article, right_answers, span


def score(answers: Answers) -> GoldScore:
    return score_articles([gold_article()], {"tver": answers})


def event_with(**changes: object) -> Answers:
    answers = right_answers()
    return replace(answers, events=(replace(answers.events[0], **changes),))


def test_all_right_is_one_everywhere_though_names_are_told_differently():
    assert set(score(right_answers()).figures().values()) == {1.0}
    assert score(right_answers()).faults == ()


def test_no_answers_at_all_count_as_missed():
    figures = score_articles([gold_article()], {}).figures()
    assert {figures[layer] for layer in LAYERS} == {0.0}


def test_a_span_one_letter_off_is_missed_and_spurious():
    answers = right_answers()
    city = answers.mentions[1]
    moved = replace(answers, mentions=(answers.mentions[0], replace(city, end=city.end - 1), *answers.mentions[2:]))
    counts = score(moved).counts["mentions"]
    assert (counts.right, counts.predicted, counts.gold) == (4, 5, 5)
    assert [(f.kind, f.text) for f in score(moved).faults if f.layer == "mention"] == [
        ("missed", "Твери"),
        ("spurious", "Твер"),
    ]


def test_pronouns_and_descriptions_are_no_names():
    answers = right_answers()
    described = MentionAnswer(start=14, end=22, type="person", kind="nominal", entity="s")
    assert score(replace(answers, mentions=(*answers.mentions, described))).figures()["mentions"] == 1.0


def test_an_entity_split_in_two_costs_precision_only():
    answers = right_answers()
    mentions = (*answers.mentions[:-1], replace(answers.mentions[-1], entity="s2"))
    split = replace(
        answers, mentions=mentions, entities={**answers.entities, "s2": EntityAnswer(type="person", name="Сомов")}
    )
    counts = score(split).counts["entities"]
    assert (counts.right, counts.predicted, counts.gold) == (4, 5, 4)


@pytest.mark.parametrize(
    ("changes", "layer"),
    [
        ({"status": "planned"}, "status"),
        ({"date": "2024-03-06"}, "date"),
        ({"place": "Ржев"}, "place"),
        ({"participants": ("Олег Сомов",)}, "participants"),
    ],
)
def test_one_wrong_field_spoils_the_record_but_not_the_find(changes: dict[str, object], layer: str):
    scored = score(event_with(**changes))
    assert scored.figures()["events_found"] == 1.0
    assert scored.figures()["event_records_exact"] == 0.0
    assert [f.layer for f in scored.faults] == [f"meeting {layer}"]


def test_an_event_is_found_by_day_and_company_where_the_trigger_is_another_word():
    start, end = span("Договорились")
    assert score(event_with(start=start, end=end)).figures()["events_found"] == 1.0
    assert score(event_with(start=start, end=end, date="")).figures()["events_found"] == 0.0


def test_an_event_of_another_type_is_not_it():
    assert score(event_with(type="session")).figures()["events_found"] == 0.0


def test_an_event_too_many_costs_precision():
    answers = right_answers()
    more = EventAnswer(type="visit", status="occurred", date="", place="", participants=(), start=0, end=5)
    counts = score(replace(answers, events=(*answers.events, more))).counts
    assert counts["events_found"].predicted == 2
    assert (counts["event_slots"].right, counts["event_slots"].predicted, counts["event_slots"].gold) == (5, 6, 5)


def test_two_dates_on_one_expression_are_one_too_many_but_a_clock_time_is_not():
    answers = right_answers()
    day = answers.mentions[0]
    twice = replace(answers, mentions=(*answers.mentions, replace(day, value="2024-03-04")))
    timed = replace(answers, mentions=(*answers.mentions, replace(day, type="time", value="2024-03-05T10:00")))
    assert score(twice).counts["dates"].predicted == 2
    assert score(timed).counts["dates"].predicted == 1


def test_a_duration_is_no_date():
    answers = right_answers()
    duration = MentionAnswer(start=20, end=25, type="date", kind="", value="")
    assert score(replace(answers, mentions=(*answers.mentions, duration))).figures()["dates"] == 1.0

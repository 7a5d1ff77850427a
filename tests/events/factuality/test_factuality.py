"""What the factuality network changes: the status of a happening, where no rule of status knows the word that decides."""

import datetime as dt

import numpy as np
import pytest

from pipeline.events.factuality import weigh
from pipeline.events.factuality.features import telling_categories
from pipeline.events.factuality.weigh import judge_status
from pipeline.events.ontology_files import default_ontology

pytestmark = pytest.mark.model


def test_what_is_said_of_a_telling(told):
    reading, tellings = told("Иван Орлов не исключает, что встреча с Анной Зиминой пройдёт в мае.")
    [said] = telling_categories(reading.doc, [t for t in tellings if t.candidate.type == "meeting"], default_ontology())
    assert {"happens=meeting", "above0=встреча", "above1=пройти", "above2=исключать", "modified2=не", "last=."} <= set(
        said
    )


def test_an_article_that_the_reader_has_not_read_keeps_what_the_rules_say(told):
    reading, tellings = told("Иван Орлов посетил Тверь.")
    reading.doc._.reading = reading.doc._.reading.without_states()
    assert judge_status(reading.doc, tellings, default_ontology()) == tellings


def test_the_network_overrules_a_rule_and_leaves_its_name(told):
    reading, tellings = told("Иван Орлов рассчитывает на встречу с Анной Зиминой в Минске.")
    [before] = [(t.status, t.rule) for t in tellings if t.candidate.type == "meeting"]
    [after] = [t for t in judge_status(reading.doc, tellings, default_ontology()) if t.candidate.type == "meeting"]
    assert before == ("occurred", "nominal")
    assert (after.status, after.rule, after.cue) == ("planned", "learned/nominal", None)


def test_a_denial_is_never_overruled(told):
    reading, tellings = told("Переговоры Орлова с Зиминой в Минске так и не начались.")
    assert [t.status for t in judge_status(reading.doc, tellings, default_ontology())] == ["denied"]


@pytest.mark.parametrize(("planned", "status"), [(0.54, "occurred"), (0.79, "planned")])
def test_a_day_gone_by_outweighs_a_doubtful_plan(told, monkeypatch, planned, status):
    reading, tellings = told("Сессия Совета в Минске 23 ноября 2022 года.", published=dt.date(2023, 11, 21))
    [session] = [telling for telling in tellings if telling.candidate.type == "session"]
    held = np.array([[0, 0.95 - planned, 0.05, planned, 0, 0, 0, 0]])
    monkeypatch.setattr(weigh, "joint_opinion", lambda *_: held)
    [judged] = judge_status(reading.doc, [session], default_ontology())
    assert (session.rule, judged.status) == ("nominal", status)

"""Rule against reader: who is believed, and what stays."""

import pytest

from pipeline.errors import ResourceError
from pipeline.mentions.arbitration.component import stated_relations
from pipeline.mentions.arbitration.decide import arbitrate
from pipeline.mentions.arbitration.measured import Case, Outcome, measured_outcomes, read_outcomes, write_outcomes
from pipeline.mentions.arbitration.verdicts import ReaderVerdicts
from pipeline.mentions.reader.reading import Reading, ReadRelation, ReadSpan
from pipeline.records.annotations import Mention

TEXT = "В апреле 2015 года мэр Гавара Осипян открыл правительству «Звезду»."


def at(words, type_):
    start = TEXT.index(words)
    return {"start": start, "end": start + len(words), "type": type_}


def rule(words, type_, source, **more):
    return Mention(text=words, source=source, **at(words, type_), **more)


def read(words, type_, confidence=0.9):
    return ReadSpan(confidence=confidence, **at(words, type_))


def decide(mentions, spans, outcomes):
    return list(arbitrate(TEXT, mentions, spans, outcomes=outcomes, source="reader-1"))


MONTH = rule("апреле 2015 года", "date", "dates:month-year", value="2015-04")
TOWN = rule("Гавара", "location", "slovnet-ner-news-v1", kind="name", entity="e-1")
RETYPED = Case(rule="slovnet-ner-news-v1", type="location", verdict="retypes", reader_type="city")
WIDENED = Case(rule="dates", type="date", verdict="widens", reader_type="date")


@pytest.mark.parametrize(
    ("words", "kind", "verdict"),
    [
        ("апреле 2015 года", "date", "agrees"),
        ("апреле 2015 года", "time", "retypes"),
        ("В апреле 2015 года", "date", "widens"),
        ("2015 года", "date", "narrows"),
        ("2015 года мэр", "date", "crosses"),
        ("2015", "number", "silent"),
        ("Осипян", "person", "silent"),
    ],
)
def test_the_verdict_on_a_date(words, kind, verdict):
    assert ReaderVerdicts([read(words, kind)]).of(MONTH).kind == verdict


def test_a_place_gets_the_type_that_was_measured_to_be_right_and_keeps_who_it_is():
    (town,) = decide([TOWN], [read("Гавара", "city")], {RETYPED: Outcome(seen=40, rule_right=5, reader_right=30)})
    assert (town.type, town.kind, town.entity) == ("city", "name", "e-1")
    assert town.source == "slovnet-ner-news-v1;reader-1"


@pytest.mark.parametrize(
    "outcome", [Outcome(seen=40, rule_right=20, reader_right=12), Outcome(seen=3, rule_right=0, reader_right=3)]
)
def test_a_rule_that_is_surer_or_a_case_hardly_seen_stays(outcome):
    assert decide([TOWN], [read("Гавара", "city")], {RETYPED: outcome}) == [TOWN]


@pytest.mark.parametrize(
    ("seen", "confidence", "type_"), [(9, 0.9, "location"), (20, 0.4, "location"), (20, 0.9, "person")]
)
def test_another_kind_of_thing_needs_more_ground(seen, confidence, type_):
    case = Case(rule="slovnet-ner-news-v1", type="location", verdict="retypes", reader_type="person")
    outcome = Outcome(seen=seen, rule_right=0, reader_right=seen)
    (town,) = decide([TOWN], [read("Гавара", "person", confidence)], {case: outcome})
    assert town.type == type_


def test_a_date_takes_the_boundaries_of_the_reader_and_keeps_its_value():
    (date,) = decide(
        [MONTH], [read("В апреле 2015 года", "date")], {WIDENED: Outcome(seen=9, rule_right=1, reader_right=8)}
    )
    assert (date.text, date.start, date.value) == ("В апреле 2015 года", 0, "2015-04")
    assert (date.origin, date.span) == (MONTH.span, (0, 18))


def test_every_mention_of_a_rule_lives_on_and_tells_where_it_was_found():
    rules = [MONTH, TOWN, rule("Осипян", "person", "slovnet-ner-news-v1", kind="name", entity="e-3")]
    spans = [read("В апреле 2015 года", "date"), read("Гавара", "city"), read("мэр Гавара", "profession")]
    sure = Outcome(seen=40, rule_right=1, reader_right=30)
    final = decide(rules, spans, {RETYPED: sure, WIDENED: sure})
    assert [(m.text, m.type, TEXT[slice(*m.origin)]) for m in final] == [
        ("В апреле 2015 года", "date", "апреле 2015 года"),
        ("Гавара", "city", "Гавара"),
        ("Осипян", "person", "Осипян"),
        ("мэр Гавара", "profession", "мэр Гавара"),
    ]


def test_two_dates_in_one_span_of_the_reader_stay_two():
    year = rule("2015 года", "date", "dates:year", value="2015")
    month = rule("апреле", "date", "dates:month", value="2015-04")
    both = decide(
        [month, year], [read("В апреле 2015 года", "date")], {WIDENED: Outcome(seen=9, rule_right=1, reader_right=8)}
    )
    assert [m.value for m in both[:2]] == ["2015-04", "2015"]
    assert both[:2] == [month, year]


def test_a_name_within_a_name_does_not_become_the_same_mention():
    within = [
        rule("мэр Гавара", "location", "gazetteer", kind="name", entity="e-1"),
        rule("Гавара", "location", "gazetteer", kind="name", entity="e-2"),
    ]
    case = Case(rule="gazetteer", type="location", verdict="widens", reader_type="location")
    found = decide(
        within, [read("мэр Гавара Осипян", "location")], {case: Outcome(seen=13, rule_right=0, reader_right=13)}
    )
    assert len({mention.key for mention in found if mention.entity}) == 2


def test_what_only_the_reader_finds_is_added_with_its_kind():
    added = decide(
        [], [read("мэр Гавара", "profession"), read("правительству", "organization"), read("Осипян", "person")], {}
    )
    assert [(m.text, m.type, m.kind) for m in added] == [
        ("мэр Гавара", "profession", ""),
        ("правительству", "organization", "nominal"),
        ("Осипян", "person", ""),
    ]
    assert {m.source for m in added} == {"reader-1"}


def test_a_description_that_coreference_has_led_to_somebody_is_the_readers_own_where_it_agrees():
    nominal = rule("правительству", "organization", "coreference.body", kind="nominal", entity="e-2")
    (kept,) = decide([nominal], [read("правительству", "organization")], {})
    assert (kept.entity, kept.source) == ("e-2", "reader-1;coreference.body")
    assert decide([nominal], [], {}) == [nominal]


def test_a_description_of_somebody_is_a_profession_too():
    nominal = rule("мэр", "person", "coreference.role", kind="nominal", entity="e-2")
    assert [(m.type, m.source) for m in decide([nominal], [read("мэр", "profession")], {})] == [
        ("person", "coreference.role"),
        ("profession", "reader-1"),
    ]


def test_a_relation_needs_both_its_ends():
    town, mayor = read("Гавара", "city"), read("мэр Гавара", "profession")
    link = ReadRelation(type="WORKPLACE", head=mayor, tail=town, confidence=0.7)
    reading = Reading(source="reader-1", spans=(mayor, town), relations=(link,))
    both = decide([], reading.spans, {})
    assert [(r.type, r.head[2], r.tail[2], r.source) for r in stated_relations(reading, both)] == [
        ("WORKPLACE", "profession", "city", "reader-1")
    ]
    assert list(stated_relations(reading, both[:1])) == []


def test_the_table_of_outcomes_goes_round(tmp_path):
    rows = {
        RETYPED: Outcome(seen=40, rule_right=5, reader_right=30),
        WIDENED: Outcome(seen=9, rule_right=1, reader_right=8),
    }
    write_outcomes(rows.items(), tmp_path / "a.csv")
    assert read_outcomes(tmp_path / "a.csv") == rows
    (tmp_path / "b.csv").write_text("rule,type\ndates,date\n", encoding="utf-8")
    with pytest.raises(ResourceError, match=r"b\.csv:2"):
        read_outcomes(tmp_path / "b.csv")


def test_the_shipped_table_holds_what_it_promises():
    for outcome in measured_outcomes().values():
        assert (
            0
            <= outcome.rule_right + outcome.reader_right
            <= outcome.seen + min(outcome.rule_right, outcome.reader_right)
        )

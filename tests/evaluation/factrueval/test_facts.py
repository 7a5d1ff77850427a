"""Facts of a text of our own in the format of the track, with answers that are right, partly right and wrong."""

import pytest

from pipeline.errors import InputError
from pipeline.evaluation.factrueval.fact_answers import fact_answers
from pipeline.evaluation.factrueval.fact_corpus import load_facts
from pipeline.evaluation.factrueval.facts import FactAnswer, FactArgument, score_facts
from pipeline.records.annotations import Annotations, Argument, Entity, Event, Mention, Position, Relation

TEXT = "Глава «Полёта» Иван Зорин встретился с Анной Лин. «Полёт» купил «Зарю»."
OBJECTS = "10 Org 2 1 # Полёта\n11 Person 3 4 # Иван Зорин\n12 Person 6 # Анной Лин\n13 Org 7 # Зарю\n"
COREF = """1 10
descriptor клуб
name Полёт

2 11
firstname Иван
lastname Зорин

3 12
firstname Анна
lastname Лин

4 13
name Заря
"""
FACTS = """1-0 Occupation
Who obj2 Зорин Иван
Position span5 Глава
Where obj1 Полёт

1-1 Meeting
Participant obj2 Зорин Иван
Participant obj3 Лин Анна
Модальность будущее

1-2 Deal
Participant obj1 Полёт
Participant obj4 Заря
Type купля/продажа
Сложность повышенная

1-3 isPartOf
Company obj1 Полёт
Company obj4 Заря
"""


@pytest.fixture
def folder(tmp_path):
    for suffix, text in (("txt", TEXT), ("objects", OBJECTS), ("coref", COREF), ("facts", FACTS)):
        (tmp_path / f"one.{suffix}").write_text(text, encoding="utf-8")
    return tmp_path


def fact(kind, *pairs):
    return FactAnswer(type=kind, arguments=tuple(FactArgument(role=role, name=name) for role, name in pairs))


HEAD = fact("occupation", ("who", "Иван Зорин"), ("position", "глава"), ("where", "клуб «Полёт»"))
MEETING = fact("meeting", ("participant", "Анна Лин"), ("participant", "Иван Зорин"))


def counts(folder, kind, *answers):
    (text,) = load_facts(folder)
    found = score_facts(text, answers).counts[kind]
    return found.right, found.predicted, found.gold


def test_a_fact_is_right_whatever_the_order_of_its_arguments(folder):
    assert counts(folder, "occupation", HEAD) == (1.0, 1, 1)
    assert counts(folder, "meeting", MEETING) == (1.0, 1, 1)


@pytest.mark.parametrize(
    ("answer", "right"),
    [
        (fact("occupation", ("who", "Иван Зорин"), ("position", "глава")), 2 / 3),
        (fact("occupation", ("who", "Иван Зорин"), ("position", "врач"), ("where", "Полёт")), 2 / 4),
        (fact("occupation", ("who", "Анна Лин"), ("position", "глава"), ("where", "Полёт")), 0),  # somebody else
    ],
)
def test_arguments_that_are_missing_or_wrong_cost_their_share(folder, answer, right):
    assert counts(folder, "occupation", answer) == (pytest.approx(right), 1, 1)


def test_a_difficult_fact_may_be_found_or_not(folder):
    deal = fact("deal", ("participant", "Заря"), ("participant", "Полёт"), ("type", "купля/продажа"))
    assert counts(folder, "deal") == (0, 0, 0)
    assert counts(folder, "deal", deal) == (0, 0, 0)
    assert counts(folder, "deal", fact("deal", ("participant", "Пламя"), ("participant", "Искра"))) == (0, 1, 0)


def test_a_fact_told_twice_counts_once(folder):
    (folder / "one.facts").write_text(FACTS + "\n" + FACTS.replace("будущее", "возможность"), encoding="utf-8")
    assert counts(folder, "meeting", MEETING, MEETING) == (1.0, 1, 1)


def test_a_folder_without_facts_is_refused(tmp_path):
    with pytest.raises(InputError, match=r"no \.facts files"):
        list(load_facts(tmp_path))


def test_a_line_that_is_no_fact_is_refused_with_its_number(folder):
    (folder / "one.facts").write_text(FACTS + "\nOccupation\nWho obj2 Зорин Иван\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"one\.facts: line 21"):
        list(load_facts(folder))


def mention(words, name, entity, type="organization"):
    start = TEXT.index(words)
    return Mention(
        start=start, end=start + len(words), text=words, name=name, type=type, kind="name", entity=entity, source="test"
    )


PEOPLE_AND_BODIES = (
    mention("Полёта", "Полёт", "flight"),
    mention("Иван Зорин", "Иван Зорин", "zorin", type="person"),
    mention("Зарю", "Заря", "dawn"),
    mention("Анной Лин", "Анна Лин", "lin", type="person"),
)


def argument(role, entity):
    return Argument(role=role, name=entity, entity=entity, start=0, end=1, text="", source="test")


def event(kind, entry, trigger, *arguments, status="occurred"):
    return Event(
        type=kind, plover="", status=status, trigger=trigger, trigger_start=0, trigger_end=1, evidence_start=0,
        evidence_end=1, source=f"ontology/{kind}/{entry}", arguments=arguments,
    )  # fmt: skip


ENTITIES = (
    Entity(key="flight", type="organization", name="Полёт"),
    Entity(key="zorin", type="person", name="Иван Зорин"),
    Entity(key="dawn", type="organization", name="Заря"),
    Entity(key="lin", type="person", name="Анна Лин"),
)


def answers(**found):
    everything = Annotations(
        sentences=1, tokens=1, sentence_starts=(0,), entities=ENTITIES, mentions=PEOPLE_AND_BODIES, **found
    )
    return [(a.type, *((x.role, x.name) for x in a.arguments)) for a in fact_answers(everything)]


def post(words, organization="flight"):
    return Position(person="zorin", position=words, organization=organization, start=0, end=1, text="", source="test")


def test_a_post_at_a_body_is_an_occupation_one_without_a_body_is_none():
    head = ("occupation", ("who", "Иван Зорин"), ("position", "глава"), ("where", "Полёт"))
    assert answers(positions=(post("глава"),)) == [head]
    assert answers(positions=(post("писатель", ""),)) == []


def test_a_body_within_the_name_of_a_post_is_where_it_is_held():
    member = ("occupation", ("who", "Иван Зорин"), ("position", "член"), ("where", "городского собрания"))
    assert answers(positions=(post("член городского собрания", ""),)) == [member]


def test_owners_come_from_posts_and_from_relations():
    _, zorin, dawn, _ = PEOPLE_AND_BODIES
    link = Relation(type="OWNER_OF", head=zorin.key, tail=dawn.key, source="test")
    of_flight = ("ownership", ("owner", "Иван Зорин"), ("property", "Полёт"))
    of_dawn = ("ownership", ("owner", "Иван Зорин"), ("property", "Заря"))
    assert answers(positions=(post("совладелец"),), relations=(link,)) == [of_flight, of_dawn]


def test_a_deal_names_what_is_bought_and_its_sort():
    parties = (argument("agent", "flight"), argument("topic", "dawn"))
    sale = ("deal", ("participant", "Заря"), ("participant", "Полёт"), ("type", "купля/продажа"))
    assert answers(events=(event("deal", "купить", "купил", *parties),)) == [sale]
    assert answers(events=(event("deal", "купить", "купил", *parties, status="denied"),)) == []


def test_a_fine_is_a_deal_a_search_is_none():
    parties = (argument("agent", "flight"), argument("recipient", "dawn"))
    fine = ("deal", ("participant", "Заря"), ("participant", "Полёт"), ("type", "наложение/выплата штрафа"))
    assert answers(events=(event("seizure", "штраф", "штраф", *parties),)) == [fine]
    assert answers(events=(event("seizure", "обыск", "обыск", *parties),)) == []


def test_who_meets_whom_in_what_order_is_one_meeting():
    there = event("meeting", "встретиться", "встретился", argument("agent", "zorin"), argument("participant", "lin"))
    back = event("meeting", "встреча", "встреча", argument("agent", "lin"), argument("participant", "zorin"))
    assert answers(events=(there, back)) == [("meeting", ("participant", "Анна Лин"), ("participant", "Иван Зорин"))]


def test_bodies_that_confer_are_no_meeting_of_people():
    talks = event(
        "meeting", "переговоры", "переговоры", argument("participant", "flight"), argument("participant", "dawn")
    )
    assert answers(events=(talks,)) == []

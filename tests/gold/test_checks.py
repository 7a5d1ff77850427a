"""Each rule on an article that is right and on one that is not."""

from __future__ import annotations

from typing import Any

import pytest

from pipeline.evaluation.gold import GoldArticle
from tests.gold import checks

TEXT = "В Нарве в пятницу, 17 мая, арестован Тыну Рауд. «Это ошибка», — сказал Рауд."


def span(words: str, nth: int = 0) -> list[int]:
    start = [at for at in range(len(TEXT)) if TEXT.startswith(words, at)][nth]
    return [start, start + len(words)]


def entity(name: str, kind: str, *mentions: list[int], aliases: tuple[str, ...] = ()) -> dict[str, Any]:
    return {"name": name, "type": kind, "aliases": aliases, "mentions": mentions}


NARVA = entity("Нарва", "location", span("Нарве"))
RAUD = entity("Тыну Рауд", "person", span("Тыну Рауд"), span("Рауд", 1), aliases=("Рауд",))
ARREST = {
    "type": "arrest", "trigger": span("арестован"), "status": "occurred", "date": ["2024-05-17"], "place": "Нарва",
    "participants": ["Тыну Рауд"],
}  # fmt: skip
DAY = {"start": span("пятницу, 17 мая")[0], "end": span("пятницу, 17 мая")[1], "values": ["2024-05-17"]}
QUOTE = {"speaker": "Тыну Рауд", "starts": "Это ошибка"}
RIGHT = {"entities": [NARVA, RAUD], "dates": [DAY], "events": [ARREST], "quotes": [QUOTE], "positions": []}


def article(**other: Any) -> GoldArticle:
    return GoldArticle.model_validate({"id": "narva", "text": TEXT, **RIGHT, **other})


@pytest.mark.parametrize("rule", checks.RULES, ids=lambda rule: rule.__name__)
def test_a_right_article_has_no_fault(rule: checks.Rule):
    assert list(rule(article())) == []


@pytest.mark.parametrize(
    ("rule", "wrong"),
    [
        (checks.dates_exist, {"dates": [DAY | {"values": ["2024-05-32"]}]}),
        (checks.dates_exist, {"events": [ARREST | {"date": ["2024-13"]}]}),
        (checks.weekdays_and_months_agree, {"dates": [DAY | {"values": ["2024-05-18"]}]}),
        (checks.weekdays_and_months_agree, {"dates": [DAY | {"values": ["2024-06-21"]}]}),
        (checks.spans_belong_to_one_entity, {"entities": [NARVA, RAUD, entity("Город", "location", span("Нарве"))]}),
        (checks.spans_belong_to_one_entity, {"dates": [DAY, DAY]}),
        (checks.happenings_are_told_once, {"events": [ARREST, ARREST]}),
        (checks.happenings_are_told_once, {"events": [ARREST, ARREST | {"trigger": span("ошибка")}]}),
        (checks.quotes_are_listed_as_often_as_they_stand, {"quotes": [QUOTE, QUOTE]}),
        (checks.places_are_locations, {"events": [ARREST | {"place": "Тыну Рауд"}]}),
        (checks.other_answers_add_something, {"events": [ARREST | {"type_also": ["arrest"]}]}),
        (checks.other_answers_add_something, {"events": [ARREST | {"place_also": ["Нарва"]}]}),
        (checks.surnames_of_two_are_nobodys_alias, {"entities": [RAUD, RAUD | {"name": "Лийна Рауд"}]}),
        (
            checks.names_are_annotated_wherever_they_stand,
            {"entities": [NARVA, RAUD | {"mentions": [span("Тыну Рауд")]}]},
        ),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_a_fault_is_named(rule: checks.Rule, wrong: dict[str, Any]):
    assert len(list(rule(article(**wrong)))) == 1


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("Нарва", "за Нарвою", True),
        ("Минск", "из Минска", True),
        ("Минск", "Минский завод", False),
        ("Витебская область", "в Витебской области", True),
        ("Рим", "Римма", False),
        ("ЕЭК", "в ЕЭК", True),
    ],
)
def test_a_repeat_is_found_in_any_case(name: str, text: str, found: bool):
    entities = [entity(name, "location", [0, len(name)])]
    told = article(text=f"{name}: {text}", entities=entities, dates=[], events=[], quotes=[])
    assert len(list(checks.names_are_annotated_wherever_they_stand(told))) == found


def test_what_was_a_mention_once_is_one_everywhere():
    commission = entity("Евразийская экономическая комиссия", "organization", [0, 3])
    told = article(text="ЕЭК решила. В ЕЭК рады.", entities=[commission], dates=[], events=[], quotes=[])
    assert list(checks.names_are_annotated_wherever_they_stand(told)) == [
        "Евразийская экономическая комиссия stands at 14 too: ЕЭК"
    ]

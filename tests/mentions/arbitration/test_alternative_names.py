"""Two names of one entity that follow each other."""

import pytest

from pipeline.mentions.arbitration.alternative_names import find_alternative_names
from pipeline.records.annotations import Mention


def mentions(text, marked):
    """`words:entity[:kind]`, each found behind the one before it."""
    at = 0
    for item in marked:
        words, entity, kind = (item + ":name").split(":")[:3]
        at = text.index(words, at)
        yield Mention(start=at, end=at + len(words), text=words, type="person", kind=kind, entity=entity, source="test")
        at += len(words)


@pytest.mark.parametrize(
    ("text", "marked", "linked"),
    [
        ("Сергей Бубка рад. Бубка ушёл.", ["Сергей Бубка:1", "Бубка:1"], [("Сергей Бубка", "Бубка")]),
        ("Сергей Бубка рад. Сергея Бубку ждут.", ["Сергей Бубка:1", "Сергея Бубку:1"], []),
        (
            "Бубка рад. Бубки нет. Сергей Бубка ушёл.",
            ["Бубка:1", "Бубки:1", "Сергей Бубка:1"],
            [("Бубки", "Сергей Бубка")],
        ),
        ("Сергей Бубка рад. Бах ушёл.", ["Сергей Бубка:1", "Бах:2"], []),
        ("Россия и российский флаг", ["Россия:1", "российский:1:adjective"], [("Россия", "российский")]),
        ("Глава государства Бубка", ["Глава государства:1:nominal", "Бубка:1"], []),
        ("Некто Бубка и Сергей", ["Бубка:", "Сергей:"], []),
    ],
)
def test_names_that_follow_each_other(text, marked, linked):
    found = list(find_alternative_names(mentions(text, marked)))
    assert [(text[slice(*r.head[:2])], text[slice(*r.tail[:2])]) for r in found] == linked


def test_names_far_apart_are_not_linked():
    text = "Сергей Бубка" + " и" * 400 + " Бубка"
    assert list(find_alternative_names(mentions(text, ["Сергей Бубка:1", "Бубка:1"]))) == []

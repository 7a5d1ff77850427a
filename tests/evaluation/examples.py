"""One small gold article and the answers that are all right for it."""

from __future__ import annotations

import datetime as dt

from pipeline.evaluation.answers import (
    Answers,
    EntityAnswer,
    EventAnswer,
    MentionAnswer,
    PositionAnswer,
    QuoteAnswer,
)
from pipeline.evaluation.gold import GoldArticle

TEXT = "Вчера в Твери директор «Ладоги» Олег Сомов встретился с Анной Вишней. «Договорились», — сказал Сомов."


def span(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


def last_span(words: str) -> tuple[int, int]:
    start = TEXT.rindex(words)
    return start, start + len(words)


def gold_article() -> GoldArticle:
    return GoldArticle.model_validate({
        "id": "tver", "text": TEXT, "published": "2024-03-06",
        "entities": [
            {"name": "Тверь", "type": "location", "mentions": [span("Твери")]},
            {"name": "Ладога", "type": "organization", "mentions": [span("Ладоги")]},
            {"name": "Олег Сомов", "type": "person", "aliases": ["Сомов"],
             "mentions": [span("Олег Сомов"), last_span("Сомов")]},
            {"name": "Анна Вишня", "type": "person", "mentions": [span("Анной Вишней")]},
        ],
        "dates": [{"start": 0, "end": 5, "values": ["2024-03-05"]}],
        "events": [{"type": "meeting", "trigger": span("встретился"), "status": "occurred", "date": ["2024-03-05"],
                    "place": "Тверь", "participants": ["Олег Сомов", "Анна Вишня"]}],
        "quotes": [{"speaker": "Олег Сомов", "starts": "Договорились"}],
        "positions": [{"person": "Олег Сомов", "position": "директор", "organization": "Ладога"}],
    })  # fmt: skip


def right_answers() -> Answers:
    def mention(where: tuple[int, int], kind: str, entity: str) -> MentionAnswer:
        return MentionAnswer(start=where[0], end=where[1], type=kind, kind="name", entity=entity)

    trigger = span("встретился")
    return Answers(
        published=dt.date(2024, 3, 6),
        mentions=(
            MentionAnswer(start=0, end=5, type="date", kind="", value="2024-03-05"),
            mention(span("Твери"), "city", "t"),
            mention(span("Ладоги"), "organization", "l"),
            mention(span("Олег Сомов"), "person", "s"),
            mention(span("Анной Вишней"), "person", "v"),
            mention(last_span("Сомов"), "person", "s"),
        ),
        entities={
            "t": EntityAnswer(type="city", name="Тверь"), "l": EntityAnswer(type="organization", name="«Ладога»"),
            "s": EntityAnswer(type="person", name="Сомов"), "v": EntityAnswer(type="person", name="Анна Петровна Вишня"),
        },
        events=(
            EventAnswer(
                type="meeting", status="occurred", date="2024-03-05", place="Тверь",
                participants=("Олег Сомов", "Анна Вишня"), start=trigger[0], end=trigger[1],
            ),
        ),
        quotes=(QuoteAnswer(text="Договорились", speaker="Сомов"),),
        positions=(PositionAnswer(person="Олег Сомов", position="Директор", organization="Ладога"),),
    )  # fmt: skip

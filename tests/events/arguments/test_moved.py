"""The new day of what was put off: a sentence, the trigger's new day, the words that tell it."""

import datetime as dt

import pytest

from pipeline.assembly import read_articles
from pipeline.language.layout import find_lines
from pipeline.records.article import Article

pytestmark = pytest.mark.model

PUBLISHED = dt.date(2023, 9, 28)  # a Thursday

CASES = [
    ("Матч «Зари» с «Полётом» перенесли с 3 на 10 октября.", "2023-10-10", "10 октября"),
    ("Показ «Короля Лира» перенесён с субботы на следующий четверг.", "2023-10-05", "следующий четверг"),
    # beside a happening with a day of its own
    (
        "Гастроли ансамбля «Дунав», назначенные на 3 октября, отменены, а показ «Короля Лира» ереванской труппы «Гои» "
        "перенесён с субботы на следующий четверг.",
        "2023-10-05",
        "следующий четверг",
    ),
    # a noun between «на» and the day
    ("Запуск спутника, намеченный на послезавтра, перенесён на резервную дату — 12 ноября.", "2023-11-12", "12 ноября"),
    # by how much, counted from the old plan
    ("Заседание коллегии, назначенное на 5 октября, отложено на неделю.", "2023-10-12", "неделю"),
    ("Заседание коллегии перенесли с 5 октября на два дня раньше.", "2023-10-03", "два дня"),
    ("Заседание коллегии, назначенное на 31 октября, отложили на 1 месяц.", "2023-11-30", "1 месяц"),
    ("Матч «Зари», намеченный на 3 октября, переносится на две недели.", "2023-10-17", "две недели"),
    # what the day of something else is
    ("Рейс в Сочи перенесли на 10 октября, билеты на 7 октября примут к возврату.", "2023-10-10", "10 октября"),
    ("Визит премьера в Минск, анонсированный 2 октября, отложен на неделю.", "", ""),
    ("Митинг в Омске, назначенный на 5 октября, перенесли на день города.", "", ""),
    ("Визит премьера в Минск, который планировался на 3 октября, отложен на неделю.", "2023-10-10", "неделю"),
    # counted from nothing that is told
    ("Заседание коллегии отложено на неделю.", "", ""),
    ("Заседание коллегии, назначенное на октябрь, отложено на неделю.", "", ""),
    ("Заседание, назначенное на 5 октября, перенесено на неопределённый срок.", "", ""),
    ("Пуск ракеты, который планировали на 5 октября, отложили на неопределённое время.", "", ""),
]


@pytest.mark.parametrize(("text", "day", "words"), CASES)
def test_what_was_put_off_takes_its_new_day(nlp, text, day, words):
    doc = next(read_articles(nlp, [Article(text=text, lines=find_lines(text), published=PUBLISHED)]))
    [event] = [event for event in doc._.events if event.status == "postponed"]
    assert (event.date, event.date_text) == (day, words)
    assert all(text[a.start : a.end] == a.text for a in event.arguments)

"""Which tellings of an article become one record: what rules join and the network parts, and what it joins itself."""

import pytest

pytestmark = pytest.mark.model


def told_together(doc, first, second):
    """Whether one record tells of both words."""
    places = [doc.text.index(first), doc.text.rindex(second)]
    return any(all(any(s <= at < e for s, e in event.tellings) for at in places) for event in doc._.events)


@pytest.mark.parametrize(
    ("text", "first", "second", "together"),
    [
        ("Вчера под Уфой автобус столкнулся с фурой. Авария произошла в воскресенье.", "столкнулся", "Авария", True),
        ("Вчера в Минске встретились Иван Орлов и Пётр Громов. Переговоры Орлова и Громова прошли в Минске.",
         "встретились", "Переговоры", True),
        ("Замминистра Иван Орлов прилетел во вторник в Ханой. Орлов, прибывший в Ханой вечером, устал.",
         "прилетел", "прибывший", True),
        ("Суд приговорил Ивана Орлова к году тюрьмы в Омске. Жалобу в Верховный суд Орлов подаст 21 декабря.",
         "приговорил", "Жалобу", False),
        # the rules alone join these two
        ("До 1 ноября Росавиация запретила «Колымским линиям» перевозить людей. Если вину докажут, «Колымские линии» могут "
         "лишиться сертификата.", "запретила", "лишиться", False),
        # the rules alone part these
        ("Два человека погибли и семеро пострадали при столкновении рейсового автобуса с фурой под Уфой. Авария произошла "
         "в воскресенье около 18:40 на трассе М-5. По предварительным данным, водитель грузовика выехал на встречную полосу.",
         "столкновении", "выехал", True),
        ("Первое чтение закона состоялось 7 июня, второе чтение провели 18 октября.", "Первое чтение", "второе чтение",
         False),
        ("Сборная России обыграла Канаду 5 марта в Сочи. Ещё один матч с Канадой сборная сыграет 7 марта.", "обыграла",
         "матч", False),
    ],
)  # fmt: skip
def test_tellings_of_one_happening(nlp, text, first, second, together):
    assert told_together(nlp("Новости дня\n\n" + text), first, second) is together

"""Quoted names that no noun introduces: what they do, where they are from, what they stand with."""

import pytest

pytestmark = pytest.mark.model

BODIES = [
    ("Вчера вологодский «Речной кузнец» закрыл цех.", "Речной кузнец"),
    ("Цены растут. «Три берёзы» отозвали партию сыра.", "Три берёзы"),
    ("Холдинг купил разработчика приложений «Омега-Про».", "Омега-Про"),
    ("Матч «Сокола» и «Зари» перенесли на июнь.", "Зари"),
    ("Из проекта вышла иранская «Каспиан лайнз».", "Каспиан лайнз"),
    ("Самолёт «Двина-авиа» сел в Вологде.", "Двина-авиа"),
]
NOTHING = [
    ("На полигоне начались манёвры «Северный щит».", "Северный щит"),
    ("В порт вошёл паром «Селигер».", "Селигер"),
]


@pytest.mark.parametrize(("text", "name"), BODIES)
def test_is_a_body(nlp, text, name):
    found = [(m.text, m.type) for m in nlp("Новости дня\n\n" + text)._.mentions]
    assert (name, "organization") in found, found


@pytest.mark.parametrize(("text", "name"), NOTHING)
def test_is_no_body(nlp, text, name):
    found = [m.text for m in nlp("Новости дня\n\n" + text)._.mentions if m.type == "organization"]
    assert name not in found, found


def test_a_market_is_a_place(nlp):
    found = {m.text: m.type for m in nlp("Новости дня\n\nПожар вспыхнул на рынке «Дальние ряды».")._.mentions}
    assert found.get("Дальние ряды") in {"location", "facility"}, found

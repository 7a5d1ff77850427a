"""Streets that share a noun, places whose noun belongs to the name, places whose noun does not."""

import pytest

pytestmark = pytest.mark.model

CASES = [
    ("Саммит стран бассейна озера Чад отменён.", "озера Чад"),
    ("Митинг пройдёт на центральной площади Баку.", "Баку"),
    ("Размыло километр шоссе Душанбе — Хорог.", "Душанбе"),
    ("Вчера закрыли Засурский мост.", "Засурский мост"),
    ("НАХОДКА. Докеры вернулись к работе.", "НАХОДКА"),
    ("Выборы прошли в аймаке Дархан-Уул.", "Дархан-Уул"),
]  # fmt: skip
PLACES = {"location", "facility", "city", "country", "state_or_province", "district"}


@pytest.mark.parametrize(("text", "name"), CASES)
def test_places(nlp, text, name):
    found = [(m.text, m.type) for m in nlp("Новости дня\n\n" + text)._.mentions]
    assert any(text == name and kind in PLACES for text, kind in found), found


def test_two_streets_share_a_noun(nlp):
    doc = nlp("Новости дня\n\nАвтобус встал на перекрёстке улиц Гоголя и Мичурина.")
    names = {entity.name.lower() for entity in doc._.entities}
    assert {"улица гоголя", "улица мичурина"} <= names, names


@pytest.mark.parametrize("city", ["Яунде", "Виндхук", "Тайбэй", "Рамалла"])
def test_capitals_of_all_states_are_known(nlp, city):
    doc = nlp(f"Новости дня\n\nМинистр прибыл в столицу страны {city}.")
    assert city in {entity.name for entity in doc._.entities if entity.gazetteer}

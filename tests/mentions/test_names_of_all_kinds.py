"""Names by their form alone: brands, letters of other languages, datelines, places before people, generations."""

import pytest

pytestmark = pytest.mark.model

CASES = [
    ("В рейс вышел паром компании «Персиан Галф Лайн».", "Персиан Галф Лайн", "organization"),
    ("Холдинг Demirören İplik открыл фабрику.", "Demirören İplik", "organization"),
    ("Корпорация Weihe ответила. «Ни с Weihe, ни с другими мы не говорили», — сказал Павел Зотов.",
     "Weihe", "organization"),
    ("ТЕГЕРАН, 1 июня — «Хазар». Иран отверг упрёки.", "Хазар", "organization"),
    ("ЛОМЕ, 16 июня. Докеры начали забастовку.", "ЛОМЕ", "location"),
    ("В Ташкенте открыты станции «Южная» и «Озёрная».", "Озёрная", "location"),
    ("Художественный музей Эстонии (ЭХМ) закрыт. В ЭХМ идёт ремонт.", "ЭХМ", "organization"),
    ("Проект поддержал фонд Эриха Кестнера.", "фонд Эриха Кестнера", "organization"),
    ("Аким встретил Тимура Дёмина-младшего.", "Тимура Дёмина-младшего", "person"),
    ("В Гдове открыт музей.", "Гдове", "city"),
    ("В апреле Bauer & Young опубликовала исследование.", "Bauer & Young", "organization"),
    ("Представитель Lomax & Dale Джон Грин уехал.", "Lomax & Dale", "organization"),
    ("Министр Нурлан Ахметов приехал. В Туркестане Ахметов дал старт уборке.", "Ахметов", "person"),
    ("Министр Нурлан Ахметов приехал. В Туркестане Ахметов дал старт уборке.", "Туркестане", "city"),
    ("Башкан Георгий Топал уехал. Встречи не было; Топал обвинил соседей.", "Топал", "person"),
    ("Соседняя Инта, вопреки обещанному, мазут не прислала.", "Инта", "city"),
    ("Оппозиционная Народно-республиканская партия добивается расследования.",
     "Народно-республиканская партия", "organization"),
    ("Вчера начальник участка Гари Арутюнов уехал.", "Гари Арутюнов", "person"),
    ("Вчера епископ Потоси Хулио Аранда уехал.", "Хулио Аранда", "person"),
    ("Укрупнение начал Илья Шапорин. Укрупнение, по Шапорину, вид спорта.", "Шапорину", "person"),
    ("Владельца собаки Иванова оштрафовали.", "Иванова", "person"),
    ("Суд разобрал смерть собаки Иванова. Иванов подал жалобу.", "Иванов", "person"),
    ("Писатель Джек Лондон уехал. Посол в Лондоне молчит.", "Лондоне", "city"),
    ("Президент Умару Муса Яр-Адуа уехал.", "Умару Муса Яр-Адуа", "person"),
    ("Рейтинг понизило Harris & Boor's.", "Harris & Boor's", "organization"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "kind"), CASES)
def test_names_of_all_kinds(nlp, text, name, kind):
    found = [(m.text, m.type) for m in nlp("Новости дня\n\n" + text)._.mentions]
    kinds = {"location", "facility", "city"} if kind in {"location", "city"} else {kind}
    assert any(text == name and type_ in kinds for text, type_ in found), found


@pytest.mark.parametrize(
    ("place", "house"), [("Вашингтоне", "Конгресса США"), ("Минске", "Национального собрания Беларуси")]
)
def test_a_house_in_small_letters_is_that_of_the_country_told_of(nlp, place, house):
    doc = nlp(f"Новости дня\n\nМинистр выступил в {place}. С призывом он обратился к палате представителей.")
    assert f"Палата представителей {house}" in [entity.name for entity in doc._.entities]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Вратаря Мартиньша Озолиньша оставили. Латыш подписал контракт.", "Латыш"),
        ("Первую премьеру, «Дракона», закрыли на третий день.", "Дракона"),
        ("Подписали протокол о передаче слонихи Зиты. Зита родилась в Праге.", "Зита"),
        ("Герман Ляпунов побывал дома на Крещение.", "Крещение"),
    ],
)
def test_words_that_name_nobody(nlp, text, word):
    assert word not in [m.text for m in nlp("Новости дня\n\n" + text)._.mentions if m.kind == "name"]


def test_english_words_around_an_ampersand_name_no_body(nlp):
    text = "Новости дня\n\nСенатор написал: «Demand apology & retraction from Boris & Team today»."
    assert [m.text for m in nlp(text)._.mentions if m.source == "rule.latin"] == []


def test_a_younger_man_keeps_his_generation(nlp):
    doc = nlp("Новости дня\n\nВыступил зампред Дамир Акишев-младший. Акишева-младшего поддержали.")
    assert "Дамир Акишев-младший" in [entity.name for entity in doc._.entities]

"""Sentences with the records that they give: type, status and title (who; where, when)."""

import datetime as dt

import pytest

from pipeline.assembly import read_articles
from pipeline.language.layout import find_lines
from pipeline.records.article import Article

PUBLISHED = dt.date(2023, 11, 21)

# sentence, records of the wanted types in the order of their triggers
CASES = [
    # chains of titles and genitives: the people, not their employers
    (
        "В понедельник в Астане состоялась беседа генерального секретаря ШОС Чжан Мина с председателем Сената"
        " Казахстана, бывшим послом в России Мауленом Ашимбаевым.",
        ["meeting occurred | Встреча: Чжан Мин, Маулен Ашимбаев; Астана, 20.11.2023"],
    ),
    (
        "Министр обороны Сербии Милош Вучевич встретился с министром обороны Венгрии Криштофом Салаи.",
        ["meeting occurred | Встреча: Милош Вучевич, Криштоф Салаи"],
    ),
    # each sitting has its own day
    (
        "Секретариат доложил о подготовке к заседанию Совета министров обороны СНГ, намеченному на 24 мая,"
        " и саммиту Шанхайской организации сотрудничества, назначенному на 25 июня.",
        [
            "session planned | Заседание: Совет министров обороны СНГ; 24.05.2024",
            "session planned | Заседание: Шанхайская организация сотрудничества; 25.06.2024",
        ],
    ),
    # relative clauses and participles
    (
        "Переговоры, которые прошли 15 ноября в Баку, завершились без итогового документа.",
        ["meeting occurred | Встреча: Баку, 15.11.2023"],
    ),
    (
        "Назначенные на 29 ноября консультации экспертов в Бишкеке отменены.",
        ["meeting cancelled | Встреча: Бишкек, 29.11.2023"],
    ),
    (
        "Визит Сергея Лаврова, намеченный на 23 ноября, отложен на 30 ноября.",
        ["visit postponed | Визит: Сергей Лавров; 30.11.2023"],
    ),
    # a paper that only tells of it, or puts in a note, takes no part; a capital acts for its government
    (
        "Антон Черепанов вчера посетил Уфу, сообщает газета «Заря».",
        ["visit occurred | Визит: Антон Черепанов; Уфа, 20.11.2023"],
    ),
    (
        "Они (сборщики — ТАСС) вчера потребовали новых станков.",
        ["request occurred | Просьба или требование: 20.11.2023"],
    ),
    (
        "Осло вчера обвинил Данию в обмане.",
        ["accusation occurred | Обвинение в адрес: Осло, Дания; 20.11.2023"],
    ),
    # passives
    (
        "Антон Черепанов был задержан вчера в Уфе.",
        ["arrest occurred | Задержание: Антон Черепанов; Уфа, 20.11.2023"],
    ),
    # where the main clause went
    (
        "Милош Вучевич прибыл вчера в Минск, где провёл переговоры с Виктором Хрениным.",
        [
            "visit occurred | Визит: Милош Вучевич; Минск, 20.11.2023",
            "meeting occurred | Встреча: Милош Вучевич, Виктор Хренин; Минск, 20.11.2023",
        ],
    ),
    # the one addressed acts in the infinitive (that the wish has its place too is the network's doing, and no good)
    (
        "Сергей Лавров призвал премьер-министра Милоша Вучевича посетить Москву.",
        [
            "request occurred | Просьба или требование: Сергей Лавров, Милош Вучевич; Москва",
            "visit hypothetical | Визит: Милош Вучевич; Москва",
        ],
    ),
    # the day of the speech, the day before which it was so, an act beside a denial
    (
        "Иван Орлов говорил 7 октября о новом референдуме в Латвии.",
        ["election occurred | Выборы: Латвия"],
    ),
    ("Впервые с 1994 года в Латвии прошёл референдум.", ["election occurred | Выборы: Латвия"]),
    (
        "Осло отверг обвинения и вчера потребовал извинений.",
        ["request occurred | Просьба или требование: Осло; 20.11.2023"],
    ),
    # what only lasts until a day did not happen on it
    ("До 1 декабря Узбекистан запретил вывоз лука.", ["seizure occurred | Изъятие или запрет: Узбекистан"]),
    # days that a clause takes from elsewhere
    (
        "Пост пустует с января, когда посол Иван Орлов скоропостижно скончался.",
        ["death occurred | Смерть: Иван Орлов; 01.2023"],
    ),
    (
        "В 2020 году Анна Зимина выиграла выборы. Тогда же Иван Орлов подал в отставку.",
        [
            "election occurred | Выборы: Анна Зимина; 2020",
            "dismissal occurred | Отставка: Иван Орлов; 2020",
        ],
    ),
    (
        "В среду Иван Орлов вошёл в банк, дважды выстрелил и потребовал машину.",
        ["request occurred | Просьба или требование: Иван Орлов; 15.11.2023"],
    ),
    # days of another verb
    (
        "Иван Орлов подал в отставку и в пятницу улетит в Ригу.",
        ["dismissal occurred | Отставка: Иван Орлов"],
    ),
    (
        "Министр Иван Орлов, которому парламент вчера выразил недоверие, прилетел в Ригу.",
        ["visit occurred | Визит: Иван Орлов; Рига"],
    ),
    # what is no state has a first day
    ("Завод «Заря» закроют с 1 декабря.", ["closure planned | Закрытие: Завод «Заря»; 01.12.2023"]),
    ("Завод «Заря» закроют не раньше 1 декабря.", ["closure planned | Закрытие: Завод «Заря»; с 01.12.2023"]),
    # an attack that failed did happen
    ("Наступление на Омск захлебнулось.", ["attack occurred | Нападение: Омск"]),
    # what is called untrue beside a denial
    (
        "Пекин отверг обвинения, назвав сообщения об ударе по складу вымыслом.",
        ["rejection occurred | Отказ: Пекин", "attack denied | Нападение"],
    ),
    (
        "Саммит ОДКБ, который Астана готовилась принять завтра, состоится лишь 14 декабря.",
        ["session postponed | Заседание: Организация Договора о коллективной безопасности; Астана, 14.12.2023"],
    ),
]


def records(nlp, text: str, title: str = "") -> list[str]:
    article = Article(text=text, title=title, published=PUBLISHED, lines=find_lines(text, title))
    doc = next(iter(read_articles(nlp, [article])))
    return [f"{event.type} {event.status} | {event.title}" for event in doc._.events]


@pytest.mark.model
@pytest.mark.parametrize(("sentence", "wanted"), CASES)
def test_a_sentence_gives_its_records(nlp, sentence, wanted):
    types = {record.split()[0] for record in wanted}
    assert [record for record in records(nlp, sentence) if record.split()[0] in types] == wanted


@pytest.mark.model
def test_headline_lead_and_a_noun_that_takes_up_are_one_record(nlp):
    title = "Лавров встретился с Вучевичем"
    lead = "Вчера в Минске Сергей Лавров встретился с Милошем Вучевичем."
    text = f"{title}\n\n{lead}\n\nВ ходе встречи министры обсудили торговлю. Данная встреча прошла впервые за год."
    found = [record for record in records(nlp, text, title) if record.startswith("meeting")]
    assert found == ["meeting occurred | Встреча: Сергей Лавров, Милош Вучевич; Минск, 20.11.2023"]


@pytest.mark.model
def test_the_next_happening_of_a_kind_stays_apart(nlp):
    text = "Вчера в Уфе загорелся склад. Предыдущий пожар произошёл там 3 мая 2021 года."
    accidents = [record for record in records(nlp, text) if record.startswith("accident")]
    assert len(accidents) == 2


@pytest.mark.model
def test_what_names_nobody_no_place_and_no_day_is_no_record(nlp):
    assert records(nlp, "Встреча всегда полезна.") == []


@pytest.mark.model
@pytest.mark.usefixtures("unsure")
@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("Докеры пригрозили забастовкой.", ["threat"]),
        ("Они отказались.", ["rejection"]),
        ("К вечеру семь человек задержаны.", ["arrest"]),
        ("Слухи о банкротстве в компании опровергли.", ["closure"]),
        ("Концерт отменён.", ["culture"]),
        # nobody, nowhere, and nothing that came of it
        ("Концерт нам понравился.", []),
        ("Если понадобится, рабочие забастуют.", []),
        ("Наши выиграли.", []),
    ],
)
def test_people_without_a_name_and_a_fate_make_a_record(nlp, text: str, types: list[str]):
    assert [record.split()[0] for record in records(nlp, text)] == types


@pytest.mark.model
def test_victims_are_counted(nlp):
    text = "При обрушении моста под Омском погибли трое, ещё пятеро ранены."
    doc = next(iter(read_articles(nlp, [Article(text=text, published=PUBLISHED, lines=find_lines(text, ""))])))
    counts = {(a.role, a.value) for event in doc._.events for a in event.arguments if a.value}
    assert {("killed", "3"), ("injured", "5")} <= counts


@pytest.mark.model
def test_every_argument_points_at_its_words(nlp):
    text = CASES[0][0]
    doc = next(iter(read_articles(nlp, [Article(text=text, published=PUBLISHED, lines=find_lines(text, ""))])))
    for event in doc._.events:
        assert doc.text[event.trigger_start : event.trigger_end] == event.trigger
        assert event.evidence_start <= event.trigger_start < event.evidence_end
        for argument in event.arguments:
            assert doc.text[argument.start : argument.end] == argument.text
            assert argument.source


@pytest.mark.model
def test_blanks_part_no_number_and_things_are_no_victims(nlp):
    text = "В 2022 году на стройках страны погибли 1 203 человека. В Омске при взрыве двух баллонов погиб Иван Гай."
    doc = next(iter(read_articles(nlp, [Article(text=text, published=PUBLISHED, lines=find_lines(text, ""))])))
    assert [a.value for event in doc._.events for a in event.arguments if a.role == "killed"] == ["1203"]


@pytest.mark.model
@pytest.mark.parametrize(
    "sentence",
    ["Мятежники обстреляли город Ош.", "Утром армия обстреляла Кундуз.", "Ночью дроны атаковали Ош."],
)
def test_what_is_shelled_is_the_place(nlp, sentence: str):
    (event,) = nlp(sentence)._.events
    assert [a.entity for a in event.arguments if a.role == "place"] in (["city-osh"], ["city-kunduz"])


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Переговоры в Осло начались 5 марта 2015 года. Мир подписали в Абеше 3 июня 2017 года.", "occurred"),
        ("Учения начались в Омске 3 июня 2024 года. Они продлятся до 20 июня 2024 года.", "ongoing"),
    ],
)
def test_what_began_long_before_the_last_day_of_a_chronicle_is_over(nlp, text: str, status: str):
    assert nlp(text)._.events[0].status == status

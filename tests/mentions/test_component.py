"""Sentences with the names in them: P person, O body, L place; brackets nest as names do."""

import pytest

from .marked import mark, named, unmark

pytestmark = pytest.mark.model

BODIES = """
Заседание [СКБ [ОДКБ]O]O пройдёт в [Минске]L, сообщили в [Секретариате [ОДКБ]O]O.
Об этом заявил [МИД [Армении]L]O, а [Министерство иностранных дел [Республики Беларусь]L]O промолчало.
Фото: [пресс-служба [МИД [Казахстана]L]O]O
В [Генпрокуратуре [Казахстана]L]O подтвердили, что [прокуратура [Тверской области]L]O проводит проверку.
Иск рассмотрит [Ленинский районный суд [Бреста]L]O, а затем [Брестский областной суд]O.
Обыски провели [УФСБ по [Кабардино-Балкарии]L]O и [ГУ [МЧС [России]L]O по [Приморскому краю]L]O.
[Администрация [Твери]L]O и [мэрия [Бишкека]L]O обменялись опытом.
Председатель [Комитета [Законодательной палаты]O по вопросам экологии и охраны окружающей среды]O ушёл в отпуск.
Выставка откроется в [библиотеке имени [Махтумкули]P]O.
Раненых доставили в больницы [Хашури]L и [Гори]L.
Комиссия [Министерства здравоохранения]O проверит школы.
Столичная милиция нашла пропажу, сообщил [Кыргызгидромет]O.
Член совета директоров компании уехал.
"""
QUOTED = """
Компания «[Тау-Курылыс]O» выиграла суд у ООО «[Родник-Т]O».
[МИНСК]L, 14 мая — «[Союз-Вести]O». Сегодня всё спокойно.
Хоккеисты «[Степных барсов]O» обыграли «[Уральских волков]O», отметил тренер «[Барсов]O».
Геологи прилетели на [прииск «Зимний»]L.
Пожар тушили на [заводе «Прогресс»]O, а завод «[Микроника-7]O» не пострадал.
Учение «Рубеж-2021» и спутник «Жетысу-1» обсудили на пункте пропуска «[Терехово]L».
Источник: [пресс-служба ХК «[Степные барсы]O»]O
Корпорация [Yunhe Solar]O построит завод.
«Взрыва не было», — сказали в ведомстве.
"""
ABBREVIATIONS = """
[Контрольно-счётная палата]O ([КСП]O) [Твери]L завершила проверку, в [КСП]O довольны.
[Государственная пограничная служба]O ([ГПС]O) [Кыргызстана]L опровергла слухи; [ГПС]O ждёт ответа.
Сотрудники [УФСБ по [Кабардино-Балкарии]L]O ([КБР]L) задержали троих.
"""
PEOPLE = """
Об этом сообщил [С. К. Жаксыбаев]P, а [А.В.Тер-Погосян]P добавил подробностей.
Юрист [Нурлан Бакыт уулу]P подал иск вместе с [Эльшадом Гасымовым]P.
[Сакина Гасымова]P пропала в среду. Поиски [Гасымовой]P продолжаются.
Логист [Томас Грикштас]P вышел под залог.
Вертолёт Ми-8 сел в тумане, тётя вернулась домой.
Президент принял гостей. Генсек промолчал.
"""
PLACES = """
Переговоры губернаторов [Баткенской]L и [Согдийской областей]L перенесены.
Обыск прошёл на [улице Барыкина]L у [площади Победы]L в [Иглинском районе]L.
Автобус следовал по трассе [М-5]L через посёлок [Сеймчан]L к реке [Раздольной]L.
Дорога [Шеки]L — [Гах]L размыта.
"""


def sentences(*blocks: str) -> list[str]:
    return [line for block in blocks for line in block.strip().splitlines()]


@pytest.mark.parametrize("marked", sentences(BODIES, QUOTED, ABBREVIATIONS, PEOPLE, PLACES))
def test_names_are_found_where_they_stand(nlp, marked):
    text, spans = unmark(marked)
    assert mark(text, named(nlp(text)._.mentions)) == mark(text, spans)


@pytest.mark.parametrize(
    ("text", "name", "key"),
    [
        ("Заседание СМИД и СМО прошло в Минске. ОДКБ довольна.", "СМИД", "body-odkb-smid"),
        ("Заседание СМИД прошло в Минске. СНГ довольно.", "СМИД", "body-sng-smid"),
        ("Заседание СМИД СНГ прошло, ОДКБ и ОДКБ ждут.", "СМИД СНГ", "body-sng-smid"),
        ("МИД Армении ответил.", "МИД Армении", "body-mid.country-am"),
        ("В Ташкенте ждут ответа МИД.", "МИД", "body-mid.country-uz"),
        ("Белоруссия ответила.", "Белоруссия", "country-by"),
        ("Академия наук Беларуси (НАН) закрыта. В НАН молчат, Литва и Польша тоже.", "НАН", "body-an.country-by"),
    ],
)
def test_the_context_decides_whose_body_it_is(nlp, text, name, key):
    found = [mention.gazetteer for mention in nlp(text)._.mentions if mention.text == name]
    assert set(found) == {key}


def test_a_collision_is_reported_not_guessed(nlp):
    mention = next(m for m in nlp("Заседание СМИД перенесено.")._.mentions if m.text == "СМИД")
    assert mention.gazetteer == ""
    assert "collision=body-odkb-smid|body-sng-smid" in mention.source


def test_definitions_are_kept_for_the_rooms_behind(nlp):
    doc = nlp("Контрольно-счётная палата (КСП) Твери завершила проверку.")
    assert [(d.short, doc.text[d.start : d.end]) for d in doc._.abbreviations] == [("КСП", "Контрольно-счётная палата")]


def test_mentions_are_ordered_and_cover_their_text(nlp):
    doc = nlp("В Минске СКБ ОДКБ принял решение, сообщила пресс-служба МИД Армении.\n\nИван Петров доволен.")
    spans = [(m.start, -m.end) for m in doc._.mentions]
    assert spans == sorted(spans)
    assert all(doc.text[m.start : m.end] == m.text for m in doc._.mentions)
    assert {span.text for span in doc.spans["mentions"]} >= {"ОДКБ", "СКБ ОДКБ"}
    assert "Минске" in {span.text for span in doc.ents}

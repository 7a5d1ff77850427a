"""Sentences with the status of the happening that a word of theirs names, and the word that decided it."""

import datetime as dt

import pytest

from pipeline.events.candidates import find_candidates
from pipeline.events.ontology import default_ontology
from pipeline.events.status import StatusJudgement, status_by_date, status_of

CASES = [
    # sentence, trigger, status, cue
    ("Вчера прошла встреча министров.", "встреча", "occurred", "прошла"),
    ("Министры встретились в Баку.", "встретились", "occurred", "встретились"),
    ("Договор был подписан в мае.", "подписан", "occurred", "подписан"),
    ("Он рассказал об этом на заседании совета.", "заседании", "occurred", "рассказал"),
    ("По итогам состоявшейся в Сочи встречи принято заявление.", "встречи", "occurred", "состоявшейся"),
    ("Спасателям удалось эвакуировать рыбаков.", "эвакуировать", "occurred", "удалось"),
    ("Завершились переговоры о поставках газа.", "переговоры", "occurred", "Завершились"),
    ("В Осло продолжаются переговоры.", "переговоры", "ongoing", "продолжаются"),
    ("В цехе идёт проверка.", "проверка", "ongoing", "идёт"),
    ("Прокуратура начала проверку.", "проверку", "ongoing", "начала"),
    ("Следователи допрашивают водителя.", "допрашивают", "ongoing", "допрашивают"),
    ("Завтра в Риме состоится саммит.", "саммит", "planned", "состоится"),
    ("Президент посетит Оман.", "посетит", "planned", "посетит"),
    ("Заседание назначено на 5 мая.", "Заседание", "planned", "назначено"),
    ("Стороны обсудили подготовку к саммиту, запланированному на май.", "саммиту", "planned", "запланированному"),
    ("Министр намерен посетить Каир.", "посетить", "planned", "намерен"),
    ("Власти пообещали вывести войска.", "вывести войска", "planned", "пообещали"),
    ("Договор будет подписан осенью.", "подписан", "planned", "подписан"),
    ("Планируется провести консультации.", "консультации", "planned", "Планируется"),
    ("Готовится визит премьера.", "визит", "planned", "Готовится"),
    ("В среду директор доложит об этом на совещании.", "совещании", "planned", "доложит"),
    ("Переговоры должны начаться в июне.", "Переговоры", "planned", "должны"),
    ("Концерт будет проходить в парке.", "Концерт", "planned", "проходить"),
    ("Матч перенесён на 3 июня.", "Матч", "postponed", "перенесён"),
    ("Правительство отложило выборы.", "выборы", "postponed", "отложило"),
    ("Суд отложил заседание до марта.", "заседание", "postponed", "отложил"),
    ("Выставка, которую отложили из-за ремонта, ждёт гостей.", "Выставка", "postponed", "отложили"),
    ("Раунд переговоров был намечен на среду, но его перенесли.", "Раунд", "postponed", "перенесли"),
    ("Визит министра отменён.", "Визит", "cancelled", "отменён"),
    ("Клуб отменил концерт из-за грозы.", "концерт", "cancelled", "отменил"),
    ("Митинг не состоялся.", "Митинг", "cancelled", "состоялся"),
    ("Переговоры сорвались.", "Переговоры", "cancelled", "сорвались"),
    ("Организаторам пришлось отменить забег.", "забег", "cancelled", "отменить"),
    ("Взрыва на станции не было.", "Взрыва", "denied", "было"),
    ("Министр опроверг сообщения об отставке.", "отставке", "denied", "опроверг"),
    ("Слухи о том, что тренера уволили, в клубе опровергли.", "уволили", "denied", "опровергли"),
    ("Сообщение о взрыве полиция назвала выдумкой.", "взрыве", "denied", "выдумкой"),
    ("В МИД не подтвердили, что посла выслали.", "выслали", "denied", "подтвердили"),
    ("Компания не закрывала завод.", "закрывала завод", "denied", "закрывала"),
    ("Обыска в редакции не проводили.", "Обыска", "denied", "проводили"),
    ("Суд может отменить приговор, тогда актёра освободят из тюрьмы.", "отменить приговор", "hypothetical", "может"),
    ("Если парламент одобрит сделку, завод продадут.", "продадут", "hypothetical", "Если"),
    ("Оппозиция потребовала провести выборы.", "выборы", "hypothetical", "потребовала"),
    ("Договор может быть подписан в марте.", "подписан", "hypothetical", "может"),
    ("Не исключено, что лидеры встретятся в Женеве.", "встретятся", "hypothetical", "исключено"),
    ("Депутат призвал запретить продажу пива.", "запретить", "hypothetical", "призвал"),
    ("В городе якобы прошёл митинг.", "митинг", "hypothetical", "якобы"),
    ("Вы выступите на Олимпиаде?", "Олимпиаде", "hypothetical", "?"),
    ("Директор хотел бы посетить Пекин.", "посетить", "hypothetical", "посетить"),
]


@pytest.mark.model
@pytest.mark.parametrize(("sentence", "trigger", "status", "cue"), CASES)
def test_status(nlp, sentence: str, trigger: str, status: str, cue: str):
    doc = nlp(sentence)
    found = {doc.text[c.start : c.end]: c for c in find_candidates(doc, default_ontology())}
    assert trigger in found
    judgement = status_of(doc, found[trigger])
    assert judgement.status == status, judgement
    assert judgement.cue is not None
    assert doc.text[slice(*judgement.cue)] == cue


@pytest.mark.model
@pytest.mark.parametrize(
    ("sentence", "phase"),
    [
        ("Учения начались на полигоне.", "start"),
        ("Закончилось противостояние Баку и Еревана.", "end"),
        ("Прошёл матч.", ""),
    ],
)
def test_phase(nlp, sentence: str, phase: str):
    doc = nlp(sentence)
    (candidate,) = find_candidates(doc, default_ontology())
    assert status_of(doc, candidate).phase == phase


@pytest.mark.model
@pytest.mark.parametrize(
    ("sentence", "cue"),
    [
        ("По словам министра, договор подписан.", "словам"),
        ("Министр заявил, что договор подписан.", "заявил"),
        ("Договор подписан.", None),
    ],
)
def test_asserted_by(nlp, sentence: str, cue: str | None):
    doc = nlp(sentence)
    candidate = next(c for c in find_candidates(doc, default_ontology()) if c.type == "agreement")
    span = status_of(doc, candidate).asserted_by_cue
    assert (doc.text[slice(*span)] if span else None) == cue


PUBLISHED = dt.date(2024, 5, 20)


@pytest.mark.parametrize(
    ("judgement", "day", "status"),
    [
        (StatusJudgement(status="occurred", rule="nominal", datable=True), dt.date(2024, 5, 25), "planned"),
        (StatusJudgement(status="occurred", rule="nominal", datable=True), dt.date(2024, 5, 15), "occurred"),
        (StatusJudgement(status="planned", rule="going_on", datable=True), dt.date(2024, 5, 15), "occurred"),
        (StatusJudgement(status="ongoing", rule="begun"), dt.date(2024, 5, 19), "ongoing"),
        (StatusJudgement(status="ongoing", rule="begun"), dt.date(2024, 5, 2), "occurred"),
        (StatusJudgement(status="cancelled", rule="called_off"), dt.date(2024, 5, 25), "cancelled"),
        (StatusJudgement(status="occurred", rule="took_place"), dt.date(2024, 5, 25), "occurred"),
    ],
)
def test_status_by_date(judgement: StatusJudgement, day: dt.date, status: str):
    assert status_by_date(judgement, day, day, PUBLISHED).status == status
    assert status_by_date(judgement, day, day, None) == judgement
    assert status_by_date(judgement, None, None, PUBLISHED) == judgement

"""Sentences with the triggers that they hold: type and words; `no_event` lists what must stay silent."""

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.events.candidates import find_candidates
from pipeline.events.ontology import default_ontology
from pipeline.language.tokenizer import ArticleTokenizer

TRIGGERS = [
    ("Вчера в Гродно прошла встреча министров.", "meeting", "встреча"),
    ("Президент принял посла Индии.", "meeting", "принял"),
    ("Стороны провели двусторонние переговоры.", "meeting", "переговоры"),
    ("В пятницу в Астане состоится заседание совета.", "session", "заседание"),
    ("Учёные собрались на круглый стол.", "session", "круглый стол"),
    ("Премьер прибыл в Ташкент с рабочим визитом.", "visit", "прибыл"),
    ("Губернатор посетил новую школу.", "visit", "посетил"),
    ("Лидеры провели телефонный разговор.", "call", "телефонный разговор"),
    ("Стороны подписали меморандум о взаимопонимании.", "agreement", "подписали"),
    ("Парламент ратифицировал договор.", "agreement", "ратифицировал"),
    ("Страна присоединилась к проекту.", "cooperation", "присоединилась"),
    ("Министр высоко оценил работу врачей.", "support", "высоко оценил"),
    ("Суд смягчил наказание осуждённому.", "concession", "смягчил наказание"),
    ("Красный Крест доставил в район гуманитарную помощь.", "aid", "гуманитарную помощь"),
    ("Стороны договорились о прекращении огня.", "retreat", "прекращении огня"),
    ("Войска отвели от границы.", "retreat", "Войска отвели"),
    ("Профсоюз потребовал повысить зарплату.", "request", "потребовал"),
    ("Киев обвинил соседей в провокации.", "accusation", "обвинил"),
    ("Совет отклонил заявку клуба.", "rejection", "отклонил заявку"),
    ("Китай наложил вето на резолюцию.", "rejection", "вето"),
    ("Генерал пригрозил ответным ударом.", "threat", "пригрозил"),
    ("На площади прошёл митинг.", "protest", "митинг"),
    ("Шахтёры вышли на улицы.", "protest", "вышли на улицы"),
    ("Варшава выслала двух дипломатов.", "sanction", "выслала"),
    ("На полигоне начались учения.", "exercise", "учения"),
    ("Полиция задержала троих мужчин.", "arrest", "задержала"),
    ("Суд отправил бухгалтера под домашний арест.", "arrest", "отправил под домашний арест"),
    ("В офисе банка провели обыск.", "seizure", "обыск"),
    ("Инспекция оштрафовала завод.", "seizure", "оштрафовала"),
    ("По позициям нанесли ракетный удар.", "attack", "удар"),
    ("Неизвестные напали на инкассаторов.", "attack", "напали"),
    ("В стране идёт гражданская война.", "conflict", "гражданская война"),
    ("Следователи возбудили уголовное дело.", "investigation", "возбудили уголовное дело"),
    ("Бизнесмена объявили в розыск.", "investigation", "розыск"),
    ("Суд приговорил его к пяти годам.", "trial", "приговорил"),
    ("Компания подала иск к поставщику.", "trial", "иск"),
    ("Депутаты приняли закон о тишине.", "law", "приняли закон"),
    ("Постановление вступило в силу.", "law", "вступило в силу"),
    ("Выборы мэра пройдут в сентябре.", "election", "Выборы"),
    ("Его избрали председателем союза.", "election", "избрали"),
    ("Иванова назначена министром культуры.", "appointment", "назначена министром"),
    ("Завод возглавил Пётр Лыков.", "appointment", "возглавил"),
    ("Министр подал в отставку.", "dismissal", "подал в отставку"),
    ("Тренера уволили после поражения.", "dismissal", "уволили"),
    ("На 80-м году жизни скончался художник Лев Бруни.", "death", "скончался"),
    ("Пять человек получили ранения.", "injury", "получили ранения"),
    ("Композитор родился в Вологде.", "birth", "родился"),
    ("Актёры поженились в июне.", "marriage", "поженились"),
    ("На трассе столкнулись два автобуса.", "accident", "столкнулись автобуса"),
    ("В цехе вспыхнул пожар.", "accident", "пожар"),
    ("Землетрясение разрушило мост.", "disaster", "Землетрясение"),
    ("В школе зафиксирована вспышка кори.", "outbreak", "вспышка кори"),
    ("Холдинг купил сеть аптек.", "deal", "купил"),
    ("Общество основали в 1990 году.", "founding", "основали"),
    ("Суд признал фирму банкротом.", "closure", "признал банкротом"),
    ("На заводе запустили новую линию.", "launch", "запустили"),
    ("Траулер спустили на воду.", "launch", "спустили на воду"),
    ("Журнал опубликовал расследование.", "publication", "опубликовал"),
    ("Учёный получил премию имени Попова.", "award", "премию"),
    ("Спасателей наградили медалями.", "award", "наградили"),
    ("«Заря» обыграла «Волну» со счётом 2:1.", "competition", "обыграла"),
    ("В Ереване открылся фестиваль джаза.", "culture", "фестиваль"),
    ("Жителей села эвакуировали.", "other", "эвакуировали"),
]
VOCAB = spacy.blank("ru").vocab
NO_EVENT = [
    "Министерство обороны расширило штат.",
    "Комиссия по расследованию аварий получила новое здание.",
    "Любая встреча полезна.",
    "Завод принял участие в тендерах прошлых лет.",
    "Боксёр нанёс удар по воротам.",
    "Позвоните нам по телефону редакции.",
    "Банк не просит снять наличные.",
    "Перед нами открылась глубокая пропасть.",
    "Комплекс «Ураган» стоит на вооружении.",
    "Они хотели бы развития отношений.",
]


@pytest.mark.model
@pytest.mark.parametrize(("sentence", "event_type", "trigger"), TRIGGERS)
def test_triggers(nlp, sentence: str, event_type: str, trigger: str):
    doc = nlp(sentence)
    found = [(c.type, c.words, doc.text[c.start : c.end]) for c in find_candidates(doc, default_ontology())]
    told = [(kind, " ".join(doc[i].text for i in words), text) for kind, words, text in found]
    hits = [kind for kind, words, text in told if trigger in words or trigger in text]
    assert event_type in hits, told


@pytest.mark.model
@pytest.mark.parametrize("sentence", NO_EVENT)
def test_no_event(nlp, sentence: str):
    doc = nlp(sentence)
    assert [doc.text[c.start : c.end] for c in find_candidates(doc, default_ontology())] == []


@pytest.mark.model
def test_only_headline_and_body_are_read(nlp):
    doc = nlp("Визит отложен\n\n21.11.2023\n\nМинистр прибыл в Сочи.\n\nФото: пресс-служба, встреча в Сочи")
    triggers = [doc.text[c.start : c.end] for c in find_candidates(doc, default_ontology())]
    assert triggers == ["Визит", "прибыл"]


@pytest.mark.model
def test_light_verb_and_source(nlp):
    doc = nlp("Стороны провели в Баку встречу экспертов.")
    (candidate,) = find_candidates(doc, default_ontology())
    assert candidate.light is not None
    assert doc[candidate.light].text == "провели"
    assert candidate.source == "ontology/meeting/встреча"
    assert candidate.plover == "CONSULT"


@pytest.mark.model
@pytest.mark.parametrize(
    ("sentence", "event_type", "ordinals"),
    [
        ("Первое чтение состоялось 7 июня, второе отложили.", "session", ["второе"]),
        ("Первый раунд переговоров прошёл в Осло, второй — в Вене.", "meeting", ["второй"]),
        ("Дебаты назначены на среду. Предыдущие отменили.", "session", ["Предыдущие"]),
        ("На заседании выступил министр, второй вопрос сняли.", "session", []),
    ],
)
def test_an_ordinal_stands_for_an_event(nlp, sentence: str, event_type: str, ordinals: list[str]):
    doc = nlp(sentence)
    found = [c for c in find_candidates(doc, default_ontology()) if c.source.endswith("/ellipsis")]
    assert [doc.text[c.start : c.end] for c in found] == ordinals
    assert all(c.type == event_type for c in found)


@settings(deadline=None)
@given(st.text(alphabet="абвгдеё встреча митинг \n«».,—", max_size=200))
def test_offsets_lie_in_the_text(text: str):
    doc = ArticleTokenizer(VOCAB)(text)
    for candidate in find_candidates(doc, default_ontology()):
        assert 0 <= candidate.start < candidate.end <= len(text)
        assert candidate.start <= doc[candidate.head].idx < candidate.end

"""Who takes part where a pronoun, a delegation or a court's matter says so: sentences with the fillers of an event."""

import pytest

from pipeline.assembly import read_articles
from pipeline.events import assembly
from pipeline.language.layout import find_lines
from pipeline.records.article import Article

pytestmark = pytest.mark.model

# text, type of the event, names of all who take part in it
CASES = [
    # pronouns that coreference leaves open
    (
        "Директор завода Иван Орлов скрылся в мае. Советский районный суд Твери арестовал его на два месяца.",
        "arrest",
        {"Советский районный суд Твери", "Иван Орлов"},
    ),
    ("Анна Зимина прилетела в Минск. Завтра её примет министр Иван Орлов.", "meeting", {"Анна Зимина", "Иван Орлов"}),
    ("Иван Орлов уехал. Его сестру полиция Твери задержала в субботу.", "arrest", {"Полиция Твери"}),
    # the first person of direct speech
    ("— В среду я встречалась с Иваном Орловым, — сказала Анна Зимина.", "meeting", {"Анна Зимина", "Иван Орлов"}),
    (
        "— До 13 октября подадим жалобу в городской суд, — сказала директор Анна Зимина.",
        "trial",
        {"Анна Зимина", "Городской суд"},
    ),
    # who leads, who takes part beside others
    (
        "Делегация ОДКБ во главе с Анной Зиминой прибыла в Минск.",
        "visit",
        {"Анна Зимина", "Организация Договора о коллективной безопасности"},
    ),
    ("В Осло прошли переговоры с участием Китая.", "meeting", {"Китай"}),
    ("В Твери состоялось совещание под председательством прокурора Ивана Орлова.", "session", {"Иван Орлов"}),
    # whose case a court decides
    (
        "Верховный суд Латвии отклонил жалобу Анны Зиминой.",
        "rejection",
        {"Верховный суд Латвии", "Анна Зимина"},
    ),
    # titles joined by a dash, a word to the reader, a passive that shares its subject, a sitting of the subject
    ("Статс-секретарь – заместитель министра Иван Орлов поддержал инициативу.", "support", {"Иван Орлов"}),
    (
        "Напомним, с первым мужем, продюсером Иваном Орловым, Анна Зимина развелась в мае.",
        "marriage",
        {"Иван Орлов", "Анна Зимина"},
    ),
    (
        "Анна Зимина вчера беседовала с журналистами, а сегодня была принята министром Иваном Орловым.",
        "meeting",
        {"Анна Зимина", "Иван Орлов"},
    ),
    # a post parted from its name, a passive that leaves the subject its act
    (
        "Постоянный представитель Ирана при ООН Голямали Хошру обвинил США в лжи.",
        "accusation",
        {"Голямали Хошру", "США"},
    ),
    ("Генерал-лейтенант армии США в отставке Майкл Флинн прибыл в Минск.", "visit", {"Майкл Флинн"}),
    (
        "МИД РФ был вынужден предупредить о провокациях.",
        "threat",
        {"Министерство иностранных дел России"},
    ),
    ("Комитет Государственной Думы по транспорту на сегодняшнем заседании одобрил закон.", "session",
     {"Комитет Государственной Думы по транспорту"}),
    # a title that more words part from the name
    ("Сенатор от штата Огайо Анна Зимина поддержала идею.", "support", {"Анна Зимина"}),
    ("Премьер и лидер правящей Демократической партии Иван Орлов поддержал идею.", "support", {"Иван Орлов"}),
    ("Суд оправдал чемпионку по фигурному катанию Анну Зимину.", "trial", {"Анна Зимина"}),
    ("Главная организация страны «Заря» заключила соглашение с банком.", "agreement", {"Заря"}),
    # a state behind a preposition's noun, one that a participle governs
    ("В ответ Россия ввела эмбарго на поставки томатов.", "sanction", {"Россия"}),
    # from whom one demands, with what one comes, what another tells
    ("Министерство обороны Сербии потребовало от Анны Зиминой отчёта.", "request",
     {"Министерство обороны Сербии", "Анна Зимина"}),
    ("В 1949 году премьер-министр Израиля Иван Орлов выступил с предложением о переносе столицы.", "request",
     {"Иван Орлов"}),
    ("Анна Зимина сообщила, что требует от «Зари» отчёта.", "request", {"Анна Зимина", "Заря"}),
    # whose the pronoun is: the speaker's own word, not the speaker's third person
    ("— Моя встреча с Анной Зиминой прошла в сентябре, — сказал Иван Орлов.", "meeting", {"Анна Зимина", "Иван Орлов"}),
    ("«Он позвонил мне и всё сказал», — отметил Иван Орлов.", "call", {"Иван Орлов"}),
    # who tells of what she did, without a word for herself
    ("Анна Зимина: «Икона ждала сто лет»\n\nРеставратор Анна Зимина получила премию. Мы расспросили её о работе.\n\n"
     "— Правда ли, что вы судитесь с музеем?\n\n— Да, подала иск в июне. А в мае встречалась с Иваном Орловым.",
     "meeting", {"Анна Зимина", "Иван Орлов"}),
    ("После кризиса и своего переизбрания в 2007 году Иван Орлов обещал перемены.", "election", {"Иван Орлов"}),
    # who does it to one another, who is acted on, who takes part, whose an adjective says it is
    ("8 декабря Иран и Ирак обменялись ракетными ударами.", "attack", {"Иран", "Ирак"}),
    ("Вчера Иван Орлов подвергся нападению.", "attack", {"Иван Орлов"}),
    ("Ирак ввязался в войну с Ираном.", "conflict", {"Ирак", "Иран"}),
    ("В Сирии продолжается турецкая военная операция.", "conflict", {"Турция"}),
    # capitals for their governments
    ("Анкара ввела войска в Ирак.", "exercise", {"Анкара"}),
    ("Вашингтон предложил Киеву отказаться от этого.", "request", {"Вашингтон", "Киев"}),
    # the act of the one who decides; what the outcome was of
    ("Правительство Литвы приняло решение 25 ноября выслать посла Ирана.", "sanction", {"Правительство Литвы", "Иран"}),
    ("Арестован один из юристов компании — Иван Орлов.", "arrest", {"Иван Орлов"}),
    ("Иван Орлов вчера возложил ответственность на Иран.", "accusation", {"Иван Орлов", "Иран"}),
    # the subject of the verb's own clause, the nearest noun of a participle, none of a verb in another number
    ("Министерство финансов в субботу направило соседям ноту, а директор завода Анна Зимина пригрозила забастовкой.",
     "threat", {"Анна Зимина"}),
    ("Директор стройки Иван Орлов отстранён, а профсоюз «Заря», угрожавший забастовкой, согласился на переговоры.",
     "threat", {"Заря"}),
    ("Гитарист Иван Орлов, ради «Мыса» прилетевший в Тверь в воскресенье, заболел.", "visit", {"Иван Орлов"}),
    ("Министр Иван Орлов взвалил вину на соседей, однако двух сержантов отправили за решётку.", "arrest", set()),
    # whose people they are, instead of whom, the whole that a body is part of
    ("Губернатор Иван Орлов принял родных Анны Зиминой.", "meeting", {"Иван Орлов"}),
    ("Председателем партии «Заря» вместо Ивана Орлова избрана Анна Зимина.", "election", {"Анна Зимина"}),
    ("В Страсбурге открылась сессия Парламентской ассамблеи Совета Европы (ПАСЕ).", "session",
     {"Парламентская ассамблея Совета Европы"}),
    # together with whom, who sets about it, a command for its fleet
    ("В ноябре Анна Зимина прибудет в Тверь вместе с Национальным оркестром Латвии.", "visit",
     {"Анна Зимина", "Национальный оркестр Латвии"}),
    ("Депутаты горсовета Твери, сошедшиеся сегодня на внеочередное заседание, утвердили бюджет.", "session",
     {"Горсовет Твери"}),
    ("Иван Орлов обратился к командованию Тихоокеанского флота с просьбой прислать понтоны.", "request",
     {"Иван Орлов", "Тихоокеанский флот"}),
    ("После победы «Зари» в турнире 20 ноября Иван Орлов улыбнулся.", "competition", {"Заря"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "names"), CASES)
def test_those_who_take_part(nlp, text, kind, names):
    doc = next(read_articles(nlp, [Article(text=text, lines=find_lines(text))]))
    events = [event for event in doc._.events if event.type == kind]
    found = {a.name for event in events[-1:] for a in event.arguments if a.entity and a.role != "place"}
    assert found == names


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("В результате спецоперации 12 сентября Иван Орлов был освобождён.", "conflict"),
        ("26 октября суд оправдал убийцу Симона Петлюры.", "trial"),
    ],
)
def test_whom_no_slot_gives(nlp, text, kind, monkeypatch):
    monkeypatch.setattr(assembly, "link_arguments", lambda reading, tellings, ontology: list(tellings))
    doc = next(read_articles(nlp, [Article(text=text, lines=find_lines(text))]))
    events = [event for event in doc._.events if event.type == kind]
    assert events
    assert not [a for event in events for a in event.arguments if a.entity and a.role != "place"]


def test_whom_a_passive_is_said_of_does_not_act(nlp):
    text = "Сергея Орлова, отравленного в Солсбери, доставили в Лондон."
    doc = next(read_articles(nlp, [Article(text=text, lines=find_lines(text))]))
    (attack,) = (event for event in doc._.events if event.type == "attack")
    assert [(a.role, a.name) for a in attack.arguments if a.role != "place"] == [("recipient", "Сергей Орлов")]

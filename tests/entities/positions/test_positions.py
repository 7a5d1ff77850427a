"""Who holds which post where: beside the name, in predicates, through the verb."""

import pytest

pytestmark = pytest.mark.model


def positions(nlp, text):
    doc = nlp(text)
    names = {entity.key: entity.name for entity in doc._.entities}
    return [(names[p.person], p.position, names.get(p.organization, "")) for p in doc._.positions]


CASES = {
    "before the name, oblique": (
        "Состоялась беседа Генерального секретаря ОДКБ Ивана Орлова с журналистами.",
        [("Иван Орлов", "Генеральный секретарь", "Организация Договора о коллективной безопасности")],
    ),
    "two posts in a chain": (
        "Он встретился с Председателем СКБ ОДКБ, Президентом Республики Армения Иваном Орловым.",
        [
            ("Иван Орлов", "Председатель", "Совет коллективной безопасности ОДКБ"),
            ("Иван Орлов", "Президент", "Армения"),
        ],
    ),
    "deputy of a minister": (
        "В Минск прибыл заместитель министра иностранных дел Казахстана Иван Орлов.",
        [("Иван Орлов", "заместитель министра иностранных дел", "Казахстан")],
    ),
    "behind the name": ("Иван Орлов, министр обороны Казахстана, прибыл в Минск.",
                        [("Иван Орлов", "министр обороны", "Казахстан")]),
    "predicate": ("Министром обороны Казахстана назначен Иван Орлов.",
                  [("Иван Орлов", "Министр обороны", "Казахстан")]),
    "country by its adjective": ("Прибыл узбекский посол Иван Орлов.", [("Иван Орлов", "посол", "Узбекистан")]),
    "aide of a person": (
        "Об этом сказала пресс-секретарь Орлова Анна Ким.",
        [("Анна Ким", "пресс-секретарь", "")],
    ),
    "rank beside a post": (
        "Учением руководит начальник штаба полковник Иван Орлов.",
        [("Иван Орлов", "начальник штаба", "")],
    ),
    "mayor of the city before": (
        "Снег выпал в Бишкеке. Вице-мэр Иван Орлов сообщил об этом.",
        [("Иван Орлов", "Вице-мэр", "Бишкек")],
    ),
    "no post": ("Иван Орлов вышел на площадь.", []),
    "genitive between post and holder": (
        "Жалобу подала адвокат Орлова Анна Ким.",
        [("Анна Ким", "адвокат", "")],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_posts(nlp, name):
    text, held = CASES[name]
    assert positions(nlp, "Новости дня\n\n" + text) == held


@pytest.mark.parametrize(
    ("text", "tenure"),
    [
        ("В Минск прибыл министр обороны Казахстана Иван Орлов.", "current"),
        ("В Минск прибыл бывший министр обороны Казахстана Иван Орлов.", "former"),
        ("В Минск прибыл экс-президент Казахстана Иван Орлов.", "former"),
        ("В Минск прибыл врио губернатора Иван Орлов.", "acting"),
    ],
)
def test_tenure(nlp, text, tenure):
    doc = nlp("Новости дня\n\n" + text)
    assert [p.tenure for p in doc._.positions] == [tenure]


def test_offsets_point_at_the_words_of_the_post(nlp):
    doc = nlp("Новости дня\n\nВ Минск прибыл заместитель министра обороны Казахстана Иван Орлов.")
    (held,) = doc._.positions
    assert doc.text[held.start : held.end] == held.text == "заместитель министра обороны"

"""Direct speech in all typographies: the pieces without dash and outer marks."""

import pytest

from pipeline.mentions.quotes.find import find_direct

pytestmark = pytest.mark.model
HEAD = "Мост откроют весной\n\n"

CASES = {
    "marks, author behind": ("«Мост готов», — сказал Иван Орлов.", ["Мост готов"]),
    "marks, author before": ("Иван Орлов сказал: «Мост готов».", ["Мост готов"]),
    "marks, cut by the author": (
        "«Мост готов, — сказал Иван Орлов, — но проезд закрыт».",
        ["Мост готов", "но проезд закрыт"],
    ),
    "marks, new sentence behind the author": (
        "«Мост готов, — сказал Иван Орлов. — Проезд откроют в мае».",
        ["Мост готов", "Проезд откроют в мае"],
    ),
    "straight marks and hyphens": ('"Мост готов", - отметил Иван Орлов.', ["Мост готов"]),
    "question": ("«Когда откроют мост?» — спросил Иван Орлов.", ["Когда откроют мост?"]),
    "dash": ("— Мост готов, — сказал Иван Орлов.", ["Мост готов"]),
    "dash, cut": (
        "- Мост готов, - в частности, сказал Иван Орлов, - Проезд откроют в мае. Раньше не успеем.",
        ["Мост готов", "Проезд откроют в мае. Раньше не успеем."],
    ),
    "dash inside the speech": (
        "— Главное — это безопасность, — сказал Иван Орлов.",
        ["Главное — это безопасность"],
    ),
    "nested marks": ("«Мы читали „Зарю“ вчера», — сказал Иван Орлов.", ["Мы читали „Зарю“ вчера"]),
    "initials do not end the author's words": (
        "«Мост готов, — отметил И.П.Орлов. — Проезд закрыт».",
        ["Мост готов", "Проезд закрыт"],
    ),
    "verb no lexicon lists": ("— Едем домой, — вздохнул Иван Орлов.", ["Едем домой"]),
    "a short participle and the subject behind it": (
        "«Нас продали, — возмущена уполномоченная Анна Громова. — И молчат».",
        ["Нас продали", "И молчат"],
    ),
    "interview": (
        "Директор завода Иван Орлов ответил на вопросы газеты.\n\n— Когда пуск?\n\n— В мае.\n\n"
        "— Говорят, что завод закроют.\n\n— Это неправда. Мы растём.",
        ["В мае.", "Это неправда. Мы растём."],
    ),
    "interview whose questions have no mark but the first": (
        "Выборы выиграла Анна Громова.\n\n— Анна Львовна, чем кончилось?\n\n— Суд отклонил жалобу.\n\n"
        "— Говорят, вы разогнали половину аппарата.\n\n— Ушли пятеро.\n\n— Город сидит без воды.\n\n— Трубам полвека.",
        ["Суд отклонил жалобу.", "Ушли пятеро.", "Трубам полвека."],
    ),
    "a noun for a predicate behind a dash": (
        "Полковник Зотов: «Учёный в окопе — роскошь»",
        ["Учёный в окопе — роскошь"],
    ),
    "labels": (
        "Вопрос: Когда откроют завод?\n\nОтвет: В мае.\n\nВопрос: А цена?\n\nОтвет: Цена прежняя.",
        ["В мае.", "Цена прежняя."],
    ),
}
NOT_SPEECH = {
    "name": "Завод «Заря» открыли в мае.",
    "name behind a participle": "По сообщению газеты «Заря», утверждавшей это, мост закрыт.",
    "name of two words with a dash": "Открылся форум: «Россия — Африка»",
    "borrowed word": "Орлов назвал это «ошибкой» и ушёл.",
    "name before a dash": "Клуб «Заря» — чемпион страны, говорит статистика.",
    "title of another article": "Читайте также: «Мост откроют весной, говорят строители».",
    "notes of a channel": (
        "— Биржа выросла на процент.\n\n— Завод «Заря» отозвал заявку.\n\n— Суд взыскал долг.\n\n"
        "— Порт закрыли до среды."
    ),
    "list": "Решено:\n\n— построить мост;\n\n— закрыть завод;\n\n— открыть школу.",
}


@pytest.mark.parametrize("name", CASES)
def test_pieces(nlp, name):
    text, pieces = CASES[name]
    doc = nlp(HEAD + text)
    assert [doc.text[p.start : p.end] for p in find_direct(doc)] == pieces


@pytest.mark.parametrize("name", NOT_SPEECH)
def test_no_speech(nlp, name):
    assert find_direct(nlp(HEAD + NOT_SPEECH[name])) == []


def test_pieces_of_one_speech_share_the_offset_of_the_first(nlp):
    pieces = find_direct(nlp(HEAD + "«Мост готов, — сказал Иван Орлов, — но проезд закрыт»."))
    assert {piece.group for piece in pieces} == {pieces[0].start}

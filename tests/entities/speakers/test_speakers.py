"""Who says what: by name, description, pronoun, body, or as the last who spoke."""

import pytest

pytestmark = pytest.mark.model


def speakers(nlp, text, kind="direct"):
    doc = nlp(text)
    names = {entity.key: entity.name for entity in doc._.entities}
    return [(q.text, names.get(q.speaker, "")) for q in doc._.quotes if q.kind == kind]


CASES = {
    "name": ("«Мост готов», — сказал Иван Орлов.", ["Иван Орлов"]),
    "post and name": ("«Мост готов», — сказала журналистам директор завода Анна Ким.", ["Анна Ким"]),
    "superior in the genitive": (
        "Мэр Иван Орлов уехал. «Мост готов», — сказала пресс-секретарь Орлова Анна Ким.",
        ["Анна Ким"],
    ),
    "author before": ("Иван Орлов заявил журналистам: «Мост готов».", ["Иван Орлов"]),
    "pronoun": ("Анна Ким осмотрела мост. «Он готов», — сказала она.", ["Анна Ким"]),
    "description": (
        "Президент Казахстана Иван Орлов прибыл в Минск. «Мост готов», — заявил глава государства.",
        ["Иван Орлов"],
    ),
    "body": ("«Мост готов», — сообщили в МИД Казахстана.", ["Министерство иностранных дел Казахстана"]),
    "pieces of one speech": ("— Мост готов, — сказал Иван Орлов. — Проезд откроют в мае.", ["Иван Орлов"] * 2),
    "who is cited, not who cites": ("«Мост готов», — цитирует ТАСС Ивана Орлова.", ["Иван Орлов"]),
    "whose words are cited": (
        "Анна Ким осмотрела мост. «Мост готов», — приводит её слова ТАСС.",
        ["Анна Ким"],
    ),
    "a paper is nobody's words": ("Иван Орлов осмотрел мост. «Мост готов», — отмечается в бюллетене.", [""]),
    "one of many has no name": (
        "Иван Орлов осмотрел мост. «Мост плохой», — написал один из жителей.",
        [""],
    ),
    "last speaker goes on": (
        "«Мост готов», — сказал Иван Орлов. «Проезд по нему откроют в мае».",
        ["Иван Орлов"] * 2,
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_speaker(nlp, name):
    text, expected = CASES[name]
    assert [speaker for _, speaker in speakers(nlp, "Новости дня\n\n" + text)] == expected


def test_the_interviewee_answers(nlp):
    text = (
        "Мост откроют\n\nДиректор завода Анна Ким ответила на вопросы газеты.\n\n— Когда пуск?\n\n— В мае.\n\n"
        "— А цена?\n\n— Цена прежняя."
    )
    assert speakers(nlp, text) == [("В мае.", "Анна Ким"), ("Цена прежняя.", "Анна Ким")]


@pytest.mark.parametrize(
    "lead",
    [
        "Корреспондент «Вестей» Пётр Иванов поговорил с директором завода Анной Ким.",
        "Директор завода Анна Ким побеседовала с корреспондентом «Вестей» Петром Ивановым.",
    ],
)
def test_the_journalist_does_not_answer(nlp, lead):
    assert speakers(nlp, f"Мост откроют\n\n{lead}\n\n— Когда пуск?\n\n— В мае.") == [("В мае.", "Анна Ким")]


def test_a_headline_names_its_speaker(nlp):
    text = "Анна Ким: «Мост не терпит спешки»\n\nДиректор завода Анна Ким рассказала о стройке."
    assert speakers(nlp, text) == [("Мост не терпит спешки", "Анна Ким")]


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("Иван Орлов заявил, что новый мост готов.", "Иван Орлов"),
        ("По словам директора Ивана Орлова, новый мост готов.", "Иван Орлов"),
        ("Новый мост города готов, сообщили в МИД Казахстана.", "Министерство иностранных дел Казахстана"),
    ],
)
def test_reported_speech(nlp, sentence, speaker):
    assert [who for _, who in speakers(nlp, "Новости дня\n\n" + sentence, "indirect")] == [speaker]

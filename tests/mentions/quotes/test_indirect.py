"""Reported speech: what is said, without the words that say who says it."""

import pytest

from pipeline.mentions.quotes.indirect import find_indirect

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("sentence", "pieces"),
    [
        ("Иван Орлов заявил журналистам, что новый мост готов.", ["новый мост готов."]),
        ("По словам Ивана Орлова, новый мост готов.", ["новый мост готов."]),
        ("Новый мост города готов, сообщили в мэрии Минска.", ["Новый мост города готов"]),
        ("Как рассказал Иван Орлов, новый мост готов.", ["новый мост готов."]),
        (
            "Мост через реку готов, по словам Ивана Орлова, дорогу к нему ещё строят.",
            ["Мост через реку готов", "дорогу к нему ещё строят."],
        ),
        # What the words of the author tear is one piece with them.
        *(
            (torn, [torn])
            for torn in (
                "Новый мост города, по словам Ивана Орлова, откроют в мае.",
                "Мост дорогой, однако, по мнению Ивана Орлова, без него не обойтись.",
                "Все слухи о мосте, настаивает Иван Орлов, это попытка сорвать стройку.",
            )
        ),
        ("Иван Орлов отметил, что «мост дешёв. Его откроют в мае».", ["«мост дешёв. Его откроют в мае»"]),
        ("Вчера, по словам Ивана Орлова, новый мост открыли.", ["новый мост открыли."]),
        ("В мэрии не подтвердили, что новый мост готов.", []),
        ("Иван Орлов открыл новый мост города.", []),
    ],
)
def test_reported(nlp, sentence, pieces):
    doc = nlp("Мост откроют весной\n\n" + sentence)
    assert [doc.text[p.start : p.end] for p in find_indirect(doc, [])] == pieces


def test_about_this_reports_the_sentence_before(nlp):
    doc = nlp("Мост откроют весной\n\nВ Минске готов новый мост. Об этом сообщил Иван Орлов.")
    assert [doc.text[p.start : p.end] for p in find_indirect(doc, [])] == ["В Минске готов новый мост."]

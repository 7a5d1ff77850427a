"""Speech that a verb of another kind goes with, and people who stand in the author's words without speaking."""

import pytest

from tests.entities.told import HEADLINE, speech_of

pytestmark = pytest.mark.model

CASES = [
    # A verb at the head of the author's words and who does it, whatever the verb.
    ("«Плотину строили на века», — горячится прораб Павел Зотов.", "Плотину строили на века", "Павел Зотов"),
    ("«Я только держал фонарь», — скромничал Павел Зотов.", "Я только держал фонарь", "Павел Зотов"),
    ("«Смена вышла каторжная», — не скрывала Анна Громова.", "Смена вышла каторжная", "Анна Громова"),
    ("— Дорогу мы ждали семь лет, — не скрывает радости староста Павел Зотов.",
     "Дорогу мы ждали семь лет", "Павел Зотов"),
    # Who stands in a relative clause does not speak.
    ("Приз взял Павел Зотов. «Я просто плыл», — скромничал победитель, которому мэр Анна Громова вручила кубок.",
     "Я просто плыл", "Павел Зотов"),
    # Nobody with a name.
    ("Завод купил Павел Зотов. «Денег там нет», — сказал собеседник в банке.", "Денег там нет", ""),
    # Whose letter it is a pronoun tells.
    ("Союз «Честный хлеб» написал министру Павлу Зотову. «Мука дорожает», — говорится в его письме.",
     "Мука дорожает", "Честный хлеб"),
    # The speech goes on behind the author's full stop and a dash.
    ("«Мост готов», — заявил Павел Зотов в четверг. — «Проезд откроют к маю».", "Проезд откроют к маю", "Павел Зотов"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "speaker"), CASES)
def test_speaker(nlp, text, words, speaker):
    assert (words, speaker) in speech_of(nlp, HEADLINE + text)


def test_notes_behind_dashes_hold_speech_in_marks(nlp):
    doc = nlp("Главное за день\n\n— Мост в Твери закрыли на месяц.\n\n"
              "— Пожар в порту потушен. «Склад отстоим заново», — сказал директор Павел Зотов.")  # fmt: skip
    assert [q.text for q in doc._.quotes] == ["Склад отстоим заново"]

"""Signs of what should have been recorded, and whether it was."""

import pytest

from pipeline.report.coverage import Taken, find_signs

NOTHING = Taken(named=(), told=(), said=())


@pytest.mark.parametrize(
    ("text", "signs"),
    [
        ("Вчера Иванов купил 3 дома.", ["date Вчера", "name Иванов", "number 3"]),
        ("Об этом сказал Пётр Ильич.", ["speech сказал", "name Пётр", "name Ильич"]),
        ("Встреча прошла. Она удалась.", []),  # capitals that begin a sentence are no names
        ("МИД ответил.", ["name МИД", "speech ответил"]),  # but words all in capitals are
        ("«Зенит» играет с «Зарёй»", ["name Зарёй"]),
        ("С 5 мая 2020 года по 12.06.2021 в мае", ["date 5 мая 2020 года", "date 12.06.2021", "date мае"]),
        ("В 2020 году и в 2021–2022 гг. 15 майоров", ["date 2020 году", "date 2021–2022 гг", "number 15"]),
        ("1 000 000,5 рублей", ["number 1 000 000,5"]),
        ("Заявленный проект", []),
    ],
)
def test_signs_of_names_dates_numbers_and_speech(text, signs):
    assert [f"{each.sign} {each.text}" for each in find_signs(text, NOTHING)] == signs


def test_a_sign_is_taken_by_a_mention_or_an_event_and_speech_by_a_quote_in_its_line():
    text = "Вчера Иванов сказал о 3 домах.\nПетров сообщил."
    taken = Taken(named=[(6, 12)], told=[(22, 23)], said=[(20, 29)])
    found = {each.text: (each.taken, each.used) for each in find_signs(text, taken)}
    assert found == {
        "Вчера": (False, False), "Иванов": (True, False), "сказал": (True, False), "3": (True, True),
        "сообщил": (False, False),
    }  # fmt: skip

"""Who speaks where no name stands beside the speech, and speech in other marks."""

import pytest

from tests.entities.told import HEADLINE, speech_of

pytestmark = pytest.mark.model

CASES = [
    ("„Мы достроим мост к осени“, — сказал директор Павел Зотов.", "Мы достроим мост к осени", "Павел Зотов"),
    ("Павел Зотов вышел к рабочим. Он подумал и добавил: «Люди мы терпеливые».",
     "Люди мы терпеливые", "Павел Зотов"),
    ("Компания «Белый парус» закрывает цех. В компании это отрицают: «Цех не закроют ни летом, ни зимой».",
     "Цех не закроют ни летом, ни зимой", "Белый парус"),
    ("Цех работает, говорится в заявлении компании «Белый парус». «Никаких увольнений мы не готовим»,"
     " — подчёркивается в документе.", "Никаких увольнений мы не готовим", "Белый парус"),
    ("Долгов стало меньше, говорится в отчёте компании «Белый парус». «Осталось выплатить шесть миллионов»,"
     " — подчёркивается в документе.", "Осталось выплатить шесть миллионов", "Белый парус"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "speaker"), CASES)
def test_unnamed_speakers(nlp, text, words, speaker):
    assert (words, speaker) in speech_of(nlp, HEADLINE + text)


def test_the_headline_gives_a_post_and_the_article_its_holder(nlp):
    doc = nlp("Министр финансов Карелии: «Денег в казне хватит на всё»\n\n"
              "На вопросы ответил министр финансов Карелии Павел Зотов.")  # fmt: skip
    names = {entity.key: entity.name for entity in doc._.entities}
    assert [names.get(q.speaker, "") for q in doc._.quotes] == ["Павел Зотов"]

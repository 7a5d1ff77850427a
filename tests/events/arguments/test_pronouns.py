"""Whom a pronoun that coreference has left open means."""

import pytest

from pipeline.events.arguments.pronouns import resolve_pronouns

pytestmark = pytest.mark.model


def meant(nlp, text):
    """The pronouns that were left open, each with the name of whom it means."""
    with nlp.select_pipes(disable=nlp.pipe_names[nlp.pipe_names.index("svodka_events") :]):
        doc = nlp("Новости дня\n\n" + text)
    names = {entity.key: entity.name for entity in doc._.entities}
    return {token.text: names[mention.entity] for token, mention in resolve_pronouns(doc)}


def test_a_noun_that_takes_up_a_body_is_nearer_than_a_person(nlp):
    text = (
        "Фирма «Каспий» кормила школу. Иск подготовит адвокат Иван Орлов. Если вина фирмы доказана, ей грозит закрытие."
    )
    assert meant(nlp, text)["ей"] == "Каспий"


@pytest.mark.parametrize(
    "text",
    ["Иван Орлов ввёл налог. Оспорить его в суде не удалось.", "Иван Орлов одобрил договор. Его подписание отложили."],
)
def test_a_paper_is_nobody(nlp, text):
    assert meant(nlp, text) == {}


def test_somebody_can_be_said_to_be_arrested(nlp):
    assert meant(nlp, "Иван Орлов ввёл налог. Арестовать его не удалось.") == {"его": "Иван Орлов"}

"""Speakers without a name: by the post that the article gave them, and those whom somebody cites."""

import pytest

pytestmark = pytest.mark.model

CASES = [
    ("Советник министра Павел Зотов ушёл в мае. Его обвинил Иван Ли. «Я ничего не подписывал», — сказал экс-советник.",
     "Павел Зотов"),
    ("Послу Сирии Павлу Зотову велено уехать. «Мы ни при чём», — цитирует дипломата телеканал «Парус».", "Павел Зотов"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "speaker"), CASES)
def test_held_posts(nlp, text, speaker):
    doc = nlp("Новости дня\n\n" + text)
    names = {entity.key: entity.name for entity in doc._.entities}
    assert [names.get(quote.speaker, "") for quote in doc._.quotes if quote.kind == "direct"] == [speaker]

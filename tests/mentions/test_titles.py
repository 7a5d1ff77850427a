"""Quotations that name a vessel or a film, abbreviations of common words, names that run into others."""

import pytest

pytestmark = pytest.mark.model


def names(nlp, text, kind="organization"):
    return [m.text for m in nlp(text)._.mentions if m.type == kind and m.kind in {"name", "abbreviation"}]


@pytest.mark.parametrize(
    "text",
    [
        "Корабль «Орёл-3» вышел на орбиту. Старт «Орла-3» прошёл в срок.",
        "К станции полетят шаттлы «Северный ветер» и «Полярник».",
        "Реактивные системы залпового огня (РСЗО) вышли на учения. РСЗО вернулись вечером.",
        "Спускаемый модуль приборно-агрегатного отсека (ПАО) отделился, затем ПАО сгорел в атмосфере.",
    ],
)
def test_no_body(nlp, text):
    assert names(nlp, text) == []


def test_a_body_with_the_name_of_a_vessel_stays(nlp):
    text = "Танкер «Полёт» вышел в море. В клубе «Полёт» прошла встреча, игроки «Полёта» победили."
    assert names(nlp, text)[-2:] == ["Полёт", "Полёта"]


def test_a_defined_body_at_the_beginning_of_a_sentence_stays(nlp):
    assert names(nlp, "Комитет солдатских вдов (КСВ) обратился к властям. КСВ ждёт ответа.")[1:] == ["КСВ", "КСВ"]


def test_two_regions_of_one_body(nlp):
    found = names(nlp, "Об этом сообщили в УФСБ по Санкт-Петербургу и Ленинградской области.")
    assert "УФСБ по Санкт-Петербургу и Ленинградской области" in found


def test_a_known_body_before_a_man_is_no_given_name(nlp):
    text = "Сторонники главаря Аль-Каиды Усамы бин Ладена сложили оружие."
    assert names(nlp, text, "person") == ["Усамы бин Ладена"]
    assert names(nlp, text) == ["Аль-Каиды"]


def test_a_function_word_behind_an_initial_is_nobody(nlp):
    assert names(nlp, "Перегрузка выросла до 10 G. Из-за этого спуск прервали.", "person") == []

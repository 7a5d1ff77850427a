"""The lines of a news page and the parts they play, by example pages."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.language.layout import find_lines

BODY = "В Минске прошла встреча министров. Они обсудили поставки зерна."
MORE = "Следующая встреча намечена на весну."


def roles(text, title=""):
    return [(line.role, text[line.start : line.end]) for line in find_lines(text, title)]


def role_of(line, *, above=(BODY,), below=()):
    """The role of a line at its place on a page with a headline."""
    page = "\n\n".join(["Министры встретились", *above, line, *below])
    return next(role for role, text in roles(page) if text == line)


def test_a_whole_page():
    page = f"Министры встретились\r\n\r\n21.11.2023\r\n\r\n{BODY}\r\n{MORE}\r\n\r\nФото: пресс-служба МИД\r\n\r\nВозврат к списку\r\n"
    assert [role for role, _ in roles(page)] == ["title", "dateline", "body", "body", "source", "navigation"]


@pytest.mark.parametrize(
    "line",
    [
        "21.11.2023", "21.11.2023, 18:05", "21.11.2023 18:05 | Политика", "2023-11-21", "21 ноября 2023", "21 ноября 2023 г.",
        "21 ноября 2023 года, 17:05", "5 июня, 16:05", "Опубликовано 24 декабря 2021 в 12:30", "Опубликовано: 22.05.2023",
        "Вторник, 21 ноября 2023", "21 ноября 2023, вторник", "18:05, 21 ноября 2023", "18:05 21.11.2023 (мск)", "21 ноя 2023",
        "Минск, 21 ноября 2023 г.", "Дата публикации: 21.11.2023", "21/11/2023", "21.11.2023 | Здоровье",
    ],
)  # fmt: skip
def test_date_lines(line):
    assert role_of(line, above=(), below=(BODY, MORE)) == "dateline"


@pytest.mark.parametrize(
    "line",
    [
        "21 марта в Гродно открылся форум.",
        "Встреча намечена на 21 ноября",
        "В 2023 году выросли цены.",
        "21.11.2023 министры встретились в Минске.",
    ],
)
def test_a_day_in_a_sentence_is_no_date_line(line):
    assert role_of(line, above=(), below=(BODY, MORE)) == "body"


def test_a_day_that_heads_a_part_of_a_chronicle_is_text():
    assert role_of("20 ноября", above=(BODY,) * 5, below=(BODY,) * 5) == "body"


@pytest.mark.parametrize(
    "line",
    [
        "Фото: пресс-служба МИД", "(Фото: пресс-служба МИД Армении)", "Фото: gov.example / пресс-служба", "Фото из архива фестиваля",
        "Фото автора", "Источник: ТАСС", "Пресс-секретарь Содружества", "Пресс-служба президента специально для «Вестника».",
        "© «Алаш Бизнес», 2024", "Беседовала Злата Вуйчик", "Вопросы задавал Ли Вон Сик", "Илья Огородников", "И. Огородников",
        "Корр. Пётр Седов", "РИА Новости", "Анна Орлова, Пётр Седов",
    ],
)  # fmt: skip
def test_signatures_and_credits(line):
    assert role_of(line) == "source"


@pytest.mark.parametrize(
    "line",
    [
        "Возврат к списку", "Назад к списку", "Читайте также: «Как живут анклавы»", "Ранее по теме: «Сколько деревьев в столице»",
        "Теги: космос, наука", "#новости #Минск", "Подписывайтесь на нас в «Одноклассниках»", "Следите за новостями в нашем канале",
        "Материал обновляется", "Подробности — в вечернем выпуске", "Перепечатка только с разрешения редакции",
        "Нашли ошибку? Выделите её и нажмите Ctrl+Enter", "Реклама на сайте: 0-298-00-00", "https://vestnik.example/1",
        "Версия для печати",
    ],
)  # fmt: skip
def test_what_a_site_adds(line):
    assert role_of(line) == "navigation"


@pytest.mark.parametrize(
    "line",
    [
        "Источник в министерстве сообщил, что встреча перенесена.", "Автор книги приехал в Минск. Его встретили читатели.",
        "Назад пути нет, считает министр.", "Подписаться под документом отказались трое.", "— Нет, — ответил министр.",
        "Фото с места аварии опубликовала полиция.",
    ],
)  # fmt: skip
def test_sentences_stay_text(line):
    assert role_of(line) == "body"


def test_links_to_other_articles_inside_the_text():
    page = [
        BODY,
        "Также по теме",
        "Спор о зерне: чего хотят стороны",
        "Стороны спорят о зерне третий год. По словам...",
        MORE,
        BODY,
    ]
    assert [role for role, _ in roles("\n".join(["Министры встретились", *page]))] == [
        "title", "body", "navigation", "navigation", "navigation", "body", "body",
    ]  # fmt: skip


def test_a_link_broken_into_lines_is_no_credit():
    page = (
        f"Министры встретились\n{BODY}\nВстречу подтвердили, сообщает \nReuters\n, обе стороны.\n{MORE}\n{BODY}\n{BODY}"
    )
    assert ("body", "Reuters") in roles(page)
    assert ("source", "Reuters") in roles(f"Министры встретились\n{BODY}\nReuters\n{MORE}\n{BODY}")


def test_the_headline_of_the_metadata_is_found_whatever_its_quotes():
    assert roles(f'Матч "Зубров" перенесён.\n{BODY}', "Матч «Зубров» перенесен")[0][0] == "title"


def test_a_headline_below_the_date():
    assert [role for role, _ in roles(f"21.11.2023\n\nМинистры встретились\n\n{BODY}")] == ["dateline", "title", "body"]


def test_text_wrapped_by_hand_has_no_headline():
    assert [role for role, _ in roles("Вчера в Гродно открылся\nсовет министров\nиностранных дел.")] == ["body"] * 3


@pytest.mark.parametrize(
    "page",
    [
        f"— Чего ждут министры от встречи?\n{BODY}\n{MORE}",
        f"Министры подписали список, называемый \n«зерновым перечнем»\n. {MORE}\n{BODY}",
        f"Во сне я видел кошку,\nИ вот решил, что напишу\n{BODY}",
    ],
)
def test_a_first_line_that_is_no_headline(page):
    assert roles(page)[0][0] == "body"


def test_the_day_of_a_shown_post_is_no_date_line():
    page = f"Министры встретились\n{BODY}\n{MORE}\n{BODY}\nУра!\n— Анна (@anna) \n3 января 2018 г."
    assert roles(page)[-1][0] != "dateline"


def test_one_line_is_text():
    assert roles("Министры встретились") == [("body", "Министры встретились")]


@given(st.text(alphabet=st.sampled_from("аБв .!«»\n\r\t\u00a0\u2028-—©#:1"), max_size=200))
def test_lines_are_the_stripped_lines_of_the_text(text):
    found = find_lines(text)
    assert all(text[x.start : x.end].strip() == text[x.start : x.end] != "" for x in found)
    assert all(a.end < b.start for a, b in pairwise(found))
    kept = set().union(*(range(x.start, x.end) for x in found)) if found else set()
    assert all(text[i].isspace() for i in range(len(text)) if i not in kept)


def test_a_post_that_the_page_shows_is_signed_by_no_speech():
    page = f"Министры встретились\n\n{BODY}\n\n— Сборная России (@TeamRussia)\n\n{MORE}\n\n{BODY}"
    assert ("source", "— Сборная России (@TeamRussia)") in roles(page)

"""Where a bare day takes its year from a dated one behind it, and where it does not."""

import datetime as dt

import pytest

from pipeline.assembly import build_date_tagger

PUBLISHED = dt.date(2023, 11, 21)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Осада началась 3 июня, а 5 октября 2019 года город пал.", ["2019-06-03", "2019-10-05"]),
        ("В последний раз стреляли 9 октября, а 22 ноября 2021 года погибли двое.", ["2023-10-09", "2021-11-22"]),
        ("Последний обстрел был 9 октября, а 22 ноября 2021 года погибли двое.", ["2023-10-09", "2021-11-22"]),
        # said of another sentence
        ("Это в последний раз. Бои шли 9 октября, а 22 ноября 2021 года город пал.", ["2021-10-09", "2021-11-22"]),
    ],
)
def test_a_year_named_at_the_end(text, values):
    assert [date.value for date in build_date_tagger()(text, PUBLISHED)] == values


def test_ago_counts_from_no_year_that_was_told_of_something_else():
    text = "Ракета Р-5 полетела в 1952 году. Испытанная 60 лет назад Р-7 стоит в музее."
    assert [date.value for date in build_date_tagger()(text, None)] == ["1952", ""]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Мост рухнул 19 мая.\n\nЧерез неделю область перечислила деньги.", ["2023-05-19", "2023-05-26"]),
        ("Мост рухнул 19 мая.\n\nЧерез неделю область перечислит деньги.", ["2023-05-19", "2023-11-28"]),
        # nothing near tells a day, and what was is no day ahead
        ("Старик умирал, и через неделю находили завещание.", [""]),
    ],
)
def test_what_followed_counts_from_no_day_ahead(text, values):
    assert [date.value for date in build_date_tagger()(text, PUBLISHED)] == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        # told of what was, the day of this year is still ahead
        ("Осада началась 20 ноября 2003 года.\n\nПервый бой был 23 ноября.", ["2003-11-20", "2003-11-23"]),
        ("Осада началась 20 ноября 2003 года.\n\nГород взяли в декабре.", ["2003-11-20", "2003-12"]),
        ("Осада началась 20 ноября 2003 года.\n\nВстреча пройдёт 23 ноября.", ["2003-11-20", "2023-11-23"]),
        # some decades ago a day has others behind it, but for those near to publication
        ("Курьера задержали 2 июня 1985 года.\n\n19 июля его обменяли.", ["1985-06-02", "1985-07-19"]),
        ("Он родился 5 октября 1970 года.\n\n17 ноября он скончался.", ["1970-10-05", "2023-11-17"]),
        ("Указ издали 8 мая 1918 года.\n\nУже 10 мая заседает новый отдел.", ["1918-05-08", "1918-05-10"]),
    ],
)
def test_days_of_another_age_over_paragraphs(text, values):
    assert [date.value for date in build_date_tagger()(text, PUBLISHED)] == values


CHRONICLE = (
    "Четверг, 2 июля\n\n16:40. К отелю подъехал фургон.\n\n17:05 — в окне машут. Пятница, 3 июля\n\n02:00. Тихо."
)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("1936. В Москве открыт музей.\n\n1992. Музей сгорел.", ["1936", "1992"]),
        (
            "Понедельник. Мост закрыт.\n\nВторник. Ищут виновных.\n\nСреда. Мост открыт.",
            ["2009-06-29", "2009-06-30", "2009-07-01"],
        ),
        (
            "Понедельник. Начинается процесс.\n\nВторник. Ждут решения.\n\nСуббота и воскресенье. Мэрия открывает сквер.",
            ["2009-07-06", "2009-07-07", "2009-07-11", "2009-07-12"],
        ),
        (
            "Понедельник. Мост закрыли.\n\nВторник. Искали виновных.\n\nВоскресенье. Мост открыли.",
            ["2009-06-22", "2009-06-23", "2009-06-28"],
        ),
        ("Среда. Всё о природе.", []),
        (
            "10:30. Хозяин ещё во вторник улетел в Сочи.\n\n13:05. Огонь потушен.",
            ["2009-07-03T10:30", "2009-06-30", "2009-07-03T13:05"],
        ),
        (
            "Четверг, 2 июля.\n\n16:40. Подъехал фургон.\n\nПятница, 3 июля.\n\n17:00. Тихо.",
            ["2009-07-02", "2009-07-02T16:40", "2009-07-03", "2009-07-03T17:00"],
        ),
        ("18 мая. Мост закрыт.\n\nИюнь. Мост открыт.", ["2009-05-18", "2009-06"]),
        ("Июнь. Мост открыт.", []),
        ("1936 — открыт музей.\n\n1992 — музей закрыт.", ["1936", "1992"]),
        ("11.15. Мэр открыл парад.\n\n17.00. Начался салют.", ["2009-07-03T11:15", "2009-07-03T17:00"]),
        ("1. Утвердить план.\n\n2. Открыть музей.", []),
        ("2.10. Порядок уплаты.\n\n2.15. Сроки.", []),
        ("12.10. Спектакль.\n\n22.10. Балет.", []),
        ("2000 — рублей.\n\n2010 — рублей.", []),
        ("2010. Открыт музей.\n\n1992. Музей сгорел.", []),
        ("10:12 — счёт.\n\n12:10 — счёт.", []),
    ],
)
def test_years_and_times_that_head_two_lines_or_more(text, values):
    assert [date.value for date in build_date_tagger()(text, dt.date(2009, 7, 3))] == values


def test_an_article_of_the_first_century_is_read():
    text = "1 января 1 года нашей эры родился Иисус. 5 мая умер. Через год ушёл."
    assert next(date.value for date in build_date_tagger()(text)) == "0001-01-01"


def test_times_that_head_their_lines_are_of_the_day_above():
    found = [date.value for date in build_date_tagger()(CHRONICLE, dt.date(2009, 7, 3))]
    assert found == ["2009-07-02", "2009-07-02T16:40", "2009-07-02T17:05", "2009-07-03", "2009-07-03T02:00"]

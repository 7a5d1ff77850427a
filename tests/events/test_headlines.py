"""What a headline names is the happening of the body that it sums up."""

import pytest

pytestmark = pytest.mark.model

HEADLINES = ("Беседа накануне сессии", "В преддверии сессии прошли переговоры")
BODY = (
    "Стороны обсудили выполнение решений мартовской (2021 года) сессии Совета министров обороны СНГ. "
    "Им рассказали, как идёт подготовка к сессии Совета министров обороны СНГ, запланированной на 14 июня 2022 года."
)


@pytest.mark.parametrize("headline", HEADLINES)
def test_a_headline_about_the_coming_session_leaves_last_years_alone(nlp, headline):
    sessions = {e.date: e.status for e in nlp(f"{headline}\n\n{BODY}")._.events if e.type == "session"}
    assert sessions == {"2021-03": "occurred", "2022-06-14": "planned"}

"""Who asks in an interview: a question mark helps, alternation decides."""

import pytest

from pipeline.mentions.quotes.turns import alternate

Q, A = True, False


@pytest.mark.parametrize(
    ("turns", "asking"),
    [
        (["Когда пуск?", "Весной.", "А цена?", "Прежняя."], [Q, A, Q, A]),
        (["Когда пуск?", "Весной.", "Говорят, что дорого.", "Неправда."], [Q, A, Q, A]),
        (["Когда пуск?", "А вы как думаете?", "Говорят, летом?", "Весной."], [Q, A, Q, A]),
        (["Когда пуск?", "Весной.", "Точнее, в мае.", "А цена?", "Прежняя."], [Q, A, A, Q, A]),
    ],
)
def test_turns(turns, asking):
    assert alternate(turns) == asking

"""Who asks and who answers in a row of turns: the reading in which they alternate best."""

from __future__ import annotations

from collections.abc import Sequence

# Costs of a reading, in turns that would have to be otherwise.
_ASKS_WITHOUT_MARK = 0.7
_ANSWER_ENDS_ASKING = 1.0
_ANSWER_RUNS_ON = 0.9
_TWO_QUESTIONS = 1.5
_OPENS_WITH_ANSWER = 1.2
_LONG_QUESTION = 0.5


def alternate(turns: Sequence[str]) -> list[bool]:
    """Tell for each turn whether it is a question.

    Example: «Ждали победы?», «Нет.», «Пишут, что вы уходите.», «Неправда.» gives True, False, True, False.
    """
    best: list[tuple[float, list[bool]]] = [(_cost(turns[0], True), [True])]
    best.append((_cost(turns[0], False) + _OPENS_WITH_ANSWER, [False]))
    for turn in turns[1:]:
        best = [
            min(
                ((cost + _step(path[-1], asks) + _cost(turn, asks), [*path, asks]) for cost, path in best),
                key=lambda reading: reading[0],
            )
            for asks in (True, False)
        ]
    return min(best, key=lambda reading: reading[0])[1]


def _cost(turn: str, asks: bool) -> float:
    marked = turn.rstrip('»”") ').endswith("?")
    if not asks:
        return _ANSWER_ENDS_ASKING if marked else 0.0
    if marked:
        return 0.0
    return (0.3 if "?" in turn else _ASKS_WITHOUT_MARK) + (_LONG_QUESTION if len(turn) > 300 else 0.0)


def _step(before: bool, asks: bool) -> float:
    if before and asks:
        return _TWO_QUESTIONS
    return _ANSWER_RUNS_ON if not before and not asks else 0.0

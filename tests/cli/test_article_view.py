"""Brackets around nested mentions."""

from types import SimpleNamespace

import pytest

from pipeline.cli.article_view import _bracketed

TEXT = "главы МИД СНГ прибыли"


@pytest.mark.parametrize(
    ("spans", "shown"),
    [
        ([], TEXT),
        ([(6, 9, "organization")], "главы [МИД]organization СНГ прибыли"),
        (
            [(0, 13, "profession"), (6, 13, "organization"), (10, 13, "organization")],
            "[главы [МИД [СНГ]organization]organization]profession прибыли",
        ),
        (
            [(6, 13, "organization"), (0, 9, "profession")],
            "[главы МИД]profession СНГ прибыли",
        ),  # the crossing one is left out
        ([(10, 13, "organization"), (14, 21, "event")], "главы МИД [СНГ]organization [прибыли]event"),
    ],
)
def test_mentions_stand_in_brackets(spans, shown):
    assert _bracketed(TEXT, [SimpleNamespace(start=a, end=b, type=kind) for a, b, kind in spans]) == shown

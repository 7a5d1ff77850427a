"""The end of a run tells the commonest reasons once each, with their number."""

import json

from pipeline.cli.rejections import commonest_reasons


def test_reasons_are_counted_without_their_figures(tmp_path):
    path = tmp_path / "rejected.jsonl"
    messages = [
        "Its text has 5 NUL bytes.",
        "It is empty.",
        "Its text has 71 NUL bytes.",
        "No (a, b) JSON.",
        "No (c) JSON.",
        "Four.",
        "Five.",
    ]
    path.write_text("".join(json.dumps({"message": message}) + "\n" for message in messages), encoding="utf-8")
    assert commonest_reasons(path) == [
        "2 × Its text has 5 NUL bytes.",
        "2 × No (a, b) JSON.",
        "1 × It is empty.",
        "and 2 more reasons",
    ]

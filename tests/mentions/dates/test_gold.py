"""The date sentences of the shared gold, where it lies beside the checkout."""

import datetime as dt
import json

import pytest

from pipeline.assembly import read_articles
from pipeline.language.layout import find_lines
from pipeline.records.article import Article


@pytest.mark.model
@pytest.mark.shared
def test_every_date_sentence_is_right(nlp, shared_gold):
    cases = [json.loads(line) for line in (shared_gold / "dates.jsonl").read_text(encoding="utf-8").splitlines()]
    wrong = [case["text"] for case in cases if not right(nlp, case)]
    assert wrong == []


def right(nlp, case):
    article = Article(
        text=case["text"], lines=find_lines(case["text"]), published=dt.date.fromisoformat(case["published"])
    )
    found = [e for e in next(read_articles(nlp, [article]))._.dates if e.value]
    if case["span"] is None:
        return not found
    start = case["text"].index(case["span"])
    end = start + len(case["span"])
    return any(e.value in case["values"] for e in found if e.start < end and start < e.end)

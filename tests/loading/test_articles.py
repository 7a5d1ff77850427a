"""Tables are walked side by side, article by article."""

from dataclasses import replace

import pytest

from pipeline.errors import InputError
from pipeline.loading.articles import articles_of
from pipeline.loading.finished_run import open_run
from tests.exports.hand_made import EVIL_ID, QUOTES, ROWS, write_run
from tests.finished import write_finished


def test_articles_come_with_their_rows(tmp_path):
    articles = {each.document.doc_id: each for each in articles_of(open_run(write_run(tmp_path, ["csv"])))}
    assert list(articles) == ["a", "b", EVIL_ID]
    assert len(articles["a"].events) == 3 and len(articles["a"].positions) == 2
    assert len(articles["a"].arguments_of(articles["a"].events[0])) == 6
    assert articles["b"].mentions == ()


def quotes(*places):
    rows = [replace(QUOTES[0], quote_id=f"{doc}{start}", doc_id=doc, start=start) for doc, start in places]
    return {"documents": [replace(ROWS["documents"][0], doc_id=doc) for doc in ("a", "b", "c")], "quotes": rows}


def test_an_article_may_have_no_rows(tmp_path):
    run = open_run(write_finished(tmp_path, quotes(("a", 1), ("a", 2), ("c", 1))))
    assert [[row.start for row in each.quotes] for each in articles_of(run)] == [[1, 2], [], [1]]


def test_rows_in_another_order_than_documents_are_not_lost_silently(tmp_path):
    run = open_run(write_finished(tmp_path, quotes(("c", 1), ("a", 1), ("a", 2))))
    with pytest.raises(InputError, match=r"quotes in .* are not in the order of documents \(a\)"):
        list(articles_of(run))

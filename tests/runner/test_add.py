"""A second dump extends the tables: what is there keeps its ids, and all of it is as in one run over both."""

import csv

import pytest

from benchmarks.chaos import differences
from pipeline.errors import OutputError
from tests.runner.test_resume import dump, start, stop


def column(out, table, name):
    with (out / f"{table}.csv").open(encoding="utf-8", newline="") as handle:
        return [row[name] for row in csv.DictReader(handle)]


@pytest.fixture
def dumps(tmp_path):
    first = dump(tmp_path / "a.jsonl", range(50))
    second = dump(
        tmp_path / "b.jsonl", range(30, 80), "Сегодня в Бресте встретились Седов и Панов, подписан договор {}."
    )
    return first, second


def test_what_was_not_read_is_added_only_if_told(annotators, tmp_path, dumps):
    start(annotators, dumps[:1], tmp_path / "out")
    with pytest.raises(OutputError, match=r"b\.jsonl is not among what was read\. Add --add to read it"):
        start(annotators, dumps[1:], tmp_path / "out")


def test_an_added_dump_gives_what_one_run_over_both_gives(annotators, tmp_path, dumps):
    start(annotators, dumps, tmp_path / "whole")
    out = tmp_path / "out"
    start(annotators, dumps[:1], out)
    ids = {table: column(out, table, key) for table, key in (("entities", "entity_id"), ("mentions", "mention_id"))}
    report = start(annotators, dumps[1:], out, add=True, workers=2)
    assert (report.articles_read, report.kept, report.balanced) == (100, 0, True)
    assert differences(tmp_path / "whole", out) == []
    assert set(ids["entities"]) <= set(column(out, "entities", "entity_id"))
    assert column(out, "mentions", "mention_id")[: len(ids["mentions"])] == ids["mentions"]
    assert "d30-2" in column(out, "documents", "doc_id")


def test_a_text_of_the_first_dump_is_a_duplicate_in_the_second(annotators, tmp_path, dumps):
    start(annotators, dumps[:1], tmp_path / "out")
    again = dump(tmp_path / "c.jsonl", range(45, 52))
    report = start(annotators, [again], tmp_path / "out", add=True)
    assert report.statuses == {"duplicate": 5, "ok": 52}


def test_a_stopped_addition_goes_on(annotators, tmp_path, dumps):
    start(annotators, dumps, tmp_path / "whole")
    start(annotators, dumps[:1], tmp_path / "out")
    stop(annotators, dumps[1:], tmp_path / "out", after=32, add=True)
    with pytest.raises(OutputError, match=r"b\.jsonl is missing"):
        start(annotators, dumps[:1], tmp_path / "out")
    assert start(annotators, dumps[1:], tmp_path / "out", add=True).kept == 32
    assert differences(tmp_path / "whole", tmp_path / "out") == []


def test_of_a_growing_folder_only_the_new_files_are_read(annotators, tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    dump(folder / "b.jsonl", range(10))
    start(annotators, [str(folder)], tmp_path / "out")
    dump(folder / "a.jsonl", range(10, 15))
    report = start(annotators, [str(folder)], tmp_path / "out", add=True)
    assert report.articles_read == 15 and [batch.articles for batch in report.dumps] == [10, 5]
    assert start(annotators, [str(folder)], tmp_path / "out", add=True).finished_before


def test_the_tables_lie_in_the_folder_that_is_read(annotators, tmp_path):
    dump(tmp_path / "a.jsonl", range(3))
    for finished in (False, True):
        assert start(annotators, [str(tmp_path)], tmp_path / "out").finished_before is finished

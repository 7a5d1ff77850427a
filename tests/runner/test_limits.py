"""One article may take so much time and memory, and no more."""

import csv
import json
import sys

import pytest

from pipeline.errors import RunnerError
from pipeline.runner.limits import Limits
from pipeline.runner.run import run
from pipeline.runner.settings import RunSettings

GOOD = "Вчера в Минске встретились Орлова и Седов, они обсудили поставки под номером {}."


def report_on(annotators, tmp_path, poison, load="load_capitals", **given):
    texts = [GOOD.format(i) for i in range(40)]
    texts[18] = poison
    source = tmp_path / "a.jsonl"
    lines = [json.dumps({"id": f"d{i}", "text": text}, ensure_ascii=False) for i, text in enumerate(texts)]
    source.write_text("\n".join(lines), encoding="utf-8")
    settings = RunSettings(inputs=(str(source),), out=tmp_path / "out", formats=("csv",), workers=2, **given)
    return run(settings, load=getattr(annotators, load), merge=annotators.merge_run)


@pytest.mark.parametrize(
    ("poison", "message"),
    [
        ("Засыпает разборщик на этой статье и не просыпается.", "It took longer than 1 s."),
        pytest.param(
            "Обжора среди статей, которые читает разборщик.", "It took more than 200 MB of memory.",
            marks=pytest.mark.skipif(sys.platform != "linux", reason="only Linux holds the limit"),
        ),
        ("Авария происходит там, где никакое исключение не спасает.", "process that read it was killed"),
    ],
)  # fmt: skip
def test_a_greedy_article_is_left_out(annotators, tmp_path, poison, message):
    report = report_on(annotators, tmp_path, poison, limits=Limits(seconds=1, megabytes=200))
    assert (report.articles_read, report.statuses, report.balanced) == (40, {"failed": 1, "ok": 39}, True)
    with (tmp_path / "out" / "documents.csv").open(encoding="utf-8", newline="") as handle:
        [bad] = [row for row in csv.DictReader(handle) if row["status"] == "failed"]
    assert bad["doc_id"] == "d18" and message in bad["error"]


def test_processes_that_cannot_begin_stop_the_run(annotators, tmp_path):
    with pytest.raises(RunnerError, match="died before they began an article"):
        report_on(annotators, tmp_path, GOOD.format(18), load="load_and_die")

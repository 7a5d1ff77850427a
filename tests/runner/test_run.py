"""A run writes every table, loses nothing, and gives the same bytes whatever the number of workers."""

import csv
import errno
import json

import pytest

from pipeline.errors import InputError, OutputError
from pipeline.records.tables import TABLES
from pipeline.runner.folder import KEPT
from pipeline.runner.run import run
from pipeline.runner.settings import RunSettings

GOOD = "Вчера в Минске встретились Орлова и Седов, они обсудили поставки под номером {}."


def dump(path, texts):
    lines = (json.dumps({"id": f"d{i}", "text": text}, ensure_ascii=False) for i, text in enumerate(texts))
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return str(path)


def start(annotators, source, out, **given):
    settings = RunSettings(inputs=(source,), out=out, **{"formats": ("csv",), **given})
    return run(settings, load=annotators.load_capitals, merge=annotators.merge_run)


def rows(out, table):
    with (out / f"{table}.csv").open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


def test_all_tables_and_the_record_of_the_run(annotators, tmp_path):
    source = dump(tmp_path / "a.jsonl", [GOOD.format(i) for i in range(40)])
    report = start(annotators, source, tmp_path / "out", formats=("csv", "parquet", "sqlite"))
    assert (report.articles_read, report.written, report.rejected, report.balanced) == (40, 40, 0, True)
    written = {path.name for path in (tmp_path / "out").iterdir()}
    assert written == {f"{t.name}.{kind}" for t in TABLES for kind in ("csv", "parquet")} | {
        "svodka.sqlite", "metadata.json", "datapackage.json", "run.json", "rejected.jsonl", KEPT,
    }  # fmt: skip
    record = json.loads((tmp_path / "out" / "run.json").read_text(encoding="utf-8"))
    assert record["articles"] == {"read": 40, "written": 40, "rejected": 0, "remarked": 0, "by_status": {"ok": 40}}
    assert record["rows"]["mentions"] == len(rows(tmp_path / "out", "mentions")) == 160
    assert record["reader"].startswith("reader-")
    assert record["models_fingerprint"] and record["settings"]["workers"] == 1


def test_one_worker_and_two_write_the_same_bytes(annotators, tmp_path):
    texts = [GOOD.format(i) for i in range(70)]
    texts[20] = "Исключение в статье, которую читает разборщик."
    source = dump(tmp_path / "a.jsonl", texts)
    for workers in (1, 2):
        start(annotators, source, tmp_path / str(workers), workers=workers)
    names = [f"{t.name}.csv" for t in TABLES] + ["rejected.jsonl", "datapackage.json"]
    for name in names:
        assert (tmp_path / "1" / name).read_bytes() == (tmp_path / "2" / name).read_bytes(), name


@pytest.mark.parametrize(
    ("poison", "message"),
    [
        ("Исключение в статье, которую читает разборщик.", "ValueError: bad luck"),
        ("Связь в статье, которую читает разборщик.", "KeyError"),
        ("Убийца в статье, которую читает разборщик.", "process that read it was killed"),
    ],
)
def test_a_poison_article_fails_alone(annotators, tmp_path, poison, message):
    texts = [GOOD.format(i) for i in range(40)]
    texts[18] = poison
    report = start(annotators, dump(tmp_path / "a.jsonl", texts), tmp_path / "out", workers=2)
    assert (report.articles_read, report.statuses, report.balanced) == (40, {"failed": 1, "ok": 39}, True)
    bad = [row for row in rows(tmp_path / "out", "documents") if row["status"] == "failed"]
    assert [row["doc_id"] for row in bad] == ["d18"]
    assert message in bad[0]["error"]
    [rejection] = (tmp_path / "out" / "rejected.jsonl").read_text(encoding="utf-8").splitlines()
    assert json.loads(rejection)["code"] == "failed"
    assert {row["doc_id"] for row in rows(tmp_path / "out", "mentions")} == {f"d{i}" for i in range(40) if i != 18}


def test_every_kind_of_input_is_counted_once(annotators, tmp_path):
    texts = [GOOD.format(1), GOOD.format(1), "", "The ministers met in Minsk on Monday.", GOOD.format(2)]
    source = tmp_path / "in"
    source.mkdir()
    dump(source / "a.jsonl", texts)
    with (source / "a.jsonl").open("a", encoding="utf-8") as handle:
        handle.write("{bad\n")
    (source / "b.pdf").write_bytes(b"%PDF-1.4")
    report = start(annotators, str(source), tmp_path / "out")
    assert report.statuses == {"duplicate": 1, "empty": 1, "failed": 2, "foreign": 1, "ok": 2}
    assert (report.articles_read, report.written, report.rejected) == (7, 3, 4)
    documents = rows(tmp_path / "out", "documents")
    assert [row["status"] for row in documents] == ["ok", "duplicate", "empty", "foreign", "ok", "failed", "failed"]
    assert documents[1]["duplicate_of"] == "d0"
    rejected = [
        json.loads(line) for line in (tmp_path / "out" / "rejected.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    assert [line["code"] for line in rejected] == ["empty", "foreign", "unreadable", "unreadable"]
    assert all(line["source"] and line["message"].endswith(".") for line in rejected)


def test_progress_counts_up_to_all_bytes(annotators, tmp_path):
    source = dump(tmp_path / "a.jsonl", [GOOD.format(i) for i in range(40)])
    seen = []
    settings = RunSettings(inputs=(source,), out=tmp_path / "out", formats=("csv",))
    run(settings, load=annotators.load_capitals, merge=annotators.merge_run, on_progress=seen.append)
    assert [(p.stage, p.articles) for p in seen] == [("reading", 32), ("reading", 40), ("merging", 40), ("writing", 40)]
    assert seen[-1].position == seen[-1].total == (tmp_path / "a.jsonl").stat().st_size


def test_inputs_that_are_not_there(annotators, tmp_path):
    with pytest.raises(InputError, match=r"No such input: .*nowhere"):
        start(annotators, str(tmp_path / "nowhere"), tmp_path / "out")


def test_a_pattern_stands_for_what_it_matches(annotators, tmp_path):
    dump(tmp_path / "a.jsonl", [GOOD.format(1)])
    dump(tmp_path / "b.jsonl", [GOOD.format(2)])
    report = start(annotators, str(tmp_path / "*.jsonl"), tmp_path / "out")
    assert (report.articles_read, report.written) == (2, 2)


def test_a_folder_without_files(annotators, tmp_path):
    (tmp_path / "in").mkdir()
    with pytest.raises(InputError, match="no file"):
        start(annotators, str(tmp_path / "in"), tmp_path / "out")


@pytest.mark.parametrize("name", ["events.csv", "documents.parquet", "spreadsheet/events.csv", "svodka.sqlite"])
def test_tables_of_somebody_else_are_not_overwritten(annotators, tmp_path, name):
    source = dump(tmp_path / "a.jsonl", [GOOD.format(1)])
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_text("mine", encoding="utf-8")
    with pytest.raises(OutputError, match="--force"):
        start(annotators, source, tmp_path)
    assert start(annotators, source, tmp_path, force=True).balanced
    assert start(annotators, source, tmp_path).balanced  # its own earlier run


def test_a_full_disk_is_told_and_leaves_no_tables(annotators, tmp_path):
    source = dump(tmp_path / "a.jsonl", [GOOD.format(1)])
    settings = RunSettings(inputs=(source,), out=tmp_path / "out", formats=("csv",))

    def merge(found, *, folder):
        raise OSError(errno.ENOSPC, "No space left on device")

    with pytest.raises(OutputError, match=r"No space left on device\. Make room"):
        run(settings, load=annotators.load_capitals, merge=merge)
    assert [path.name for path in (tmp_path / "out").iterdir()] == [KEPT]


def test_an_unknown_format_is_told_before_anything_is_read(annotators, tmp_path):
    source = dump(tmp_path / "a.jsonl", [GOOD.format(1)])
    with pytest.raises(OutputError, match="Choose from csv"):
        start(annotators, source, tmp_path / "out", formats=("xml",))
    assert not (tmp_path / "out").exists()

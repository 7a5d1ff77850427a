"""A run that was stopped goes on where it stopped; what differs is told; a finished one does nothing."""

import json
import subprocess
import sys

import pytest

from benchmarks.chaos import differences
from pipeline.errors import OutputError
from pipeline.runner.folder import KEPT, opened_folder
from pipeline.runner.run import run
from pipeline.runner.settings import RunSettings
from pipeline.user_files import user_file

GOOD = "Вчера в Минске встретились Орлова и Седов, они обсудили поставки под номером {}."


def dump(path, numbers, template=GOOD):
    lines = (json.dumps({"id": f"d{i}", "text": template.format(i)}, ensure_ascii=False) for i in numbers)
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return str(path)


class StoppedError(Exception):
    pass


def start(annotators, sources, out, *, stop_after=None, **given):
    settings = RunSettings(inputs=tuple(sources), out=out, **{"formats": ("csv", "parquet", "sqlite"), **given})
    told = []

    def on_progress(reached):
        told.append(reached)
        if stop_after is not None and reached.articles >= stop_after:
            raise StoppedError

    return run(settings, load=annotators.load_capitals, merge=annotators.merge_run, on_progress=on_progress)


def stop(annotators, sources, out, *, after=1, **given):
    with pytest.raises(StoppedError):
        start(annotators, sources, out, stop_after=after, **given)


@pytest.mark.parametrize("after", [32, 64, 100])
def test_a_stopped_run_goes_on_and_writes_the_same_bytes(annotators, tmp_path, after):
    source = dump(tmp_path / "a.jsonl", range(100))
    start(annotators, [source], tmp_path / "whole")
    stop(annotators, [source], tmp_path / "out", after=after)
    report = start(annotators, [source], tmp_path / "out", workers=2)
    assert report.kept == after and report.balanced and report.articles_read == 100
    assert differences(tmp_path / "whole", tmp_path / "out") == []


def test_stopped_in_the_merge_nothing_is_read_again(annotators, tmp_path):
    source = dump(tmp_path / "a.jsonl", range(40))
    settings = RunSettings(inputs=(source,), out=tmp_path / "out", formats=("csv",))

    def merge(found, *, folder):
        raise StoppedError

    with pytest.raises(StoppedError):
        run(settings, load=annotators.load_capitals, merge=merge)
    told = []
    run(settings, load=annotators.load_capitals, merge=annotators.merge_run, on_progress=told.append)
    assert {each.stage for each in told} == {"merging", "writing"}


@pytest.mark.parametrize("damage", [b"", b'{"digest"', b"\x80\x04nonsense\n"])
def test_a_part_that_is_not_whole_is_read_again(annotators, tmp_path, damage):
    source = dump(tmp_path / "a.jsonl", range(70))
    start(annotators, [source], tmp_path / "whole")
    stop(annotators, [source], tmp_path / "out", after=64)
    (tmp_path / "out" / KEPT / "parts" / "0000001.part").write_bytes(damage)
    assert start(annotators, [source], tmp_path / "out").kept == 32
    assert differences(tmp_path / "whole", tmp_path / "out") == []


def test_a_finished_run_does_nothing(annotators, tmp_path):
    source = dump(tmp_path / "a.jsonl", range(5))
    first = start(annotators, [source], tmp_path / "out")
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "out").iterdir()}
    again = start(annotators, [source], tmp_path / "out", stop_after=0)
    assert again.finished_before and not first.finished_before
    assert (again.articles_read, again.rows, again.statuses) == (first.articles_read, first.rows, first.statuses)
    assert {path: path.stat().st_mtime_ns for path in (tmp_path / "out").iterdir()} == before


def test_tables_that_were_deleted_are_written_again_without_reading(annotators, tmp_path):
    source = dump(tmp_path / "a.jsonl", range(5))
    start(annotators, [source], tmp_path / "out")
    (tmp_path / "out" / "run.json").unlink()
    report = start(annotators, [source], tmp_path / "out")
    assert not report.finished_before and report.kept == 5


@pytest.mark.parametrize("stopped", [True, False])
def test_changed_input_is_told_and_what_to_type(annotators, tmp_path, stopped):
    source = dump(tmp_path / "a.jsonl", range(70))
    (stop if stopped else start)(annotators, [source], tmp_path / "out")
    dump(tmp_path / "a.jsonl", range(71))
    with pytest.raises(OutputError, match=r"a\.jsonl has other bytes than before.*--restart"):
        start(annotators, [source], tmp_path / "out")
    assert start(annotators, [source], tmp_path / "out", restart=True).articles_read == 71
    start(annotators, [source], tmp_path / "whole")
    assert differences(tmp_path / "whole", tmp_path / "out") == []


@pytest.mark.parametrize("stopped", [True, False])
def test_changed_settings_are_told(annotators, tmp_path, stopped):
    source = dump(tmp_path / "a.jsonl", range(40))
    (stop if stopped else start)(annotators, [source], tmp_path / "out")
    (tmp_path / "my.csv").write_text("key,type,name\n", encoding="utf-8")
    with pytest.raises(
        OutputError, match=r"gazetteers: was none, now .*Give the same settings to go on, add --restart"
    ):
        start(annotators, [source], tmp_path / "out", gazetteers=(user_file(tmp_path / "my.csv"),))


def test_other_formats_are_written_without_reading_again(annotators, tmp_path):
    source = dump(tmp_path / "a.jsonl", range(40))
    start(annotators, [source], tmp_path / "out", formats=("csv",))
    report = start(annotators, [source], tmp_path / "out", formats=("csv", "parquet"))
    assert report.kept == 40 and (tmp_path / "out" / "events.parquet").exists()


def test_a_file_that_has_gone_is_told(annotators, tmp_path):
    (tmp_path / "in").mkdir()
    dump(tmp_path / "in" / "a.jsonl", range(3))
    dump(tmp_path / "in" / "b.jsonl", range(3, 6))
    start(annotators, [str(tmp_path / "in")], tmp_path / "out")
    (tmp_path / "in" / "b.jsonl").unlink()
    with pytest.raises(OutputError, match=r"b\.jsonl is no longer there"):
        start(annotators, [str(tmp_path / "in")], tmp_path / "out")


def test_two_runs_do_not_write_to_one_folder(annotators, tmp_path):
    source = dump(tmp_path / "a.jsonl", range(3))
    with opened_folder(tmp_path / "out", force=False, restart=False), pytest.raises(OutputError, match="Another run"):
        start(annotators, [source], tmp_path / "out")
    assert start(annotators, [source], tmp_path / "out").balanced


def test_a_full_disk_keeps_what_is_done(annotators, tmp_path):
    resource = pytest.importorskip("resource")  # a limit on the size of files is as good as a full disk
    source = dump(tmp_path / "a.jsonl", range(100), GOOD + " Туда приехали Панов, Рябов и Лапин." * 20)
    script = (
        "import resource, signal, sys; signal.signal(signal.SIGXFSZ, signal.SIG_IGN);"
        f"resource.setrlimit(resource.RLIMIT_FSIZE, ({30_000}, {resource.RLIM_INFINITY}));"
        "from pathlib import Path; import annotators; from pipeline.errors import OutputError;"
        "from pipeline.runner.run import run; from pipeline.runner.settings import RunSettings\n"
        "if __name__ == '__main__':\n"
        "  try: run(RunSettings(inputs=(sys.argv[1],), out=Path(sys.argv[2])), load=annotators.load_capitals, merge=annotators.merge_run)\n"
        "  except OutputError as error: print(error)"
    )
    out = tmp_path / "out"
    ran = subprocess.run(
        [sys.executable, "-c", script, source, str(out)], check=False, capture_output=True, text=True, encoding="utf-8"
    )
    assert "File too large" in ran.stdout and ran.stderr == "", ran.stderr
    assert not (out / "events.csv").exists()
    assert start(annotators, [source], out).kept > 0
    start(annotators, [source], tmp_path / "whole")
    assert differences(tmp_path / "whole", out) == []

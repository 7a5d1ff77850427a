"""`svodka run` tells how far it is, stops when told to, goes on, and does nothing when there is nothing to do."""

import io
import json
import os
import signal
import subprocess
import time
from collections import Counter
from functools import partial
from pathlib import Path

import pytest
from typer.testing import CliRunner

from benchmarks.chaos import environment, svodka_run
from benchmarks.varied import write_varied
from pipeline.cli.log_json import JsonLog
from pipeline.cli.main import app
from pipeline.runner.progress import Meter, Progress


def logged(*reached, every=5.0):
    stream = io.StringIO()
    log = JsonLog(stream, every=every)
    for each in reached:
        log.progress(each)
    return [json.loads(line) for line in stream.getvalue().splitlines()]


def test_a_line_of_the_log_tells_all_there_is_to_know():
    reached = Progress(
        stage="reading", articles=192, rejected=3, kept=64, position=1000, total=3000, seconds=40.0, speed=3.2, left=80.0
    )  # fmt: skip
    assert logged(reached) == [
        {
            "event": "progress", "stage": "reading", "articles": 192, "rejected": 3, "kept_from_before": 64,
            "bytes": 1000, "total_bytes": 3000, "seconds": 40.0, "articles_per_second": 3.2, "seconds_left": 80.0,
            "processes_lost": 0,
        }
    ]  # fmt: skip


def test_the_log_is_short_but_tells_every_stage():
    stages = ["reading"] * 100 + ["merging", "writing"]
    reached = [Progress(stage=s, articles=1, rejected=0, position=1, total=None) for s in stages]
    assert [line["stage"] for line in logged(*reached)] == ["reading", "merging", "writing"]
    assert len(logged(*reached, every=0.0)) == 102


def test_time_left_is_of_what_is_read_now():
    meter = Meter(total=1000)
    meter.add(Counter(ok=8), 800, kept=True)
    assert meter.progress().left is None
    meter.add(Counter(ok=1), 100)
    told = meter.progress()
    assert (told.articles, told.kept, told.position) == (9, 8, 900)
    assert told.left == pytest.approx(told.seconds)  # 100 of 200 bytes are read


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--scheduler", "tcp://127.0.0.1:1"], "--scheduler names a Dask cluster: add --engine dask."),
        (["--engine", "ray"], "Invalid value for '--engine'"),
        (["--article-seconds", "-1"], "Invalid value for '--article-seconds'"),
        (["--near-duplicates", "2"], "Invalid value for '--near-duplicates'"),
    ],
)
def test_options_that_make_no_sense(options, message, tmp_path):
    (tmp_path / "a.txt").write_text("Вчера в Гродно прошла встреча министров.", encoding="utf-8")
    shown = CliRunner().invoke(app, ["run", str(tmp_path), "--out", str(tmp_path / "out"), *options])
    assert shown.exit_code == 2 and message in shown.output
    assert not (tmp_path / "out").exists()


@pytest.mark.model
@pytest.mark.timeout(600)
@pytest.mark.skipif(os.name != "posix", reason="sends Ctrl-C to a group of processes")
def test_ctrl_c_keeps_what_is_read_and_the_same_command_goes_on(tmp_path):
    dump, out = write_varied(tmp_path / "dump.jsonl", 70), tmp_path / "out"
    command = svodka_run(dump, out, "--workers", "1", "--formats", "csv", "--log-json")
    heard = partial(signal.signal, signal.SIGINT, signal.SIG_DFL)  # what a shell puts behind it is deaf to Ctrl-C
    running = subprocess.Popen(
        command,
        env=environment(),
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        preexec_fn=heard,  # noqa: PLW1509
    )
    while not list(Path(out / ".svodka" / "parts").glob("[0-9]*.part")):
        assert running.poll() is None
        time.sleep(0.05)
    os.killpg(running.pid, signal.SIGINT)
    _, errors = running.communicate(timeout=60)
    assert running.returncode == 130
    assert errors.splitlines()[-1] == "Interrupted. What is read is kept. Give the same command to go on."
    assert not (out / "events.csv").exists()
    lines = [subprocess.run(command, env=environment(), check=True, capture_output=True, text=True) for _ in range(2)]
    on, again = ([json.loads(line) for line in ran.stderr.splitlines()] for ran in lines)
    kept = max(line.get("kept_from_before", 0) for line in on)
    assert kept > 0 and (on[-1]["event"], on[-1]["written"]) == ("finished", 70)
    assert [line["event"] for line in again] == ["finished"] and again[0]["finished_before"]

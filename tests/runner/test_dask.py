"""A Dask cluster gives the same tables, loses a worker without loss, and leaves out the article that kills."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from benchmarks.chaos import differences, environment, workers_of
from benchmarks.varied import write_varied

pytest.importorskip("distributed")
pytestmark = pytest.mark.timeout(600)
SCRIPT = """
import sys
from pathlib import Path
import annotators
from pipeline.runner.run import run
from pipeline.runner.settings import RunSettings
if __name__ == "__main__":
    settings = RunSettings(inputs=(sys.argv[1],), out=Path(sys.argv[2]), workers=2, engine=sys.argv[3])
    report = run(settings, load=annotators.load_capitals, merge=annotators.merge_run)
    print(report.statuses)
"""


@pytest.fixture
def started(annotators):
    def start(dump, out, engine):
        command = [sys.executable, "-c", SCRIPT, str(dump), str(out), engine]
        return subprocess.Popen(command, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)

    return start


def finished(process):
    output, errors = process.communicate(timeout=400)
    assert process.returncode == 0, errors
    return output


def test_a_killed_worker_is_made_good(started, monkeypatch, tmp_path):
    dump = write_varied(tmp_path / "dump.jsonl", 300)
    finished(started(dump, tmp_path / "undisturbed", "local"))
    monkeypatch.setenv("SVODKA_TEST_SECONDS", "0.03")
    process = started(dump, tmp_path / "out", "dask")
    parts = tmp_path / "out" / ".svodka" / "parts"
    while not list(parts.glob("[0-9]*.part")):
        assert process.poll() is None
        time.sleep(0.05)
    os.kill(workers_of(process.pid)[0], signal.SIGKILL)
    finished(process)
    assert differences(tmp_path / "undisturbed", tmp_path / "out") == []


def test_the_article_that_kills_is_left_out_alone(started, monkeypatch, tmp_path):
    monkeypatch.setenv("DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES", "1")  # each takes the start of a process
    texts = [f"Вчера в Минске встретились Орлова и Седов, это встреча номер {i}." for i in range(40)]
    texts[18] = "Убийца в статье, которую читает разборщик."
    dump = tmp_path / "a.jsonl"
    lines = [json.dumps({"id": f"d{i}", "text": text}, ensure_ascii=False) for i, text in enumerate(texts)]
    dump.write_text("\n".join(lines), encoding="utf-8")
    assert finished(started(dump, tmp_path / "dask", "dask")).strip() == "{'failed': 1, 'ok': 39}"
    finished(started(dump, tmp_path / "local", "local"))
    assert differences(tmp_path / "dask", tmp_path / "local") == []


def test_without_dask_the_extra_is_named(tmp_path):
    script = (
        "import sys; sys.modules['distributed'] = None; from pipeline.cli.main import app;"
        "app(['run', 'a.txt', '--out', 'out', '--engine', 'dask'])"
    )
    (tmp_path / "a.txt").write_text("Вчера в Гродно прошла встреча министров.", encoding="utf-8")
    ran = subprocess.run(
        [sys.executable, "-c", script], check=False, cwd=tmp_path, env=environment(), capture_output=True, text=True
    )
    assert ran.returncode == 2 and "svodka[dask]" in ran.stderr
    assert not Path(tmp_path / "out").exists()

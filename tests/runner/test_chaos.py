"""Workers and the parent are killed at random moments; the tables come out as if nothing had been.

The command with real models and many more kills: benchmarks/chaos.py.
"""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.chaos import differences, endure, environment, svodka_run
from benchmarks.varied import write_varied

pytestmark = [
    pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="finds the processes to kill under /proc"),
    pytest.mark.timeout(600),
]
SCRIPT = """
import sys
from pathlib import Path
import annotators
from pipeline.runner.run import run
from pipeline.runner.settings import RunSettings
if __name__ == "__main__":
    settings = RunSettings(inputs=(sys.argv[1],), out=Path(sys.argv[2]), workers=int(sys.argv[3]))
    run(settings, load=annotators.load_capitals, merge=annotators.merge_run)
"""
KILLS = 5


@pytest.fixture
def command(annotators):
    def build(dump, out, workers):
        return [sys.executable, "-c", SCRIPT, str(dump), str(out), str(workers)]

    return build


@pytest.mark.parametrize("workers", [1, 2, 4])
def test_five_kills_leave_no_trace(command, monkeypatch, tmp_path, workers):
    dump = write_varied(tmp_path / "dump.jsonl", 300)
    subprocess.run(command(dump, tmp_path / "undisturbed", 1), env=environment(), check=True)
    monkeypatch.setenv("SVODKA_TEST_SECONDS", str(0.02 * workers))
    kills, seed = 0, 0
    while kills < KILLS:
        out = tmp_path / "out"
        done = endure(
            command(dump, out, workers), out, tmp_path / "undisturbed", kills=KILLS - kills, pause=1.5, seed=seed
        )
        assert done.different == ()
        shutil.rmtree(out)
        kills, seed = kills + done.kills, seed + 1


@pytest.mark.model
def test_real_models_are_killed_and_go_on(tmp_path):
    dump = write_varied(tmp_path / "dump.jsonl", 40)
    subprocess.run(svodka_run(dump, tmp_path / "undisturbed"), env=environment(), check=True)
    done = endure(
        svodka_run(dump, tmp_path / "out", "--workers", "2"), tmp_path / "out", tmp_path / "undisturbed",
        kills=2, pause=8.0, seed=1,
    )  # fmt: skip
    assert done.kills > 0 and done.different == ()
    assert differences(tmp_path / "undisturbed", tmp_path / "out") == []

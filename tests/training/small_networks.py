"""Trains a small network twice over, as every command that trains one is tested."""

from pipeline.language.networks import Networks
from tests.command_line import svodka


def trained_twice(tmp_path, folder, *command):
    """The network that a command writes into a folder; a second call must have written the same."""
    weights = []
    for name in ("one", "two"):
        done = svodka(*command, "--out", tmp_path / name)
        assert done.exit_code == 0, done.output
        weights.append((tmp_path / name / folder / "weights.npz").read_bytes())
    assert weights[0] == weights[1]
    return Networks(tmp_path / "one" / folder, written_by="")

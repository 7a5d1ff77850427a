"""A dump ten times as large takes no more memory to merge; the full size: benchmarks/scale.py."""

from pathlib import Path

import pytest

from benchmarks.scale import lay_parts, measure, read_base


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="reads the peak of memory under /proc")
@pytest.mark.model
@pytest.mark.timeout(600)
def test_the_merge_takes_no_more_memory_for_ten_times_the_articles(tmp_path):
    base = read_base(tmp_path, 40)
    peaks = []
    for count in (500, 5_000):
        lay_parts(tmp_path / f"{count}.jsonl", tmp_path / f"{count}", base, count)
        done = measure(tmp_path / f"{count}.jsonl", tmp_path / f"{count}")
        assert done.articles == done.rows["documents"] == count
        assert done.rows["entities"] > count / 10
        peaks.append(done.parent)
    assert peaks[1] / peaks[0] <= 1.3

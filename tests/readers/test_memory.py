"""The size of a dump costs no memory: fifteen times as much is read with the same peak."""

import subprocess
import sys

import pytest

from . import samples

READ = """
import re, sys
from pathlib import Path
from pipeline.readers.fields import FieldNames
from pipeline.readers.inputs import read_raw
count = sum(1 for _ in read_raw(sys.argv[1:], FieldNames()))
print(count, re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1])  # ru_maxrss begins with the parent's
"""


def records(number):
    return [{"id": str(i), "text": f"{samples.FIRST} Их было {i}. " * 20} for i in range(number)]


MAKERS = {
    "a.jsonl": samples.jsonl,
    "a.json": samples.json_array,
    "a.csv": samples.delimited,
    "a.parquet": lambda found: samples.parquet(found, row_group_size=200),
    "a.jsonl.gz": lambda found: samples.PACKERS[".gz"]("a.jsonl", samples.jsonl(found)),
    "a.jsonl.zst": lambda found: samples.PACKERS[".zst"]("a.jsonl", samples.jsonl(found)),
    "a.zip": lambda found: samples.zipped(
        {f"{i}.jsonl": samples.jsonl(found[i : i + 400]) for i in range(0, len(found), 400)}
    ),
    "a.tar.gz": lambda found: samples.tarred({f"{each['id']}.txt": each["text"].encode() for each in found}, "w:gz"),
}


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the peak is read from /proc")
@pytest.mark.parametrize("name", MAKERS)
def test_peak_is_flat(tmp_path, name):
    peaks = []
    for number in (800, 12_000):
        (tmp_path / name).write_bytes(MAKERS[name](records(number)))
        shown = subprocess.run(
            [sys.executable, "-c", READ, str(tmp_path / name)],
            capture_output=True,
            text=True,
            check=True,
            encoding="utf-8",
        )
        count, peak = map(int, shown.stdout.split())
        assert count == number
        peaks.append(peak)
    assert peaks[1] <= 1.3 * peaks[0]

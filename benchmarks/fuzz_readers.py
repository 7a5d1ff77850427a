"""Fuzzes the readers, led by the coverage that atheris measures: no crash, no hang, no article lost without a word.

    uv run --with atheris python benchmarks/fuzz_readers.py readers -max_total_time=300 -timeout=30
    uv run --with atheris python benchmarks/fuzz_readers.py extraction -max_total_time=300 -timeout=30

`readers` writes the bytes to a file of one of all kinds and reads it; `extraction` hands them to the code that extracts
the text of pages, Word and PDF files, which otherwise runs in a process of its own. It begins with small real files.
Further options are libFuzzer's. What it finds is left in the folder in which it runs, as `crash-*`, `timeout-*` or
`oom-*`; in `reasons.txt` stands every reason for a rejection once, with an example of its message.
"""

from __future__ import annotations

import importlib.util
import re
import sys
import tempfile
from pathlib import Path

import atheris

LIBRARIES = ["pipeline.readers", "zipfile", "tarfile", "gzip", "csv", "json", "warcio", "pypdf"]
with atheris.instrument_imports(include=LIBRARIES):
    from pipeline.readers.extraction.child import EXTRACTORS, answer
    from pipeline.readers.extraction.extracted import Extracted
    from pipeline.readers.read import read_inputs

SAMPLES = Path(__file__).parents[1] / "tests" / "readers" / "samples.py"
WORK = Path(tempfile.mkdtemp(prefix="fuzz-readers-"))


def seeds() -> dict[str, bytes]:
    """Files of every kind, alone and packed, by the end of their name."""
    spec = importlib.util.spec_from_file_location("samples", SAMPLES)
    samples = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(samples)
    found = {Path(name).suffix: data for name, data in samples.FILES.items()}
    for packed, pack in samples.PACKERS.items():
        found |= {f"{Path(name).suffix}{packed}": pack(name, data) for name, data in samples.FILES.items()}
    return found


SEEDS = seeds()
ENDS = sorted(SEEDS)
KINDS = sorted(EXTRACTORS)
NOTED: set[str] = set()


def read_one(data: bytes) -> None:
    """The first byte chooses the kind of file, the rest is its content."""
    if not data:
        return
    path = WORK / f"x{ENDS[data[0] % len(ENDS)]}"
    path.write_bytes(data[1:])
    found = list(read_inputs([str(path)]))
    if not found or len({reading.article.doc_id for reading in found}) != len(found):
        raise AssertionError("an input without a reading, or two readings of one id")
    for reading in found:
        if (reading.rejection is None) != (reading.status in {"ok", "duplicate"}):
            raise AssertionError(f"{reading.status} with {reading.rejection}")
        if reading.rejection:
            note(reading.rejection.message)


def extract_one(data: bytes) -> None:
    """The first byte chooses the kind of document."""
    if not data:
        return
    found = answer(KINDS[data[0] % len(KINDS)], data[1:])
    if isinstance(found, str):
        note(found)
    elif not isinstance(found, Extracted):
        raise AssertionError("neither a text nor a reason")


def note(message: str) -> None:
    """Add a reason that was not given before to `reasons.txt`: each is worth a look."""
    kind = re.sub(r"0x[0-9a-f]+|\d+", "", message)[:100]
    if kind not in NOTED:
        NOTED.add(kind)
        with Path("reasons.txt").open("a", encoding="utf-8") as handle:
            handle.write(f"{message!r}\n")


def main() -> None:
    """Fuzz until the time is over."""
    target, *options = sys.argv[1:] or ["readers"]
    corpus = WORK / "corpus"
    corpus.mkdir()
    for number, end in enumerate(ENDS if target == "readers" else [f".{kind}" for kind in KINDS]):
        (corpus / f"seed{end}").write_bytes(bytes([number]) + SEEDS[end])
    atheris.Setup([sys.argv[0], *options, str(corpus)], read_one if target == "readers" else extract_one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()

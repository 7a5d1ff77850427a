"""Damaged files of every kind: no crash, no hang, and no article is lost without a word.

`benchmarks/fuzz_readers.py` goes on for as long as one likes, led by coverage.
"""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from . import samples
from .samples import FILES, PACKERS, RECORDS, read, texts

QUICK = settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
CHECKED = (".gz", ".bz2", ".xz", ".zip")  # they hold checksums of what is in them


@st.composite
def damage(draw):
    """From bytes to bytes that a bad disk, a cut line or a wrong program may have made of them."""
    hurts = draw(st.lists(st.tuples(st.integers(0, 3), st.floats(0, 1), st.binary(max_size=6)), min_size=1, max_size=4))

    def apply(data):
        for kind, place, piece in hurts:
            at = int(place * len(data))
            data = {
                0: data[:at],
                1: data[:at] + piece + data[at + len(piece) :],
                2: data[:at] + piece + data[at:],
                3: data[:at] + data[at + len(piece) :],
            }[kind]
        return data

    return apply


def check(found):
    assert found
    for reading in found:
        assert (reading.rejection is None) == (reading.status in {"ok", "duplicate"})
        assert reading.rejection is None or len(reading.rejection.message) > 20
    assert len({reading.article.doc_id for reading in found}) == len(found)


@pytest.mark.parametrize("name", FILES)
@settings(QUICK, max_examples=15)
@given(hurt=damage())
def test_damaged_files(tmp_path, name, hurt):
    path = tmp_path / name
    path.write_bytes(hurt(FILES[name]))
    check(read(path))


@pytest.mark.parametrize("packed", PACKERS)
@settings(QUICK, max_examples=15)
@given(hurt=damage(), name=st.sampled_from(sorted(FILES)))
def test_damaged_archives(tmp_path, packed, hurt, name):
    path = tmp_path / f"{name}{packed}"
    path.write_bytes(hurt(PACKERS[packed](name, FILES[name])))
    check(read(path))


@pytest.mark.parametrize("packed", CHECKED)
@settings(QUICK, max_examples=40)
@given(hurt=damage())
def test_a_checked_archive_gives_the_very_texts_or_says_what_is_wrong(tmp_path, packed, hurt):
    path = tmp_path / f"a.jsonl{packed}"
    path.write_bytes(hurt(PACKERS[packed]("a.jsonl", FILES["a.jsonl"])))
    found = read(path)
    assert texts(found) == [each["text"] for each in RECORDS] or any(reading.rejection for reading in found)


@settings(QUICK, max_examples=60)
@given(
    lines=st.lists(
        st.sampled_from([*samples.jsonl().splitlines(), b"{", b"[1]", b'"x"', b"\xff\xfe\xfd", b'{"text": 5}', b"null"])
        | st.binary(min_size=1, max_size=20).map(lambda data: data.replace(b"\n", b" ")),
        min_size=1,
        max_size=8,
    )
)
def test_every_line_is_an_article_or_a_rejection(tmp_path, lines):
    path = tmp_path / "a.jsonl"
    path.write_bytes(b'{"text": "Head of the dump, so that its lines are bytes."}\n' + b"\n".join(lines) + b"\n")
    blank = sum(not line.strip(b"\xef\xbb\xbf \t\r\x00\x0b\x0c\x1c\x1d\x1e\x1f\x85") for line in lines)
    found = read(path)
    assert len(lines) + 1 - blank <= len(found) <= len(lines) + 1
    good = [line for line in lines if line in samples.jsonl().splitlines()]
    assert sum(reading.status in {"ok", "duplicate"} for reading in found) >= len(good)


@settings(QUICK, max_examples=60)
@given(rows=st.lists(st.tuples(st.text(max_size=20), st.text(max_size=40)), min_size=1, max_size=6))
def test_every_row_that_a_csv_writer_writes_is_one_article(tmp_path, rows):
    path = tmp_path / "a.csv"
    records = [{"id": each, "text": f"Статья. {text}"} for each, text in rows]
    if any("\ud800" <= letter <= "\udfff" for record in records for value in record.values() for letter in value):
        return
    path.write_bytes(samples.delimited(records))
    assert len(read(path)) == len(rows)

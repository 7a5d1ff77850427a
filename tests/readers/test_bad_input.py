"""Whatever is wrong with an input costs one clear line, and the rest is read."""

import gzip
import io
import json
import os
import random
import socket
import sys
import tarfile
import zipfile
import zlib

import pytest
import zstandard

from pipeline.errors import InputError
from pipeline.readers.extraction.client import extract
from pipeline.readers.read import read_inputs

from . import samples
from .samples import FILES, FIRST, PACKERS, RECORDS, SECOND, messages, read, texts


@pytest.fixture
def anybody():
    """As a user who may not do everything."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


def codes(readings):
    return [reading.rejection.code if reading.rejection else "" for reading in readings]


# --- files


def test_files_without_content_are_told(tmp_path):
    for name in (*FILES, "a", "a.zip", "a.gz"):
        (tmp_path / name).write_bytes(b"")
    (tmp_path / "b.jsonl.gz").write_bytes(gzip.compress(b""))
    (tmp_path / "c.csv").write_bytes(b"id,text\n")
    (tmp_path / "d.zip").write_bytes(samples.zipped({}))
    (tmp_path / "e.jsonl").write_bytes(b"\n\n")
    found = read(tmp_path)
    assert codes(found) == ["unreadable"] * (len(FILES) + 7)
    assert {message.split(".")[0] for message in messages(found)} == {"The file is empty", "It holds no article"}


def test_what_is_no_file(tmp_path):
    (tmp_path / "a.txt").write_text(FIRST, encoding="utf-8")
    (tmp_path / "broken.txt").symlink_to(tmp_path / "nowhere.txt")
    (tmp_path / "linked.txt").symlink_to(tmp_path / "a.txt")
    os.mkfifo(tmp_path / "pipe.txt")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(os.path.relpath(tmp_path / "socket.txt"))
        found = read(tmp_path)
    assert [r.status for r in found] == ["ok", "failed", "duplicate"]
    assert found[1].rejection.message == "It is a link to what is not there. Mend the link, or remove it."


def test_folders_and_files_that_may_not_be_read(tmp_path, anybody, monkeypatch):
    monkeypatch.chdir("/")
    folder = tmp_path
    if os.getuid() == 0:
        os.seteuid(0)
        made = [each for each in tmp_path.parents if each.name.startswith(("pytest-", "popen-"))]
        for above in (tmp_path, *made):
            above.chmod(0o755)
        folder = tmp_path / "in"
        folder.mkdir()
        os.chown(folder, 65534, 65534)
        os.seteuid(65534)
    (folder / "closed").mkdir()
    (folder / "closed" / "b.txt").write_text(SECOND, encoding="utf-8")
    (folder / "a.txt").write_text(SECOND, encoding="utf-8")
    (folder / "z.txt").write_text(FIRST, encoding="utf-8")
    (folder / "a.txt").chmod(0)
    (folder / "closed").chmod(0)
    try:
        found = read(folder)
    finally:
        (folder / "closed").chmod(0o700)
        if folder != tmp_path:
            os.seteuid(0)
            for above in (tmp_path, *tmp_path.parents[:2]):
                above.chmod(0o700)
    assert [r.article.source.rpartition("/")[2] for r in found] == ["a.txt", "closed", "z.txt"]
    assert messages(found)[:2] == ["It may not be read. Change its permissions, or run as a user who may."] * 2
    assert found[2].article.text == FIRST


def test_a_file_that_vanishes_while_others_are_read(tmp_path):
    for name, text in (("a.txt", FIRST), ("b.txt", SECOND), ("c.txt", SECOND)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    reading = read_inputs([str(tmp_path)])
    assert next(reading).article.text == FIRST
    (tmp_path / "b.txt").unlink()
    assert [r.status for r in reading] == ["failed", "ok"]


def test_patterns_stand_for_what_they_match(tmp_path):
    for name in ("2024/b.txt", "2024/a.txt", "2023/a.txt", "2023/a.html"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(FILES["a.txt"])
    found = read(tmp_path / "**" / "a.*")
    assert [r.article.source.removeprefix(f"{tmp_path}/") for r in found] == ["2023/a.html", "2023/a.txt", "2024/a.txt"]
    assert messages(read(tmp_path / "*.pdf")) == ["There is no such file or folder. Check the path."]
    (tmp_path / "[1].txt").write_text(SECOND, encoding="utf-8")
    assert texts(read(tmp_path / "[1].txt")) == [SECOND]


# --- texts


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "слово " * 200_000,
            "Its text has more than 1000000 characters, too many for one article. Split it into articles.",
        ),
        (
            f"{FIRST}\x00\x00",
            "Its text holds 2 NUL bytes, as damaged files do. Fetch it again, or remove them: tr -d '\\000'.",
        ),
    ],
)
def test_texts_that_are_not_read(tmp_path, text, message):
    (tmp_path / "a.jsonl").write_bytes(samples.jsonl([{"id": "x", "text": text}, *RECORDS]))
    found = read(tmp_path / "a.jsonl")
    assert messages(found) == [message, "", ""]
    assert found[0].article.doc_id == "x"


def test_a_sentence_of_20_000_words_is_read(tmp_path):
    (tmp_path / "a.txt").write_text(f"{FIRST[:-1]}, и ещё" * 2_000, encoding="utf-8")
    assert codes(read(tmp_path)) == [""]


@pytest.mark.timeout(60)
def test_a_text_of_120_000_lines_takes_seconds(tmp_path):
    (tmp_path / "a.txt").write_text("слово\n" * 120_000, encoding="utf-8")
    assert codes(read(tmp_path)) == [""]


def test_a_line_without_end_is_skipped_in_little_memory(tmp_path):
    endless = b'{"text": "' + b"a" * (65 << 20) + b'"}\n'
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(endless + samples.jsonl(), compresslevel=1))
    found = read(tmp_path)
    assert messages(found)[1:] == ["", ""] and "more than 64 MiB" in messages(found)[0]


# --- archives


@pytest.mark.parametrize("packed", PACKERS)
def test_truncated_archives_say_so(tmp_path, packed):
    records = [{"id": str(i), "text": f"{FIRST} Их было {i * 7919 % 10_007}."} for i in range(6000)]
    whole = PACKERS[packed]("a.jsonl", samples.jsonl(records))
    (tmp_path / f"a.jsonl{packed}").write_bytes(whole[: len(whole) // 2])
    found = read(tmp_path)
    assert len(found) < 6000 and found[-1].rejection.code == "unreadable"
    if packed not in {".zip", ".bz2", ".xz"}:  # an index at the end, blocks of a megabyte
        assert found[0].status == "ok"


def test_members_that_cannot_be_read_cost_themselves_alone(tmp_path):
    whole = samples.zipped({"a.txt": FIRST.encode(), "b.jsonl": samples.jsonl(), "c.txt": SECOND.encode() * 9})
    with zipfile.ZipFile(io.BytesIO(whole)) as archive:
        info = archive.getinfo("a.txt")
        at = info.header_offset + 30 + len("a.txt")
    broken = bytearray(whole)
    broken[at : at + 20] = b"\xff" * 20
    (tmp_path / "a.zip").write_bytes(broken)
    found = read(tmp_path / "a.zip")
    assert [r.status for r in found] == ["failed", "ok", "ok", "ok"]
    assert found[0].article.source.endswith("a.zip!a.txt")


def test_a_member_with_a_password(tmp_path):
    whole = bytearray(samples.zipped({"a.txt": FIRST.encode(), "b.txt": SECOND.encode()}))
    whole[6] |= 1  # the flags of the first member, before its data and in the index
    whole[whole.index(b"PK\x01\x02") + 8] |= 1
    (tmp_path / "a.zip").write_bytes(whole)
    found = read(tmp_path / "a.zip")
    assert messages(found) == ["It is protected by a password. Unpack the archive and name the files.", ""]


@pytest.mark.parametrize("make", [samples.zipped, samples.tarred])
@pytest.mark.parametrize(
    "name", ["../../etc/passwd.txt", "/etc/passwd.txt", "a/../../b.txt", "C:\\news.txt", "..\\b.txt"]
)
def test_names_that_climb_out(tmp_path, make, name):
    (tmp_path / "a.dump").write_bytes(make({name: FIRST.encode(), "z/b.txt": SECOND.encode()}))
    found = sorted(read(tmp_path / "a.dump"), key=lambda r: r.status)
    assert [r.status for r in found] == ["failed", "ok"]
    assert "leads out of the archive" in found[0].rejection.message


def test_links_in_archives_are_not_followed(tmp_path):
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        link = tarfile.TarInfo("passwd.txt")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(link)
    (tmp_path / "a.tar").write_bytes(out.getvalue() + samples.tarred({"b.txt": FIRST.encode()}))
    assert "a link or a device" in messages(read(tmp_path / "a.tar"))[0]


@pytest.mark.parametrize("packed", [".gz", ".zst", ".bz2", ".xz", ".zip"])
def test_zip_bombs(tmp_path, packed):
    path = tmp_path / f"a.jsonl{packed}"
    path.write_bytes(PACKERS[packed]("a.jsonl", samples.jsonl() + b"0" * (160 << 20)))
    found = read(path)
    assert texts(found)[:2] == [FIRST, SECOND]
    assert len(found) == 3 and ("zip bomb" in messages(found)[2] or "64 MiB" in messages(found)[2])


def test_what_came_before_the_cut_of_an_archive_is_read(tmp_path):
    numbers = random.Random(1)
    records = [{"id": f"n{i}", "text": f"{FIRST} {numbers.random()}"} for i in range(400)]
    packed = gzip.compress(samples.jsonl(records))
    packed = packed[: len(packed) * 3 // 4]
    (tmp_path / "a.jsonl.gz").write_bytes(packed)
    whole = zlib.decompressobj(wbits=31).decompress(packed).count(b"\n")
    found = read(tmp_path / "a.jsonl.gz")
    assert whole > 50
    assert [r.status for r in found[:whole]] == ["ok"] * whole
    assert found[-1].status == "failed"


def test_an_archive_within_itself_is_given_up(tmp_path):
    data = samples.jsonl()
    for _ in range(5):
        data = samples.zipped({"a.jsonl.zip": data})
    (tmp_path / "a.zip").write_bytes(data)
    assert "packed more than 3 times over" in messages(read(tmp_path / "a.zip"))[0]


def test_archives_in_archives(tmp_path):
    inner = samples.zipped({"c.jsonl.gz": gzip.compress(samples.jsonl()), "d.docx": FILES["a.docx"]})
    outer = samples.tarred({"torn.zip": inner[:200], "a/b.zip": inner, "z.txt": f"{SECOND} Да.".encode()})
    (tmp_path / "a.tar.zst").write_bytes(zstandard.compress(outer))
    found = read(tmp_path)
    assert [r.status for r in found] == ["failed", "ok", "ok", "ok", "ok"]
    assert found[1].article.source == f"{tmp_path}/a.tar.zst!a/b.zip!c.jsonl.gz#1"


def test_russian_names_of_members(tmp_path):
    whole = samples.zipped({"??????.txt": FIRST.encode()})
    (tmp_path / "a.zip").write_bytes(whole.replace(b"??????", "мэрия1".encode("cp866")))
    assert read(tmp_path)[0].article.source.endswith("a.zip!мэрия1.txt")


def test_zstandard_with_a_long_window_says_what_to_type(tmp_path):
    settings = zstandard.ZstdCompressionParameters(window_log=28, enable_ldm=True)
    packer = zstandard.ZstdCompressor(compression_params=settings).compressobj()
    (tmp_path / "a.jsonl.zst").write_bytes(packer.compress(samples.jsonl()) + packer.flush())
    assert messages(read(tmp_path)) == [
        "It was packed with a long window. Unpack it (zstd -d --long=31) and name what that gives."
    ]


# --- pages and documents


@pytest.mark.parametrize("name", ["a.html", "a.docx", "a.pdf", "a.parquet", "a.warc"])
@pytest.mark.parametrize("data", [b"\x00" * 50, b"nothing of the kind", "Ничего такого нет.".encode("cp1251")])
def test_files_that_are_not_what_their_names_say(tmp_path, name, data):
    (tmp_path / name).write_bytes(data)
    [reading] = read(tmp_path)
    assert (reading.rejection or name == "a.html") and not (reading.rejection and len(messages([reading])[0]) < 20)


@pytest.mark.parametrize(
    ("name", "library", "extra"),
    [
        ("a.html", "trafilatura", "html"),
        ("a.docx", "docx", "documents"),
        ("a.pdf", "pypdf", "documents"),
        ("a.warc", "warcio", "warc"),
    ],
)
def test_a_missing_extra_is_named(tmp_path, monkeypatch, name, library, extra):
    (tmp_path / name).write_bytes(FILES[name])
    (tmp_path / "z.txt").write_text(SECOND, encoding="utf-8")
    monkeypatch.setitem(sys.modules, library, None)  # as if it were not installed
    found = read(tmp_path)
    assert messages(found) == [
        f"Reading it needs {library}. Install the extra: pip install 'svodka[{extra}]', in a checkout: "
        f"uv sync --extra {extra}", "",
    ]  # fmt: skip


def test_extraction_that_takes_too_long_is_given_up():
    with pytest.raises(InputError, match="not extracted within 0 seconds"):
        extract("html", samples.page(*[FIRST] * 50_000), seconds=0.01)
    assert extract("html", samples.page()).text.startswith(FIRST)


def test_a_word_document_that_unpacks_to_too_much(tmp_path):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", b" " * (80 << 20))
    (tmp_path / "a.docx").write_bytes(out.getvalue())
    assert "unpacks to more than 64 MiB" in messages(read(tmp_path))[0]


def test_a_table_may_begin_with_blank_lines(tmp_path):
    (tmp_path / "a.csv").write_bytes(b"\r\n;;\r\n" + samples.delimited(delimiter=";"))
    assert texts(read(tmp_path)) == [FIRST, SECOND]


def test_empty_cells_beyond_the_header_are_none(tmp_path):
    (tmp_path / "a.csv").write_bytes(f"id;text\n1;{FIRST};;\n2\n".encode())
    assert [(r.article.text, r.status) for r in read(tmp_path)] == [(FIRST, "ok"), ("", "empty")]


def test_a_carriage_return_outside_quotation_marks(tmp_path):
    (tmp_path / "a.csv").write_bytes(f"id,text\n1,Вчера\rсегодня\n2,{SECOND[:18]}\n".encode())
    found = read(tmp_path)
    assert messages(found) == [
        "The row is no CSV (a line end, CR, stands outside quotation marks). Mend it, or remove it from the dump.", "",
    ]  # fmt: skip


def test_messages_hold_no_control_characters(tmp_path):
    (tmp_path / "a.csv").write_bytes(b"\x1b[31mred,\x07bell\n1,2\n")
    assert messages(read(tmp_path))[0].startswith("None of its columns (\ufffd[31mred, \ufffdbell) is known")


def test_nothing_is_counted_twice_or_lost(tmp_path):
    (tmp_path / "a.jsonl").write_bytes(
        samples.jsonl() + b"{oops\n" + json.dumps({"text": "Hello, dear world of news"}).encode()
    )
    (tmp_path / "b.zip").write_bytes(samples.zipped({"x.csv": samples.delimited(), "y.png": b"\x89PNG", "z.html": b""}))
    found = read(tmp_path)
    assert [r.status for r in found] == [
        "ok", "ok", "failed", "foreign", "duplicate", "duplicate", "failed", "failed",
    ]  # fmt: skip
    assert len({r.article.doc_id for r in found}) == len(found)

"""`svodka text` gives the texts that offsets count in, of every kind of input, and is an input itself."""

import hashlib
import json

import docx
import pytest

from pipeline.readers.read import read_inputs
from tests.command_line import svodka

FIRST = "Вчера в Гродно прошла встреча министров, они обсудили поставки зерна."
SECOND = "В Бресте открыли новую школу на двести мест, сообщил мэр города."
PAGE = f"""<html><head><meta property="og:title" content="Встреча"><meta property="article:published_time"
content="2023-11-21"></head><body><article><p>{FIRST}</p><p>{SECOND}</p></article></body></html>"""


@pytest.fixture
def folder(tmp_path):
    source = tmp_path / "in"
    source.mkdir()
    (source / "a.html").write_text(PAGE, encoding="utf-8")
    document = docx.Document()
    document.add_paragraph(SECOND)
    document.save(source / "b.docx")
    (source / "c.csv").write_text(f'key,body\r\nk1,"{FIRST}"\r\n', encoding="cp1251")
    (source / "d.xlsx").write_bytes(b"PK")
    return source


def test_texts_are_an_input_with_the_same_ids_and_hashes(folder, tmp_path):
    shown = svodka("text", folder, "--text-field", "body", "--id-field", "key")
    assert shown.exit_code == 0
    records = [json.loads(line) for line in shown.stdout.splitlines()]
    assert [(r["text"], r["published"], r["title"]) for r in records] == [
        (f"{FIRST}\n\n{SECOND}", "2023-11-21", "Встреча"), (SECOND, None, ""), (FIRST, None, ""),
    ]  # fmt: skip
    assert records[2]["id"] == "k1" and records[2]["encoding"] == "cp1251"
    assert all(hashlib.sha256(r["text"].encode()).hexdigest() == r["text_sha256"] for r in records)
    assert shown.stderr.splitlines() == [
        f"{folder}/d.xlsx: Files in .xlsx are not read. Convert it to .txt, or to .jsonl with the fields id and text."
    ]
    (tmp_path / "again.jsonl").write_text(shown.stdout, encoding="utf-8")
    again = [r.article for r in read_inputs([str(tmp_path / "again.jsonl")])]
    assert [(a.doc_id, a.text, a.title) for a in again] == [(r["id"], r["text"], r["title"]) for r in records]


def test_one_text_alone_without_a_change(folder):
    (folder / "e.txt").write_bytes(f"{FIRST}\r\n\r\n{SECOND} Так.\r\n".encode())
    [identifier] = [r.article.doc_id for r in read_inputs([str(folder / "e.txt")])]
    assert svodka("text", folder, "--doc", identifier).stdout_bytes == (folder / "e.txt").read_bytes()
    assert "no article with the id x" in svodka("text", folder, "--doc", "x").output


def test_nothing_to_print_is_an_error(folder):
    shown = svodka("text", folder / "d.xlsx", folder / "no.txt")
    assert (shown.exit_code, shown.stdout) == (2, "")
    assert "d.xlsx: Files in .xlsx are not read." in shown.stderr
    assert "There is no article that can be read." in shown.stderr

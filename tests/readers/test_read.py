"""Files, folders, archives and lines to articles: nothing stops the reading, nothing is lost."""

import datetime as dt
import gzip
import io
import json
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.readers.fields import FieldNames
from pipeline.readers.read import read_text
from tests.readers.samples import read

TEXT = "Вчера в Гродно прошла встреча министров."
OTHER = "В Бресте открыли новую школу на двести мест."


def lines(*records):
    return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records)


def summary(readings):
    return [(r.article.doc_id, r.status) for r in readings]


def test_usual_field_names(tmp_path):
    path = tmp_path / "dump.jsonl"
    record = {
        "_id": 7,
        "content": TEXT,
        "headline": "Встреча",
        "date": "2023-11-21T10:00:00Z",
        "link": "https://a.by/1",
        "source": "А",
    }
    path.write_text(lines(record), encoding="utf-8")
    article = read(path)[0].article
    assert (article.doc_id, article.text, article.title, article.url, article.publisher) == (
        "7",
        TEXT,
        "Встреча",
        "https://a.by/1",
        "А",
    )
    assert (article.published, article.published_from) == (dt.date(2023, 11, 21), "metadata")
    assert article.source == f"{path}#1"


def test_fields_named_by_the_user_win(tmp_path):
    path = tmp_path / "dump.jsonl"
    path.write_text(lines({"text": "x", "main": TEXT, "uri": "k1"}), encoding="utf-8")
    assert [(r.article.doc_id, r.article.text) for r in read(path, names=FieldNames(text="main", id="uri"))] == [
        ("k1", TEXT)
    ]


def test_a_named_field_that_one_record_leaves_out_is_told_and_the_article_read(tmp_path):
    path = tmp_path / "dump.jsonl"
    path.write_text(lines({"text": TEXT, "head": "Встреча"}, {"text": OTHER}), encoding="utf-8")
    first, second = read(path, names=FieldNames(title="head"))
    assert (first.status, first.article.title, first.article.remark) == ("ok", "Встреча", "")
    assert (second.status, second.article.text) == ("ok", OTHER)
    assert second.article.remark == "It has no field 'head' (it has text). Check --title-field."


def test_a_day_of_publication_that_is_not_understood_is_told_and_no_other_taken(tmp_path):
    path = tmp_path / "dump.jsonl"
    path.write_text(lines({"text": TEXT, "date": "31.02.2024"}, {"text": OTHER}), encoding="utf-8")
    first, second = (r.article for r in read(path, published=dt.date(2024, 7, 1)))
    assert first.published is None
    assert first.remark == "Its day of publication was not understood: '31.02.2024'. Write it as 2023-11-21."
    assert (second.published, second.published_from, second.remark) == (dt.date(2024, 7, 1), "option", "")


def test_an_empty_text_field_gives_way_to_the_next(tmp_path):
    path = tmp_path / "dump.jsonl"
    path.write_text(lines({"id": "1", "text": "", "content": TEXT}), encoding="utf-8")
    assert read(path)[0].article.text == TEXT


def test_ids_repeat_and_texts_repeat(tmp_path):
    path = tmp_path / "dump.jsonl"
    path.write_text(
        lines({"id": "n", "text": TEXT}, {"id": "n", "text": OTHER}, {"id": "n-2", "text": TEXT}, {"text": TEXT}),
        encoding="utf-8",
    )
    found = read(path)
    assert summary(found)[:3] == [("n", "ok"), ("n-2", "ok"), ("n-2-2", "duplicate")]
    assert [r.duplicate_of for r in found] == ["", "", "n", "n"]
    assert found[3].article.doc_id.startswith("a") and len(found[3].article.doc_id) == 17


@pytest.mark.parametrize(
    ("line", "code", "message"),
    [
        ("{oops", "unreadable", "no JSON"),
        ('["список"]', "unreadable", "not an object"),
        ("[" * 100_000, "unreadable", "no JSON"),
        ('{"id": "1", "text": 5}', "unreadable", "not a string"),
        ('{"id": "1", "heading": "x"}', "unreadable", "--text-field"),
        ('{"id": "1", "text": null}', "empty", "no words"),
        ('{"id": "1", "text": " \\n\\u00a0"}', "empty", "no words"),
        ('{"id": "1", "text": "12.11 --- 13"}', "empty", "no words"),
        ('{"id": "1", "text": "The ministers met in Minsk on Monday."}', "foreign", "not Russian"),
    ],
)
def test_a_bad_line_is_one_rejection_and_the_next_is_read(tmp_path, line, code, message):
    path = tmp_path / "dump.jsonl"
    path.write_text(line + "\n\n" + lines({"id": "2", "text": TEXT}), encoding="utf-8")
    bad, good = read(path)
    assert (bad.rejection.code, bad.rejection.source) == (code, f"{path}#1")
    assert message in bad.rejection.message
    assert (good.article.doc_id, good.status, good.rejection) == ("2", "ok", None)


@pytest.mark.parametrize("encoding", ["utf-8", "cp1251", "koi8-r", "utf-16", "utf-16-le"])
def test_dumps_in_every_encoding(tmp_path, encoding):
    path = tmp_path / "dump.jsonl"
    path.write_bytes(lines({"id": "1", "text": TEXT}, {"id": "2", "text": OTHER}).encode(encoding))
    assert [(r.article.text, r.article.encoding) for r in read(path)] == [(TEXT, encoding), (OTHER, encoding)]


def test_a_byte_order_mark_is_no_part_of_the_first_line(tmp_path):
    (tmp_path / "dump.jsonl").write_bytes(lines({"id": "1", "text": TEXT}).encode("utf-8-sig"))
    assert [(r.article.text, r.article.encoding) for r in read(tmp_path)] == [(TEXT, "utf-8")]


def test_a_line_in_another_encoding_than_its_file(tmp_path):
    path = tmp_path / "dump.jsonl"
    path.write_bytes(lines({"id": "1", "text": TEXT}).encode() + lines({"id": "2", "text": OTHER}).encode("cp1251"))
    assert [(r.article.text, r.article.encoding) for r in read(path)] == [(TEXT, "utf-8"), (OTHER, "cp1251")]


def test_half_an_emoji_becomes_one_replacement_character(tmp_path):
    path = tmp_path / "dump.jsonl"
    path.write_text('{"id": "1", "text": "Встреча\\ud83d в Минске \\ud83d\\ude00"}\n', encoding="utf-8")
    assert read(path)[0].article.text == "Встреча\ufffd в Минске 😀"


def test_a_folder_is_walked_in_order_without_hidden_files(tmp_path):
    for name, text in {"b.txt": TEXT, "a/z.txt": OTHER, ".gitkeep": "", "c.doc": "old"}.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    found = read(tmp_path)
    assert [(r.article.source.removeprefix(f"{tmp_path}/"), r.status) for r in found] == [
        ("a/z.txt", "ok"), ("b.txt", "ok"), ("c.doc", "failed"),
    ]  # fmt: skip
    assert ".jsonl" in found[2].rejection.message


def test_archives(tmp_path):
    with zipfile.ZipFile(tmp_path / "dump.zip", "w") as archive:
        archive.writestr("news.jsonlines", lines({"id": "1", "text": TEXT}))
        archive.writestr("__MACOSX/news.jsonlines", "x")
    (tmp_path / "more.jsonl.gz").write_bytes(gzip.compress(lines({"id": "2", "text": OTHER}).encode()))
    found = read(tmp_path / "dump.zip", tmp_path / "more.jsonl.gz")
    assert summary(found) == [("1", "ok"), ("2", "ok")]
    assert found[0].article.source == f"{tmp_path}/dump.zip!news.jsonlines#1"


def test_a_truncated_archive_gives_what_it_holds_and_one_rejection(tmp_path):
    records = [
        {"id": str(i), "text": f"{TEXT} Это случилось {i} раз, {i * 7919 % 10_007} человек."} for i in range(5000)
    ]
    path = tmp_path / "dump.jsonl.gz"
    path.write_bytes(gzip.compress(lines(*records).encode())[:-3000])
    found = read(path)
    assert summary(found)[:2] == [("0", "ok"), ("1", "ok")]
    assert found[-1].rejection.code == "unreadable" and len(found) < 5000
    (tmp_path / "broken.zip").write_bytes(b"PK\x03\x04 nothing")
    assert [r.rejection.code for r in read(tmp_path / "broken.zip")] == ["unreadable"]


def test_a_missing_file_is_a_rejection(tmp_path):
    found = read(tmp_path / "no.txt")
    assert [(r.status, r.rejection.message) for r in found] == [
        ("failed", "There is no such file or folder. Check the path.")
    ]


@pytest.mark.parametrize("content", [lines({"id": "1", "text": TEXT}), "\n  " + lines({"id": "1", "text": TEXT}), TEXT])
def test_standard_input_is_jsonl_or_one_text(monkeypatch, content):
    class Stdin:
        buffer = io.BufferedReader(io.BytesIO(content.encode()))

    monkeypatch.setattr("sys.stdin", Stdin)
    found = read("-")
    assert [r.article.text for r in found] == [TEXT]
    assert found[0].article.source.startswith("-")


def test_whole_files_of_json(tmp_path):
    (tmp_path / "one.json").write_text(json.dumps({"id": "1", "text": TEXT}, indent=1), encoding="utf-8")
    (tmp_path / "two.json").write_text(json.dumps([{"id": "2", "text": OTHER}, 5]), encoding="utf-8")
    assert summary(read(tmp_path)) == [("1", "ok"), ("2", "ok"), (read(tmp_path)[2].article.doc_id, "failed")]


def test_a_day_of_publication_from_the_option_only_where_nothing_else_tells(tmp_path):
    (tmp_path / "a.txt").write_text(f"Встреча\n\n21.11.2023\n\n{TEXT}", encoding="utf-8")
    (tmp_path / "b.txt").write_text(OTHER, encoding="utf-8")
    found = read(tmp_path, published=dt.date(2024, 1, 1))
    assert [(str(r.article.published), r.article.published_from) for r in found] == [
        ("2023-11-21", "text"),
        ("2024-01-01", "option"),
    ]


def test_a_text_from_a_notebook():
    article = read_text(TEXT, published=dt.date(2023, 11, 21))
    assert (article.text, article.published_from, len(article.lines)) == (TEXT, "option", 1)


@settings(deadline=None, max_examples=60)
@given(data=st.binary(max_size=300), suffix=st.sampled_from([".txt", ".jsonl", ".json", ".zip", ".gz", ""]))
def test_no_bytes_stop_the_reading(tmp_path_factory, data, suffix):
    path = tmp_path_factory.mktemp("fuzz") / f"x{suffix}"
    path.write_bytes(data)
    for reading in read(path):
        assert (reading.rejection is None) == (reading.status in {"ok", "duplicate"})


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)


@settings(deadline=None, max_examples=150)
@given(
    st.lists(st.dictionaries(st.sampled_from(["id", "text", "title", "date", "url", "author", "x"]), _JSON), max_size=4)
)
def test_no_record_stops_the_reading(tmp_path_factory, records):
    path = tmp_path_factory.mktemp("records") / "dump.jsonl"
    path.write_text(lines(*records), encoding="utf-8", errors="surrogatepass")
    found = read(path)
    assert len(found) == max(1, len(records))  # an empty file is told
    assert len({r.article.doc_id for r in found}) == len(found)


def test_fields_of_odd_types_are_unknown(tmp_path):
    path = tmp_path / "dump.jsonl"
    path.write_text(
        lines({"id": {"$oid": "1"}, "text": TEXT, "title": ["a"], "author": ["Анна", "Пётр"], "date": {}}),
        encoding="utf-8",
    )
    article = read(path)[0].article
    assert article.doc_id.startswith("a") and article.author == "Анна; Пётр" and article.published is None


def test_the_language_of_a_foreign_text_is_not_ru(tmp_path):
    (tmp_path / "a.txt").write_text("The ministers met in Minsk on Monday.", encoding="utf-8")
    assert [(r.status, r.article.language) for r in read(tmp_path)] == [("foreign", "")]

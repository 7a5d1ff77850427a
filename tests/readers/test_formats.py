"""Every kind of file, alone and in every kind of archive, gives its articles."""

import datetime as dt
import io
import json

import pytest

from pipeline.readers.fields import FieldNames

from . import samples
from .samples import FILES, FIRST, PACKERS, SECOND, messages, read, texts

EXPECTED = {
    "a.txt": [FIRST],
    "a.html": [f"{FIRST}\n\n{SECOND}"],
    "a.docx": [f"{FIRST}\n\n{SECOND}"],
    "a.pdf": [f"{FIRST}\n{SECOND}"],
    "a.warc": [f"{FIRST}\n\n{SECOND}"],
}


@pytest.mark.parametrize("name", FILES)
def test_alone(tmp_path, name):
    (tmp_path / name).write_bytes(FILES[name])
    found = read(tmp_path / name)
    assert messages(found) == [""] * len(found)
    assert texts(found) == EXPECTED.get(name, [FIRST, SECOND])


@pytest.mark.parametrize("packed", PACKERS)
@pytest.mark.parametrize("name", FILES)
def test_packed(tmp_path, name, packed):
    path = tmp_path / f"{name}{packed}"
    path.write_bytes(PACKERS[packed](name, FILES[name]))
    found = read(path)
    assert texts(found) == EXPECTED.get(name, [FIRST, SECOND])
    assert all(r.article.source.startswith(path.as_posix()) for r in found)


def test_the_first_bytes_tell_where_the_name_does_not(tmp_path):
    for name, data in FILES.items():
        if name not in {"a.csv", "a.tsv"}:  # a table without the end of its name is a text
            (tmp_path / name.replace("a.", "")).write_bytes(data)
            assert texts(read(tmp_path / name.replace("a.", ""))) == EXPECTED.get(name, [FIRST, SECOND])


@pytest.mark.parametrize("name", FILES)
def test_standard_input(monkeypatch, name):
    class Stdin:
        buffer = io.BytesIO(FILES[name])

    monkeypatch.setattr("sys.stdin", Stdin)
    if name not in {"a.csv", "a.tsv"}:
        assert texts(read("-")) == EXPECTED.get(name, [FIRST, SECOND])


def test_a_folder_of_all_of_them(tmp_path):
    for name, data in FILES.items():
        (tmp_path / name).write_bytes(data)
        (tmp_path / f"{name}.zip").write_bytes(samples.zipped({name: data}))
    found = read(tmp_path)
    assert {r.status for r in found} == {"ok", "duplicate"}
    assert len(found) == 2 * sum(len(EXPECTED.get(name, [FIRST, SECOND])) for name in FILES)


# --- tables


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_the_header_s(tmp_path, delimiter):
    rows = [{"id": "1", "text": f"{FIRST}\n\n«Да; нет | может», сказал мэр.", "title": "А, Б"}]
    (tmp_path / "a.csv").write_bytes(samples.delimited(rows, delimiter))
    [reading] = read(tmp_path / "a.csv")
    assert (reading.article.text, reading.article.title) == (rows[0]["text"], "А, Б")


def test_a_table_of_excel_in_windows_1251(tmp_path):
    (tmp_path / "a.csv").write_bytes(f"Текст;Дата\r\n{FIRST};21.11.2023\r\n{SECOND};22.11.2023\r\n".encode("cp1251"))
    found = read(tmp_path / "a.csv")
    assert texts(found) == [FIRST, SECOND]
    assert [(r.article.published, r.article.encoding) for r in found] == [
        (dt.date(2023, 11, 21), "cp1251"),
        (dt.date(2023, 11, 22), "cp1251"),
    ]


def test_rows_that_do_not_fit_are_told_by_their_line(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text(f'id,text\n1,{SECOND[:18]}\n2,а, б, в\n\n3,"{FIRST}"\n4,"без конца\n5,x\n', encoding="utf-8")
    found = read(path)
    assert [(r.article.source.split("#")[1], r.status) for r in found] == [
        ("2", "ok"), ("3", "failed"), ("5", "ok"), ("6", "failed"),
    ]  # fmt: skip
    assert "4 cells, the header 2" in found[1].rejection.message
    assert "never closed, so lines to 7 are no rows" in found[3].rejection.message


@pytest.mark.parametrize("name", ["a.csv", "a.parquet"])
def test_columns_named_by_options(tmp_path, name):
    rows = [{"uri": "k1", "body": FIRST, "summary": "Кратко.", "by": "Анна", "of": "Вести", "at": "2023-11-21"}]
    make = samples.delimited if name == "a.csv" else samples.parquet
    (tmp_path / name).write_bytes(make(rows))
    given = FieldNames(id="uri", text="body", author="by", publisher="of", published="at")
    [reading] = read(tmp_path / name, names=given)
    found = reading.article
    assert (found.doc_id, found.text, found.author, found.publisher) == ("k1", FIRST, "Анна", "Вести")
    assert found.published == dt.date(2023, 11, 21)


@pytest.mark.parametrize("make", [samples.delimited, samples.parquet])
def test_a_table_without_the_column_is_one_line(tmp_path, make):
    path = tmp_path / "a.dump"
    path = path.with_suffix(".csv" if make is samples.delimited else ".parquet")
    path.write_bytes(make([{"uri": "1", "heading": FIRST}, {"uri": "2", "heading": SECOND}]))
    assert messages(read(path)) == [
        "None of its columns (uri, heading) is known to hold the text. Name it: --text-field."
    ]
    given = FieldNames(text="body")
    assert messages(read(path, names=given)) == ["It has no column 'body' (it has uri, heading). Check --text-field."]


def test_parquet_is_read_by_row_groups_with_its_own_types(tmp_path):
    rows = [
        {"id": i, "text": f"{FIRST} Их было {i}.", "date": dt.datetime(2023, 11, 21, 10), "wide": "x" * 100}
        for i in range(300)
    ]
    (tmp_path / "a.parquet").write_bytes(samples.parquet(rows, row_group_size=50))
    found = read(tmp_path / "a.parquet")
    assert [r.article.doc_id for r in found] == [str(i) for i in range(300)]
    assert {r.article.published for r in found} == {dt.date(2023, 11, 21)}
    positions = [r.position for r in found]
    assert positions == sorted(positions) and positions[-1] <= (tmp_path / "a.parquet").stat().st_size


def test_parquet_of_bytes(tmp_path):
    (tmp_path / "a.parquet").write_bytes(samples.parquet([{"text": FIRST.encode()}, {"text": SECOND.encode("cp1251")}]))
    assert texts(read(tmp_path / "a.parquet")) == [FIRST, SECOND]


# --- JSON


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1251", "utf-16"])
@pytest.mark.parametrize("indent", [None, 1])
def test_an_array_in_every_encoding(tmp_path, encoding, indent):
    (tmp_path / "a.json").write_bytes(samples.json_array(indent=indent).decode().encode(encoding))
    assert texts(read(tmp_path / "a.json")) == [FIRST, SECOND]


def test_an_array_that_breaks_gives_what_came_before(tmp_path):
    (tmp_path / "a.json").write_bytes(samples.json_array()[:-20])
    found = read(tmp_path / "a.json")
    assert texts(found) == [FIRST, ""]
    assert found[1].article.source.endswith("a.json#2") and "breaks after 1 elements" in found[1].rejection.message


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ('[{"id": 12345678901234567890123, "text": "%s", "x": [NaN, 1e999]}]', [""]),
        ('[{"text": "%s"}, 12, "x", null]', ["", "It holds a int", "It holds a str", "It holds a NoneType"]),
        ('[{"text": "%s"}] trailing', ["", "The array breaks after 1 elements (something follows its end)"]),
        ('[{"text": "%s"},]', ["", "The array breaks after 1 elements (Expecting value)"]),
        ('[{"text": "%s"} {"text": "%s"}]', ["", "The array breaks after 1 elements ({ stands where , should)"]),
        ("[" * 100_000, ["The array breaks after 0 elements"]),
        ("[]", ["It holds no article"]),
    ],
)
def test_arrays_of_all_sorts(tmp_path, content, expected):
    (tmp_path / "a.json").write_text(content.replace("%s", FIRST), encoding="utf-8")
    told = messages(read(tmp_path))
    assert len(told) == len(expected)
    assert all(
        message.startswith(start) and bool(message) == bool(start)
        for message, start in zip(told, expected, strict=True)
    )


def test_elements_over_many_portions(tmp_path):
    records = [{"id": str(i), "text": f"{FIRST} " * (1 + i * 400)} for i in range(8)]
    (tmp_path / "a.json").write_bytes(samples.json_array(records))
    assert texts(read(tmp_path)) == [each["text"] for each in records]


@pytest.mark.parametrize("indent", [None, 2])
def test_one_object_a_file(tmp_path, indent):
    (tmp_path / "a.json").write_text(json.dumps({"text": FIRST}, ensure_ascii=False, indent=indent), encoding="utf-8")
    assert texts(read(tmp_path / "a.json")) == [FIRST]


# --- pages and documents

LINKED_DATA = """<script type="application/ld+json">{"@context": "https://schema.org", "@type": "NewsArticle",
"headline": "Мост открыт", "datePublished": "2023-11-21T09:00:00+03:00", "dateModified": "2023-11-25",
"author": {"@type": "Person", "name": "Пётр Седов"}, "publisher": {"@type": "Organization", "name": "Вести Пинска"},
"url": "https://vesti.example/most"}</script>"""
META = """<meta property="og:title" content="Мост открыт"><meta property="og:site_name" content="Вести Пинска">
<meta property="og:url" content="https://vesti.example/most"><meta name="author" content="Пётр Седов">
<meta property="article:published_time" content="2023-11-21T09:00:00+03:00">"""


@pytest.mark.parametrize("head", [META, LINKED_DATA + '<link rel="canonical" href="https://vesti.example/most">'])
def test_metadata_of_a_page(tmp_path, head):
    (tmp_path / "a.html").write_bytes(samples.page(head=head))
    found = read(tmp_path / "a.html")[0].article
    assert (found.title, found.author, found.publisher) == ("Мост открыт", "Пётр Седов", "Вести Пинска")
    assert (found.url, found.published, found.published_from) == (
        "https://vesti.example/most", dt.date(2023, 11, 21), "metadata",
    )  # fmt: skip
    assert "Главная" not in found.text and "права" not in found.text


def test_a_page_that_tells_no_day_has_none(tmp_path):
    (tmp_path / "a.html").write_bytes(
        samples.page("Вчера, 5 мая 2019 года, в Пинске открыли новый мост через реку.", SECOND)
    )
    assert read(tmp_path / "a.html")[0].article.published is None


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r", "utf-8-sig", "utf-16"])
def test_pages_in_every_encoding(tmp_path, encoding):
    (tmp_path / "a.html").write_bytes(samples.page().decode().encode(encoding))
    assert texts(read(tmp_path / "a.html")) == [f"{FIRST}\n\n{SECOND}"]


def test_word_has_its_paragraphs_and_tables_in_order(tmp_path):
    (tmp_path / "a.docx").write_bytes(samples.word_table([["Город", "Мест"], ["Брест", "200"]]))
    assert texts(read(tmp_path / "a.docx")) == [f"{FIRST}\n\nГород | Мест\n\nБрест | 200\n\n{SECOND}"]
    (tmp_path / "b.docx").write_bytes(samples.word(SECOND, title="Школа", author="Анна Орлова"))
    article = read(tmp_path / "b.docx")[0].article
    assert (article.title, article.author) == ("Школа", "Анна Орлова")


def test_words_that_a_column_of_a_pdf_cuts_are_whole(tmp_path):
    (tmp_path / "a.pdf").write_bytes(
        samples.pdf("Вчера в Гродно прошла встре-", "ча министров, они обсудили кое-", "что.")
    )
    assert texts(read(tmp_path)) == ["Вчера в Гродно прошла встреча министров, они обсудили кое-что."]


def test_pdf_with_a_password_and_without_text(tmp_path):
    (tmp_path / "closed.pdf").write_bytes(samples.protected(samples.pdf(), "тайна"))
    (tmp_path / "no-print.pdf").write_bytes(samples.protected(samples.pdf(), "", "владелец"))
    (tmp_path / "scan.pdf").write_bytes(samples.pdf(" "))
    found = read(tmp_path)
    assert messages(found) == [
        "It is protected by a password. Save it without one.",
        "",
        "The pages hold no text, only pictures. Run OCR over the file (ocrmypdf), then read what that writes.",
    ]
    assert found[1].article.text == f"{FIRST}\n{SECOND}"


@pytest.mark.parametrize("gzipped", [False, True])
def test_a_web_archive_holds_pages_and_more(tmp_path, gzipped):
    address = "https://vesti.example/"
    data = samples.warc(
        (f"{address}1", "200 OK", "text/html; charset=utf-8", samples.page(FIRST, SECOND)),
        (f"{address}2", "404 Not Found", "text/html", samples.page("Страница не найдена, вернитесь на главную.")),
        (f"{address}3.png", "200 OK", "image/png", b"\x89PNG"),
        (f"{address}4", "200 OK", "text/html", samples.page(SECOND * 2, FIRST).decode().encode("cp1251")),
        (f"{address}5", "200 OK", "text/html", b""),
        (f"{address}6", "200 OK", "text/plain", SECOND.encode()),
        gzipped=gzipped,
    )  # fmt: skip
    path = tmp_path / ("a.warc.gz" if gzipped else "a.warc")
    path.write_bytes(data)
    found = read(path)
    assert [(r.article.url, r.status) for r in found] == [
        (f"{address}1", "ok"), (f"{address}4", "ok"), ("", "failed"), (f"{address}6", "ok"),
    ]  # fmt: skip
    assert found[3].article.text == SECOND

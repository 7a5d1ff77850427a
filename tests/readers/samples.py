"""Small files of every kind that people have, made by the libraries that usually make them."""

import bz2
import csv
import gzip
import io
import json
import lzma
import tarfile
import zipfile

import docx
import pyarrow as pa
import pyarrow.parquet as pq
import zstandard
from pypdf import PdfReader, PdfWriter
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from pipeline.readers.read import read_inputs

FIRST = "Вчера в Гродно прошла встреча министров, они обсудили поставки зерна."
SECOND = "В Бресте открыли новую школу на двести мест, сообщил мэр города."
RECORDS = [{"id": "a1", "text": FIRST, "title": "Встреча"}, {"id": "a2", "text": SECOND, "title": "Школа"}]


def read(*paths, **options):
    return list(read_inputs([str(path) for path in paths], **options))


def texts(readings):
    return [reading.article.text for reading in readings]


def messages(readings):
    return [reading.rejection.message if reading.rejection else "" for reading in readings]


def jsonl(records=RECORDS):
    return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records).encode()


def json_array(records=RECORDS, **style):
    return json.dumps(records, ensure_ascii=False, **style).encode()


def delimited(records=RECORDS, delimiter=","):
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, fieldnames=list(records[0]), delimiter=delimiter)
    writer.writeheader()
    writer.writerows(records)
    return out.getvalue().encode()


def parquet(records=RECORDS, **style):
    out = io.BytesIO()
    pq.write_table(pa.Table.from_pylist(records), out, **style)
    return out.getvalue()


def page(*paragraphs, head="", title="Встреча в Гродно"):
    body = "".join(f"<p>{each}</p>" for each in paragraphs or (FIRST, SECOND))
    return (
        f'<!DOCTYPE html><html lang="ru"><head><meta charset="utf-8"><title>{title}</title>{head}</head><body>'
        '<nav><ul><li><a href="/">Главная</a></li><li><a href="/news">Новости</a></li></ul></nav>'
        f"<article>{body}</article><footer>Все права защищены.</footer></body></html>"
    ).encode()


def word(*paragraphs, title="", author=""):
    document = docx.Document()
    document.core_properties.title, document.core_properties.author = title, author
    for each in paragraphs or (FIRST, SECOND):
        document.add_paragraph(each)
    return _saved(document)


def word_table(rows):
    document = docx.Document()
    document.add_paragraph(FIRST)
    table = document.add_table(rows=len(rows), cols=len(rows[0]))
    for row, cells in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    document.add_paragraph(SECOND)
    return _saved(document)


def _saved(document):
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def pdf(*lines):
    """A page of text in a font that says by a table what its codes mean, as office programs write it."""
    lines = lines or (FIRST, SECOND)
    letters = sorted(set("".join(lines)))
    code = {letter: number for number, letter in enumerate(letters, start=33)}
    shown = "".join(
        f"BT /F1 12 Tf 50 {780 - 20 * i} Td <{''.join(f'{code[c]:02x}' for c in line)}> Tj ET\n"
        for i, line in enumerate(lines)
    )
    table = "".join(f"<{code[c]:02x}> <{ord(c):04x}>\n" for c in letters)
    cmap = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def\n"
        f"1 begincodespacerange <00> <ff> endcodespacerange {len(letters)} beginbfchar\n{table}endbfchar\n"
        "endcmap CMapName currentdict /CMap defineresource pop end end"
    )
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        f"<< /Length {len(shown)} >>\nstream\n{shown}\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 6 0 R >>",
        f"<< /Length {len(cmap)} >>\nstream\n{cmap}\nendstream",
    ]
    return _numbered(objects)


def _numbered(objects):
    out, places = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n{each}\nendobj\n".encode("ascii")
    rows = "".join(f"{place:010d} 00000 n \n" for place in places)
    head = (
        f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{rows}trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\n"
    )
    return out + f"{head}startxref\n{len(out)}\n%%EOF\n".encode("ascii")


def protected(data, password, owner=None):
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(data)))
    writer.encrypt(password, owner, algorithm="AES-256")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


class _Writer(WARCWriter):
    """Keeps in memory what warcio leaves open in files."""

    @staticmethod
    def _create_temp_file():
        return io.BytesIO()


def warc(*pages, gzipped=False):
    """A web archive of `(address, status line, content type, body)`, each with its request."""
    out = io.BytesIO()
    writer = _Writer(out, gzip=gzipped)
    writer.write_record(writer.create_warcinfo_record("x.warc", {"software": "test"}))
    for address, status, kind, body in pages:
        asked = StatusAndHeaders("GET / HTTP/1.1", [("Host", "vesti.example")], is_http_request=True)
        writer.write_record(writer.create_warc_record(address, "request", http_headers=asked))
        headers = StatusAndHeaders(status, [("Content-Type", kind)], protocol="HTTP/1.1")
        writer.write_record(
            writer.create_warc_record(address, "response", payload=io.BytesIO(body), http_headers=headers)
        )
    return out.getvalue()


def zipped(members):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def tarred(members, mode="w"):
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode=mode) as archive:
        for name, data in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return out.getvalue()


OK = ("https://vesti.example/most", "200 OK", "text/html; charset=utf-8", page())
FILES = {
    "a.txt": FIRST.encode(),
    "a.jsonl": jsonl(),
    "a.json": json_array(),
    "a.csv": delimited(),
    "a.tsv": delimited(delimiter="\t"),
    "a.parquet": parquet(),
    "a.html": page(),
    "a.docx": word(),
    "a.pdf": pdf(),
    "a.warc": warc(OK),
}
PACKERS = {
    ".gz": lambda name, data: gzip.compress(data),
    ".zst": lambda name, data: zstandard.compress(data),
    ".bz2": lambda name, data: bz2.compress(data),
    ".xz": lambda name, data: lzma.compress(data),
    ".zip": lambda name, data: zipped({name: data}),
    ".tar": lambda name, data: tarred({name: data}),
    ".tar.gz": lambda name, data: tarred({name: data}, "w:gz"),
    ".tar.zst": lambda name, data: zstandard.compress(tarred({name: data})),
}

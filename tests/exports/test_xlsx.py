"""`svodka.xlsx` as openpyxl opens it: typed cells, links, filters; what Excel cannot hold is said."""

import datetime as dt
from dataclasses import replace

import openpyxl
import pytest

from pipeline.exports import xlsx_sheets
from pipeline.exports.xlsx import export
from pipeline.loading.finished_run import open_run
from pipeline.records.tables import TABLES

from .hand_made import EVENTS, EVIL, EVIL_ID, ROWS, write_run

COUNTS = {name: len(rows) for name, rows in ROWS.items()}


@pytest.fixture(scope="module")
def exported(out, tmp_path_factory):
    return export(open_run(out), tmp_path_factory.mktemp("xlsx"))


@pytest.fixture(scope="module")
def workbook(exported):
    return openpyxl.load_workbook(exported.files[0])


def column(sheet, name):
    (number,) = [cell.column for cell in sheet[1] if cell.value == name]
    return [row[number - 1] for row in sheet.iter_rows(min_row=2)]


def test_every_table_is_a_sheet_with_all_its_rows(workbook, exported):
    assert workbook.sheetnames == ["about", *COUNTS]
    assert {name: workbook[name].max_row - 1 for name in COUNTS} == COUNTS == exported.written


@pytest.mark.parametrize("name", COUNTS)
def test_the_header_stays_and_filters(workbook, name):
    sheet = workbook[name]
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == sheet.dimensions


def test_days_are_days_and_numbers_numbers(workbook):
    sheet = workbook["events"]
    first = column(sheet, "date_start")[0]
    assert first.value == dt.datetime(2023, 11, 20) and first.is_date
    assert column(sheet, "latitude")[0].value == 51.18
    assert column(sheet, "date")[2].value == "198X"
    assert column(sheet, "place_id")[-1].value is None


@pytest.mark.parametrize("name", ["events", "event_arguments", "quotes", "positions"])
def test_a_row_leads_to_its_article(workbook, name):
    rows = {cell.value: cell.coordinate for cell in column(workbook["documents"], "doc_id")}
    for cell in column(workbook[name], "doc_id"):
        assert cell.hyperlink.location == f"'documents'!{rows[cell.value]}"


def test_no_cell_is_a_formula(workbook):
    kinds = {cell.data_type for sheet in workbook for row in sheet.iter_rows() for cell in row}
    assert kinds <= {"s", "inlineStr", "n", "d", "b"}


def test_hostile_text_comes_back(workbook):
    from openpyxl.utils.escape import unescape  # noqa: PLC0415  (openpyxl leaves _x0000_ as Excel writes it)

    found = [unescape(cell.value) for cell in column(workbook["events"], "evidence")[3:-1]]
    # A carriage return that stands alone or in a pair is a line end to XML unless it is escaped, which it is here.
    assert [text.replace("_xFFFE_", "\ufffe").replace("_xFFFF_", "\uffff") for text in found] == EVIL
    assert column(workbook["documents"], "doc_id")[2].value == EVIL_ID


def test_long_cells_end_with_their_length(workbook, exported):
    assert column(workbook["events"], "evidence")[-1].value.endswith("… [cut: 100002 characters]")
    assert exported.notes[0].startswith("15 cells are longer than the 32767 characters")


def test_the_first_sheet_explains_every_column(workbook):
    rows = list(workbook["about"].iter_rows(min_row=2, values_only=True))
    assert sum(len(table.columns) for table in TABLES) == sum(row[1] is not None for row in rows)
    assert next(row[:5] for row in rows if row[:2] == ("events", "status")) == (
        "events",
        "status",
        "string",
        None,
        "What became of it, as this article tells it.",
    )
    assert rows[-1][0].startswith("15 cells are longer")


def test_more_rows_than_a_sheet_holds_go_on_in_another(out, tmp_path):
    exported = export(open_run(out), tmp_path, rows_a_sheet=11)
    workbook = openpyxl.load_workbook(exported.files[0])
    names = [name for name in workbook.sheetnames if name.startswith("events")]
    assert names == ["events", "events (2)", "events (3)"]
    ids = [cell.value for name in names for cell in column(workbook[name], "event_id")]
    assert ids == [event.event_id for event in EVENTS]
    assert f"events has {len(EVENTS)} rows, more than a sheet holds, and goes on in events (3)." in exported.notes


def test_links_that_excel_does_not_allow_are_counted(out, tmp_path, monkeypatch):
    monkeypatch.setattr(xlsx_sheets, "LINKS_A_SHEET", 20)
    exported = export(open_run(out), tmp_path)
    assert (
        f"{len(EVENTS) - 20} rows of events have no link to their article: Excel allows no more links."
        in exported.notes
    )
    events = column(openpyxl.load_workbook(exported.files[0])["events"], "doc_id")
    assert [cell.hyperlink is None for cell in events] == [False] * 20 + [True] * (len(EVENTS) - 20)


def test_a_day_that_excel_does_not_know_stays_text(tmp_path):
    old = replace(EVENTS[0], date_start=dt.date(1861, 2, 19))
    run = open_run(write_run(tmp_path, ["csv"], {**ROWS, "events": [old]}))
    workbook = openpyxl.load_workbook(export(run, tmp_path).files[0])
    assert column(workbook["events"], "date_start")[0].value == "1861-02-19"


def test_the_same_tables_give_the_same_bytes(out, exported, tmp_path):
    again = export(open_run(out), tmp_path)
    assert again.files[0].read_bytes() == exported.files[0].read_bytes()

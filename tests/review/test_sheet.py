"""The file to decide in: records of a run below the decisions that stand in it already."""

import csv
import io
from dataclasses import replace

import pytest

from pipeline.errors import InputError
from pipeline.review.lines import rows_of
from pipeline.review.sheet import write_sheet
from tests.exports.hand_made import EVENTS, ROWS
from tests.finished import write_finished

HEADER = "decision,table,id,column,value,note\n"


def written(folder, *events, **options):
    """The lines of the sheet over these events, as they are read again."""
    sheet = write_sheet(write_finished(folder, {"events": events}), folder / "review.csv", **options)
    text = sheet.path.read_bytes().decode("utf-8-sig")
    return sheet, text, [cells for _, cells in rows_of(text, "review.csv")]


@pytest.mark.parametrize("spreadsheet", [False, True])
def test_any_text_is_read_again_as_it_was(tmp_path, spreadsheet):
    told = ("возврат\rкаретки", "=1+1", "два; «три»\nи", "＝1")
    events = [replace(EVENTS[0], event_id=f"v{number}", evidence=each) for number, each in enumerate(told)]
    _, _, lines = written(tmp_path, *events, spreadsheet=spreadsheet)
    assert [line["text"] for line in lines] == list(told)
    assert [line["id"] for line in lines] == ["v0", "v1", "v2", "v3"]


def test_no_cell_of_a_spreadsheet_is_a_formula_or_longer_than_it_holds(tmp_path):
    events = [replace(EVENTS[0], evidence="=1+1"), replace(EVENTS[1], evidence="я" * 40_000)]
    _, text, _ = written(tmp_path, *events, spreadsheet=True)
    first, second = csv.DictReader(io.StringIO(text, newline=""), delimiter=";")
    assert first["text"] == "'=1+1"
    assert len(second["text"]) == 32_767 and second["text"].endswith("[cut: 40000 characters]")


def test_numbers_have_the_decimal_sign_that_the_reader_of_the_file_knows(tmp_path):
    event = replace(EVENTS[0], confidence=0.75, certainty=0.5)
    _, text, (there,) = written(tmp_path, event, spreadsheet=True)
    assert (there["confidence"], there["certainty"]) == ("0,75", "0,5")
    (tmp_path / "review.csv").write_text(text.replace("\n;events;", "\naccept;events;"), encoding="utf-8")
    _, _, (here,) = written(tmp_path, event)
    assert (here["decision"], here["confidence"], here["certainty"]) == ("accept", "0.75", "0.5")


def test_decisions_that_stand_there_are_kept_and_their_records_not_listed_again(tmp_path):
    first, second = EVENTS[:2]
    (tmp_path / "review.csv").write_text(f"{HEADER}reject,events,{first.event_id},,,не было\n", encoding="utf-8")
    sheet, _, lines = written(tmp_path, first, second)
    assert (sheet.decided, sheet.open) == (1, 1)
    assert [(line["decision"], line["id"], line["note"]) for line in lines] == [
        ("reject", first.event_id, "не было"),
        ("", second.event_id, ""),
    ]


def test_only_records_that_are_doubtful_are_listed(tmp_path):
    sure, unsure = replace(EVENTS[0], certainty=0.9), replace(EVENTS[1], certainty=0.5)
    assert [line["id"] for line in written(tmp_path, sure, unsure, below=0.6)[2]] == [unsure.event_id]


@pytest.mark.parametrize("name", ["quotes", "positions", "relations"])
def test_every_record_that_can_be_reviewed_is_listed(tmp_path, name):
    sheet = write_sheet(write_finished(tmp_path, ROWS), tmp_path / "review.csv", names=[name])
    assert sheet.open == len(ROWS[name])


def test_a_table_that_cannot_be_reviewed_is_told(tmp_path):
    with pytest.raises(
        InputError, match=r"'mentions' cannot be reviewed\. Choose from events, quotes, positions, relations"
    ):
        written(tmp_path, names=["mentions"])

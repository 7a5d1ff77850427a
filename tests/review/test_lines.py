"""What stands in `review.csv` is read as it is meant, and refused with file, line and column where it means nothing."""

import pytest

from pipeline.errors import ResourceError
from pipeline.review.lines import Line, read_review, same_told
from pipeline.user_files import user_file

HEADER = "decision,table,id,column,value,note"


def read(tmp_path, *lines, header=HEADER, encoding="utf-8"):
    path = tmp_path / "review.csv"
    path.write_bytes("\n".join((header, *lines)).encode(encoding))
    return read_review([user_file(path)])


def test_decisions_are_read_and_open_lines_passed_over(tmp_path):
    found = read(
        tmp_path, "accept,events,a-v0-7-meeting,,,", ",events,a-v9-12-visit,,,hm", "correct,events,a-v9-12-visit,date,2024-03,",
        "same,entities,Иванов,,e-a-m0-6-person,",
    )  # fmt: skip
    assert [(line.decision, line.id, line.said) for line in found] == [
        ("accept", "a-v0-7-meeting", ""),
        ("correct", "a-v9-12-visit", "date = 2024-03"),
        ("same", "Иванов", "e-a-m0-6-person"),
    ]
    (told,) = same_told(found)
    assert (told.decision, told.left, told.right) == ("same", "Иванов", "e-a-m0-6-person")
    assert told.where.endswith("review.csv: line 5")


def test_a_file_that_a_russian_spreadsheet_saved_is_read_too(tmp_path):
    (line,) = read(tmp_path, "reject;events;'-5-v0-7-meeting;;;", header=HEADER.replace(",", ";"), encoding="utf-8-sig")
    assert isinstance(line, Line)
    assert line.id == "-5-v0-7-meeting"


@pytest.mark.parametrize(
    ("lines", "fault"),
    [
        (["keep,events,x,,,"], "line 2, column decision: unknown decision 'keep'. Write accept, reject, correct, same"),
        (["accept,mentions,x,,,"], "line 2, column table: accept does not go with 'mentions'. Write events, quotes"),
        (["same,events,x,,y,"], "line 2, column table: same does not go with 'events'. Write entities"),
        (["reject,events,,,,"], "line 2, column id: empty. Copy the id from events.csv"),
        (["correct,events,x,colour,red,"], "line 2, column column: 'colour' cannot be corrected. Choose type, status"),
        (["correct,events,x,status,maybe,"], "line 2, column value: unknown status 'maybe'. Choose occurred, ongoing"),
        (["correct,events,x,status,,"], "line 2, column value: empty. A cell status of events cannot be empty"),
        (["correct,events,x,type,party,"], "line 2, column value: unknown type 'party'. Choose"),
        (["correct,events,x,date,11.03.2024,"], "line 2, column value: '11.03.2024' is no date in EDTF. Write 2024-03-11"),
        (["same,entities,x,,,"], "line 2, column value: empty. Write whom it is the same as"),
        ([",events,x,status,cancelled,"], "line 2, column decision: empty, though a value stands beside it"),
        (["accept,events,x,,,", "reject,events,x,,,"], "line 3, column decision: .*line 2 says accept. Keep one"),
        (["reject,events,x,,,", "correct,events,x,date,2024,"], "line 3, column decision: .*line 2 says reject. Keep one"),
        (["correct,events,x,date,2023,", "correct,events,x,date,2024,"], "line 3, column value: .*says date = 2023. Keep one"),
        (["accept,events,x,,,,,,"], "line 2: more cells than columns"),
        (['accept,events,"x'], "line 2: no CSV"),
    ],
)  # fmt: skip
def test_a_wrong_line_is_told_with_file_line_and_column(tmp_path, lines, fault):
    with pytest.raises(ResourceError, match=rf"review\.csv: .*{fault}"):
        read(tmp_path, *lines)


def test_a_missing_column_is_told(tmp_path):
    with pytest.raises(ResourceError, match=r"line 1: there is no column value. `svodka review OUT` writes a file"):
        read(tmp_path, header="decision,table,id,column")

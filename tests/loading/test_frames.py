"""`svodka.load` gives typed tables, the same whatever format the run has written."""

import datetime as dt
from dataclasses import replace

import pandas as pd
import pytest

import svodka
from pipeline.errors import InputError
from pipeline.records.tables import TABLES
from tests.exports.hand_made import EVENTS, EVIL, LONG, ROWS, write_run


@pytest.fixture(scope="module")
def out(tmp_path_factory):
    """The folder of the run built by hand, in all its formats."""
    return write_run(tmp_path_factory.mktemp("out"))


@pytest.mark.parametrize("name", ["parquet", "sqlite", "csv"])
def test_every_format_of_a_run_gives_the_same_frames(out, tmp_path, name):
    loaded, alone = svodka.load(out), svodka.load(write_run(tmp_path, [name]))
    assert list(loaded) == [table.name for table in TABLES]
    for table, frame in loaded.items():
        assert len(frame) == len(ROWS[table])
        pd.testing.assert_frame_equal(frame, alone[table], rtol=1e-5)  # CSV tells six digits


def test_columns_have_types(out):
    events = svodka.load(out)["events"]
    assert events["date_start"].dtype == "datetime64[s]"
    assert events["date_start"][0] == pd.Timestamp("2023-11-20")
    assert str(events["trigger_start"].dtype) == "Int64"
    assert str(events["latitude"].dtype) == "Float64"
    assert events["evidence"].dtype == "string"
    assert list(events["status"].cat.categories)[:3] == ["occurred", "ongoing", "planned"]


def test_an_empty_cell_is_missing(out):
    tables = svodka.load(out)
    assert tables["events"][["place_id", "latitude", "date_start", "phase"]].iloc[-1].isna().all()
    assert tables["mentions"]["kind"].isna().sum() == 1
    assert tables["documents"]["published"].isna().tolist() == [False, True, False]


def test_days_before_1677_are_days(tmp_path):
    early = [replace(EVENTS[0], date="1547", date_start=dt.date(1547, 1, 1))]
    loaded = svodka.load(write_run(tmp_path, rows={**ROWS, "events": early}))
    assert loaded["events"]["date_start"].dt.year.tolist() == [1547]


def test_hostile_text_comes_back_as_it_was(out):
    assert svodka.load(out)["events"]["evidence"].tolist()[-len(EVIL) - 1 :] == [*EVIL, LONG]


def test_a_frame_tells_what_its_columns_mean(out):
    attrs = svodka.load(out)["events"].attrs
    assert attrs["columns"]["status"] == "What became of it, as this article tells it."


def test_a_damaged_table_is_told(tmp_path):
    (write_run(tmp_path, ["parquet"]) / "events.parquet").write_bytes(b"PAR1")
    with pytest.raises(InputError, match=r"events.parquet cannot be read: .* Run svodka again"):
        svodka.load(tmp_path)


def test_files_of_an_earlier_run_are_not_mixed_in(tmp_path):
    write_run(tmp_path, ["parquet"])
    write_run(tmp_path, ["csv"], rows={**ROWS, "quotes": []})
    assert len(svodka.load(tmp_path)["quotes"]) == 0


def test_a_column_that_a_later_version_adds_is_no_obstacle(tmp_path):
    path = write_run(tmp_path, ["csv"]) / "relations.csv"
    lines = path.read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join([lines[0] + ",new", lines[1] + ",1"]) + "\n", encoding="utf-8")
    assert len(svodka.load(tmp_path)["relations"]) == 1


def test_a_cell_that_is_no_number_names_the_file(tmp_path):
    path = write_run(tmp_path, ["csv"]) / "relations.csv"
    path.write_text(path.read_text(encoding="utf-8").replace(",0.7,", ",viel,"), encoding="utf-8")
    with pytest.raises(InputError, match=r"relations\.csv cannot be read: Unable to parse string"):
        svodka.load(tmp_path)


def test_a_status_that_a_later_version_adds_is_kept(tmp_path):
    path = write_run(tmp_path, ["csv"]) / "events.csv"
    path.write_text(path.read_text(encoding="utf-8").replace(",planned,", ",rumoured,", 1), encoding="utf-8")
    status = svodka.load(tmp_path)["events"]["status"]
    assert status[1] == "rumoured" and list(status.cat.categories)[-1] == "rumoured"


def test_a_missing_column_is_named(tmp_path):
    path = write_run(tmp_path, ["csv"]) / "relations.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("confidence", "certainty"), encoding="utf-8")
    with pytest.raises(InputError, match=r"relations\.csv has no column 'confidence'"):
        svodka.load(tmp_path)

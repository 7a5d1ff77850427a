"""The README's main job on the sample articles: nothing rejected, and the obvious happenings in the tables."""

from pathlib import Path

import pandas as pd
import pytest

from pipeline.assembly import load_annotator
from pipeline.merging import merge_run
from pipeline.runner.run import run
from pipeline.runner.settings import RunSettings

RAW = Path(__file__).parents[1] / "data" / "raw"

pytestmark = [pytest.mark.model, pytest.mark.timeout(600)]


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> dict[str, pd.DataFrame]:
    out = tmp_path_factory.mktemp("tables")
    report = run(RunSettings(inputs=(str(RAW),), out=out), load=load_annotator, merge=merge_run)
    assert report.balanced and report.rejected == 0
    return {path.stem: pd.read_csv(path, dtype=str, keep_default_na=False) for path in out.glob("*.csv")}


def events_of(tables: dict[str, pd.DataFrame], source: str) -> set[tuple[str, ...]]:
    documents, events = tables["documents"], tables["events"]
    ids = documents.loc[documents["source"].str.contains(source, regex=False), "doc_id"]
    rows = events[events["doc_id"].isin(ids)]
    return set(rows[["type", "status", "date", "place"]].itertuples(index=False, name=None))


def test_every_article_is_read_in_its_encoding(tables: dict[str, pd.DataFrame]):
    assert set(tables["documents"]["status"]) == {"ok"}
    assert tables["documents"]["encoding"].value_counts().to_dict() == {"utf-8": 17, "cp1251": 1}


@pytest.mark.parametrize(
    ("source", "record"),
    [
        ("sng-astana", ("meeting", "occurred", "2024-09-17", "Астана")),
        ("sng-astana", ("session", "cancelled", "2024-08", "Душанбе")),
        ("hokkej-kubok", ("competition", "occurred", "2023-11-25", "Гродно")),
        ("sud-kalininsk", ("arrest", "occurred", "2018-01-12", "Минеральные Воды")),
        ("vybory-bendersk", ("appointment", "planned", "2025-04-01", "")),
        ("korotko.jsonl#3", ("death", "occurred", "2023-02-14", "Тверь")),
        ("korotko.jsonl#6", ("visit", "planned", "2023-02-20/2023-02-26", "Астана")),
    ],
)
def test_the_obvious_is_in_the_events(tables: dict[str, pd.DataFrame], source: str, record: tuple[str, ...]):
    assert record in events_of(tables, source)


def test_offsets_point_at_the_words(tables: dict[str, pd.DataFrame]):
    path = RAW / "sud-kalininsk.txt"
    text = path.read_bytes().decode("cp1251")
    doc_id = tables["documents"].set_index("source").loc[path.as_posix(), "doc_id"]
    mentions = tables["mentions"]
    rows = mentions[mentions["doc_id"] == doc_id]
    assert len(rows) > 10
    assert [m.text for m in rows.itertuples() if text[int(m.start) : int(m.end)] != m.text] == []


def test_every_argument_leads_to_its_mention(tables: dict[str, pd.DataFrame]):
    """None is without one on the samples, although the reader has moved the boundaries of most dates."""
    arguments = tables["event_arguments"]
    assert list(arguments.loc[arguments["mention_id"] == "", "text"]) == []
    pairs = arguments.merge(tables["mentions"], on="mention_id", suffixes=("", "_mention"))
    assert len(pairs) == len(arguments) > 100
    spans = pairs[["start", "end", "start_mention", "end_mention"]].astype(int)
    assert ((spans["start"] < spans["end_mention"]) & (spans["start_mention"] < spans["end"])).all()
    assert (pairs["entity_id"] == pairs["entity_id_mention"]).all()
    dates = pairs[pairs["role"] == "date"]
    assert set(dates["type"]) <= {"date", "time"}
    begun = dates["value"] + "/.." == dates["value_mention"]  # «с 1 сентября закрыли» happened on that day
    assert ((dates["value"] == dates["value_mention"]) | begun).all()
    assert (dates["text"] != dates["text_mention"]).any()

"""An export of ten times as many articles takes no more memory."""

import tracemalloc
from dataclasses import replace

import pytest

from pipeline.exports.targets import export_run

from .hand_made import EVIL_ID, ROWS, write_run

OWN_CACHES = 1_000_000  # bytes; FollowTheMoney remembers values that it has cleaned, up to a limit of its own
OWN_IDS = ("doc_id", "mention_id", "event_id", "cluster_id", "position_id", "quote_id", "relation_id",
           "head_mention_id", "tail_mention_id")  # fmt: skip


def many(copies):
    """The tables with the first article and what is told in it, so many times."""
    rows = {
        name: [row for row in found if getattr(row, "doc_id", "") not in {"b", EVIL_ID}] for name, found in ROWS.items()
    }
    rows["event_clusters"] = [row for row in rows["event_clusters"] if row.cluster_id.startswith("c-a-")]
    made = {name: [_copy(row, number) for number in range(copies) for row in found] for name, found in rows.items()}
    return {**made, "entities": ROWS["entities"]}


def _copy(row, number):
    own = {name: f"{value}-x{number}" for name in OWN_IDS if (value := getattr(row, name, ""))}
    return replace(row, **own)


def peak(folder, target, copies):
    write_run(folder, ["csv"], many(copies))
    tracemalloc.start()
    try:
        export_run(folder, [target])
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("target", ["jsonl", "graph", "rdf", "sqlite", "ftm"])
def test_memory_is_flat(tmp_path, target):
    if target == "ftm":
        pytest.importorskip("followthemoney", reason="the extra ftm is not installed")
    (tmp_path / "warm").mkdir()
    peak(tmp_path / "warm", target, 1)  # what is imported and cached once
    few, many_articles = peak(tmp_path / "few", target, 20), peak(tmp_path / "many", target, 200)
    assert many_articles < 1.3 * few + OWN_CACHES

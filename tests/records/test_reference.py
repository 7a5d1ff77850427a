"""The page about the tables says what the tables are."""

from pathlib import Path

from pipeline.records.tables import TABLES
from pipeline.records.tables.reference import reference_page

PAGE = Path(__file__).parents[2] / "docs" / "records.md"


def test_the_page_is_up_to_date():
    """Regenerate it with `svodka schema --markdown > docs/records.md`."""
    assert PAGE.read_text(encoding="utf-8") == reference_page()


def test_the_page_names_every_column():
    rows = [line for line in reference_page().splitlines() if line.startswith("| `")]
    assert len(rows) == sum(len(table.columns) for table in TABLES)

"""Values of options that several commands take."""

from pipeline.cli.options import split_names


def test_a_name_given_twice_counts_once():
    assert split_names("csv, parquet,csv,") == ["csv", "parquet"]

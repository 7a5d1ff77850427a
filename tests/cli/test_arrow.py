"""A run does not import pandas, and those who want data frames later get them."""

import subprocess
import sys

import pytest

LATER = """
import sys
from pipeline.cli.arrow import leave_pandas_out
leave_pandas_out()
import pyarrow as pa
table = pa.table({"a": ["x", None]})
assert "pandas" not in sys.modules
assert list(table.to_pandas()["a"].isna()) == [False, True]
assert "pandas" in sys.modules
import pandas as pd
assert pa.array(pd.Series([1.5, float("nan")]), from_pandas=True).null_count == 1
"""
RUN = """
import sys
from pipeline.cli.main import app
app(["run", sys.argv[1], "--out", sys.argv[2], "--workers", "1"], standalone_mode=False)
assert "pandas" not in sys.modules
"""


def test_data_frames_are_made_as_ever_afterwards():
    subprocess.run([sys.executable, "-c", LATER], check=True)


@pytest.mark.model
def test_a_run_does_not_import_pandas(tmp_path):
    article = tmp_path / "a.txt"
    article.write_text("Мэр Перми Иван Орлов посетил завод 3 мая 2023 года.", encoding="utf-8")
    script = tmp_path / "go.py"
    script.write_text(f"if __name__ == '__main__':\n{''.join('    ' + line + chr(10) for line in RUN.split(chr(10)))}")
    subprocess.run([sys.executable, script, article, tmp_path / "out"], check=True)
    assert (tmp_path / "out" / "events.parquet").is_file()

"""pyarrow without pandas, for a process of our own."""

from __future__ import annotations

import sys

from pipeline.hidden_modules import hidden_modules


def leave_pandas_out() -> None:
    """Let pyarrow make its first array where pandas cannot be imported.

    It looks for pandas once, at that array, and importing it takes a second of every run, which needs no data frame.
    `to_pandas` still works afterwards. Where pandas is there already nothing is done.
    """
    import pyarrow as pa  # noqa: PLC0415  (0.2 s)

    if "pandas" not in sys.modules:
        with hidden_modules("pandas"):
            pa.array([0])

"""pyarrow without pandas, for a process of our own."""

from __future__ import annotations

import sys
from importlib.abc import MetaPathFinder
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from importlib.machinery import ModuleSpec
    from types import ModuleType


class _NoPandas(MetaPathFinder):
    """Says that there is no pandas."""

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if fullname == "pandas":
            raise ModuleNotFoundError(fullname, name=fullname)
        return None


def leave_pandas_out() -> None:
    """Let pyarrow make its first array where pandas cannot be imported.

    It looks for pandas once, at that array, and importing it takes a second of every run, which needs no data frame.
    `to_pandas` still works afterwards. In a process of others nothing is done behind their back: this is called by the
    command line alone, and does nothing where pandas is there already.
    """
    import pyarrow as pa  # noqa: PLC0415  (0.2 s)

    if "pandas" in sys.modules:
        return
    hidden = _NoPandas()
    sys.meta_path.insert(0, hidden)
    try:
        pa.array([0])
    finally:
        sys.meta_path.remove(hidden)

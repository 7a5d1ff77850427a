"""How much a packed file may unpack to: an end to zip bombs, which a stream cannot see beforehand."""

from __future__ import annotations

from collections.abc import Callable

from pipeline.errors import InputError
from pipeline.readers.limits import FREE_OUTPUT, MAX_RATIO
from pipeline.readers.streams import Readable


class Budget:
    """Bytes unpacked against bytes packed, over all members of an archive together.

    Members that overlap in their archive (42 kB that hold 5 GB) are counted as often as they are read.
    """

    def __init__(self, packed: Callable[[], int]) -> None:
        """`packed` tells the bytes of the packed file read so far, or all it has."""
        self._packed = packed
        self._unpacked = 0

    def spend(self, count: int) -> None:
        """Count bytes unpacked.

        Raises:
            InputError: they are out of proportion.
        """
        self._unpacked += count
        if self._unpacked > FREE_OUTPUT and self._unpacked > MAX_RATIO * max(1, self._packed()):
            raise InputError(
                f"It unpacks to more than {MAX_RATIO} times its size, like a zip bomb. "
                "If it is a real dump, unpack it yourself and name the files."
            )


class Metered:
    """A readable that spends from a budget."""

    def __init__(self, inner: Readable, budget: Budget) -> None:
        """Read from `inner`."""
        self._inner = inner
        self._budget = budget

    def read(self, size: int, /) -> bytes:
        """At most `size` bytes, none at the end.

        Raises:
            InputError: the budget is spent.
        """
        data = self._inner.read(size)
        self._budget.spend(len(data))
        return data

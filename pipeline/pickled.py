"""Frozen dataclasses to bytes and back, faster than they do it themselves.

A frozen dataclass with slots lists its fields anew each time it is pickled or restored, which takes most of the time of
reading back what a run has found; here the setters of a class are looked up once.
"""

from __future__ import annotations

import io
import pickle
from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any


class _Pickler(pickle.Pickler):
    def reducer_override(self, item: Any) -> Any:
        kind: Any = type(item)
        names = _names(kind)
        return (_made, (kind, *[getattr(item, name) for name in names])) if names else NotImplemented


def packed(*items: object) -> bytes:
    """Objects as bytes, one after another."""
    handle = io.BytesIO()
    for item in items:
        _Pickler(handle, protocol=pickle.HIGHEST_PROTOCOL).dump(item)
    return handle.getvalue()


def unpacked(data: bytes) -> Any:
    """The object that `packed` was given.

    Raises:
        pickle.UnpicklingError, EOFError: the bytes are damaged.
    """
    return pickle.loads(data)


def unpacked_all(data: bytes) -> Iterator[Any]:
    """The objects that `packed` was given, one in memory at a time.

    Raises:
        pickle.UnpicklingError, EOFError: the bytes are damaged.
    """
    handle = io.BytesIO(data)
    while handle.tell() < len(data):
        yield pickle.load(handle)


def _made(kind: Any, *values: object) -> Any:
    item = object.__new__(kind)
    for put, value in zip(_setters(kind), values, strict=True):
        put(item, value)
    return item


@cache
def _names(kind: Any) -> tuple[str, ...]:
    """The fields of a dataclass whose values all lie in slots; empty for all else."""
    names = tuple(each.name for each in fields(kind)) if is_dataclass(kind) else ()
    return names if all(hasattr(kind.__dict__.get(name), "__set__") for name in names) else ()


@cache
def _setters(kind: Any) -> Iterable[Callable[[object, object], None]]:
    return tuple(kind.__dict__[name].__set__ for name in _names(kind))

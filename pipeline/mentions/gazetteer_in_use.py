"""The gazetteer in use: the shipped files, and the user's own where they are in force."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache

from pipeline.mentions.gazetteer import Gazetteer, build_gazetteer
from pipeline.mentions.gazetteer_files import Line, read_lines
from pipeline.mentions.gazetteer_own import own_lines
from pipeline.resources import models_dir
from pipeline.user_files import UserFile

_OWN: ContextVar[tuple[UserFile, ...]] = ContextVar("own_gazetteer_files", default=())


@contextmanager
def own_gazetteer(files: Iterable[UserFile]) -> Iterator[None]:
    """Within this block the gazetteer in use holds the user's files too.

    It is a context and no argument because what a name means is asked for all over the rooms, of one gazetteer.
    """
    token = _OWN.set(tuple(files))
    try:
        yield
    finally:
        _OWN.reset(token)


def load_gazetteer() -> Gazetteer:
    """The gazetteer in use: every CSV file of `models/gazetteer/`, and those of `own_gazetteer`.

    Raises:
        ResourceError: a malformed file, with its name and line.
    """
    return _load(_OWN.get())


def is_own(key: str) -> bool:
    """Whether the user's own files give or extend the entry of a key."""
    return key in _own_keys(_OWN.get())


@cache
def _own_keys(own: tuple[UserFile, ...]) -> frozenset[str]:
    shipped = {line.entry.key: line.entry for line in _shipped()}
    return frozenset(line.entry.key for line in _lines(own) if shipped.get(line.entry.key) != line.entry)


@cache
def _load(own: tuple[UserFile, ...]) -> Gazetteer:
    return build_gazetteer(_lines(own))


@cache
def _lines(own: tuple[UserFile, ...]) -> tuple[Line, ...]:
    return tuple(own_lines(_shipped(), own)) if own else _shipped()


@cache
def _shipped() -> tuple[Line, ...]:
    paths = sorted((models_dir() / "gazetteer").glob("*.csv"))
    return tuple(line for path in paths for line in read_lines(path.read_text(encoding="utf-8-sig"), str(path)))

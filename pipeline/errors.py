"""Errors a person can act on: each message ends with what to do next."""

from __future__ import annotations


class SvodkaError(Exception):
    """Base of all errors of this package."""


class ResourceError(SvodkaError):
    """A lexicon or model is missing or malformed; the message names file and line."""


class InputError(SvodkaError):
    """An input cannot be read; the run goes on without it."""


class OutputError(SvodkaError):
    """The tables cannot be written; the run stops."""


class RunnerError(SvodkaError):
    """The processes that read cannot work; what they have finished is kept."""

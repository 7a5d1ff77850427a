"""The unlabelled articles that pretraining and teachers read: what is wrong where there are none."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from pipeline.errors import InputError
from pipeline.readers.streams import STANDARD_INPUT


def check_inputs(inputs: Sequence[str]) -> None:
    """See that every file and folder is there.

    Raises:
        InputError: one is not.
    """
    missing = [path for path in inputs if path != STANDARD_INPUT and not Path(path).exists()]
    if missing:
        named = ", ".join(missing)
        raise InputError(f"No such input: {named}. Name a file or a folder of articles, or - for standard input.")


def no_article(inputs: Sequence[str]) -> InputError:
    """The error where inputs hold nothing to learn from."""
    return InputError(f"No Russian article in {' '.join(inputs)}. Name files or folders of .txt and .jsonl.")

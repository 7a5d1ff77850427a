"""How a command ends badly: one message that says what to type next, no traceback."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import typer

from pipeline.errors import SvodkaError

FAILED = 1
WRONG_USE = 2
INTERRUPTED = 130


@contextmanager
def explained(*, interrupted: str = "Nothing was written.") -> Iterator[None]:
    """Turn an error that a person can act on into its message and exit code 2, Ctrl-C into 130.

    `interrupted` says what Ctrl-C has left behind and what to type next.
    """
    try:
        yield
    except SvodkaError as error:
        typer.secho(f"Error: {error}", fg=typer.colors.RED, err=True)
        raise typer.Exit(WRONG_USE) from error
    except KeyboardInterrupt as error:
        typer.secho(f"Interrupted. {interrupted}", err=True)
        raise typer.Exit(INTERRUPTED) from error

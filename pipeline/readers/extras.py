"""Libraries that only some users need: which extra of the package brings them."""

from __future__ import annotations

from importlib.util import find_spec

from pipeline.errors import InputError


def need_extra(extra: str, *libraries: str) -> None:
    """See that the libraries of an extra are installed.

    Raises:
        InputError: they are not.
    """
    missing = [library for library in libraries if find_spec(library) is None]
    if missing:
        raise InputError(
            f"Reading it needs {' and '.join(missing)}. "
            f"Install the extra: pip install 'svodka[{extra}]', then run again."
        )

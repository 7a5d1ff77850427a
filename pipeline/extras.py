"""Libraries that only some users need: which extra of the package brings them."""

from __future__ import annotations

from importlib.util import find_spec

from pipeline.errors import InputError


def need_extra(job: str, extra: str, *libraries: str) -> None:
    """See that the libraries of an extra are installed.

    Args:
        job: what needs them, as the sentence begins that says so: `Reading it`.
        extra: its name.
        libraries: names of the modules.

    Raises:
        InputError: they are not; the message names the extra.
    """
    missing = [library for library in libraries if find_spec(library) is None]
    if missing:
        raise InputError(
            f"{job} needs {' and '.join(missing)}. Install the extra: pip install 'svodka[{extra}]', "
            f"in a checkout: uv sync --extra {extra}"
        )

"""What is wrong with an input, in words that end with what to do, whatever library found it."""

from __future__ import annotations

from pathlib import Path

from pipeline.errors import InputError


def complaint(name: str, latest: str, error: Exception) -> str:
    """The message of an error that ended the reading of a file or member after `latest`, the last that was read."""
    if isinstance(error, InputError):
        return str(error)
    if isinstance(error, FileNotFoundError):
        if Path(name).is_symlink():
            return "It is a link to what is not there. Mend the link, or remove it."
        return "There is no such file or folder. Check the path."
    if isinstance(error, PermissionError):
        return "It may not be read. Change its permissions, or run as a user who may."
    after = f" after {latest}" if latest != name else ""
    if isinstance(error, OSError) and "requires too much memory" in str(error):
        return "It was packed with a long window. Unpack it (zstd -d --long=31) and name what that gives."
    reason = _reason(error)
    return f"It cannot be read any further{after} ({reason}). Fetch or pack it again; what came before was read."


def _reason(error: Exception) -> str:
    """What the library says, with the name of the error where that is not one of reading."""
    told = getattr(error, "strerror", None) or str(error)
    kind = type(error).__name__
    reason = (
        told if told and isinstance(error, OSError | EOFError | ValueError) else f"{kind}: {told}" if told else kind
    )
    return " ".join(reason.split())[:160]

"""Data for the pages: a script that hands over one value, since a page opened from disk may fetch nothing."""

from __future__ import annotations

import json
from typing import Any

# Harmless in a script wherever it stands: no tag, no comment, no line separator that old parsers end a string at.
_DIRECTIONS = "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_ESCAPES = {ord(c): f"\\u{ord(c):04x}" for c in f"<>&\u2028\u2029{_DIRECTIONS}"}


def data_script(name: str, value: Any) -> str:
    r"""`svodka.take("name", value);` with every character that a parser could take for markup written as `\u003c`."""
    return f"svodka.take({_json(name)}, {_json(value)});\n"


def _json(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    # A lone surrogate cannot be encoded; it is shown as the replacement character.
    return text.encode("utf-8", "replace").decode("utf-8").translate(_ESCAPES)

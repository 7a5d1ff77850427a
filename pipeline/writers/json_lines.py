"""JSON lines: one value a line, for every program that reads lines."""

from __future__ import annotations

import json

# Line ends in the eyes of many programs, although not of JSON.
_LINE_ENDS = {ord("\u2028"): "\\u2028", ord("\u2029"): "\\u2029", ord("\x85"): "\\u0085"}


def json_line(value: object) -> str:
    """The line, with its end; Cyrillic as it is."""
    return json.dumps(value, ensure_ascii=False).translate(_LINE_ENDS) + "\n"

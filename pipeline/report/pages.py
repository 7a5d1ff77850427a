"""Templates to pages: everything that comes from an article or a table is escaped."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from pipeline.report.labels_file import Labels

_TEMPLATES = Path(__file__).parent / "templates"


def open_templates(labels: Labels, language: str) -> Callable[..., str]:
    """The function from a template's name and its values to a page."""
    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True, keep_trailing_newline=True,
    )  # fmt: skip
    environment.globals |= {"t": labels, "lang": language, "named": _named(labels)}
    environment.filters["web"] = web_address

    def render(name: str, **values: Any) -> str:
        # A lone surrogate of a broken dump cannot be encoded; it is shown as a question mark.
        return environment.get_template(name).render(**values).encode("utf-8", "replace").decode("utf-8")

    return render


def web_address(address: str) -> str:
    """The address if it leads to the web, else nothing: `javascript:…` of a hostile dump must not become a link."""
    return address if address.lower().startswith(("https://", "http://")) else ""


def _named(labels: Labels) -> Callable[[str, str], str]:
    return lambda section, key: labels.get(f"{section}.{key}", key)

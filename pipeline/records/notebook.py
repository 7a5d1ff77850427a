"""How records show themselves in a notebook: one quiet card, every word of an article escaped."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

_CARD = (
    "border:1px solid #8884;border-left:4px solid {colour};border-radius:6px;padding:.5em .9em;margin:.4em 0;"
    "max-width:44em;line-height:1.45"
)
_NAME = "text-align:left;vertical-align:top;font-weight:normal;opacity:.75;padding:.1em 1em .1em 0;white-space:nowrap"
# Strong enough on a light and on a dark page.
_COLOURS = {
    "occurred": "#2a8a63", "ongoing": "#3b7fd0", "planned": "#b07a14", "postponed": "#c8662a", "cancelled": "#7c838e",
    "denied": "#c7434e", "hypothetical": "#8b68c4",
}  # fmt: skip
Facts = Iterable[tuple[str, str]]


def card(title: str, facts: Facts, *, status: str = "") -> str:
    """An HTML card of a title and facts; facts without a value are left out.

    Example: `card("meeting", [("date", "2024-03-11"), ("place", "")], status="planned")`.
    """
    rows = "".join(
        f'<tr><th scope="row" style="{_NAME}">{escape(name)}</th>'
        f'<td style="text-align:left;padding:.1em 0;overflow-wrap:anywhere">{escape(value)}</td></tr>'
        for name, value in facts
        if value
    )
    told = f' <span style="opacity:.75">{escape(status)}</span>' if status else ""
    style = _CARD.format(colour=_COLOURS.get(status, "#888"))
    return f'<div style="{style}"><b>{escape(title)}</b>{told}<table style="margin:.2em 0">{rows}</table></div>'


def by_role(pairs: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Fillers joined by role, roles in their order: `[("participant", "Иванов; Петров")]`."""
    joined: dict[str, list[str]] = {}
    for role, name in pairs:
        joined.setdefault(role, []).append(name)
    return [(role, "; ".join(dict.fromkeys(names))) for role, names in joined.items()]

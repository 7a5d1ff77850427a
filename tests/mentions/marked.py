"""Names in brackets: `[МИД [Литвы]L]O` is a body that holds a place."""

from collections.abc import Iterable

from pipeline.records.annotations import PLACE_TYPES, Mention

Marked = tuple[str, set[tuple[int, int, str]]]
LETTERS = {"person": "P", "organization": "O"}


def unmark(marked: str) -> Marked:
    """Plain text and the (start, end, letter) of each bracketed name."""
    text: list[str] = []
    opened: list[int] = []
    spans: set[tuple[int, int, str]] = set()
    at = 0
    while at < len(marked):
        if marked[at] == "[":
            opened.append(len(text))
        elif marked[at] == "]":
            at += 1
            spans.add((opened.pop(), len(text), marked[at]))
        else:
            text.append(marked[at])
        at += 1
    return "".join(text), spans


def letter(kind: str) -> str:
    return "L" if kind in PLACE_TYPES else LETTERS.get(kind, "?")


def mark(text: str, spans: Iterable[tuple[int, int, str]]) -> str:
    """The inverse of `unmark`: an assertion that fails then reads like the sentence."""
    found = sorted(spans)
    parts: list[str] = []
    for at in range(len(text) + 1):
        parts += [f"]{kind}" for start, end, kind in reversed(found) if end == at]
        parts += ["[" for start, _, _ in found if start == at]
        parts += text[at : at + 1]
    return "".join(parts)


def named(mentions: Iterable[Mention]) -> set[tuple[int, int, str]]:
    """Spans of the names and abbreviations of people, bodies and places."""
    return {(m.start, m.end, letter(m.type)) for m in mentions if m.kind in {"name", "abbreviation"}}

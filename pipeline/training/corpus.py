"""Annotated texts: nested typed spans, relations and references to a knowledge base, read from brat folders."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pipeline.errors import InputError

TypedSpan = tuple[int, int, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnotatedText:
    """A text with its mentions (start, end, lower-case type) and relations (type, head, tail).

    `references` are the brat normalisations: a mention and what it is in a knowledge base (`Wikidata:Q159`).
    """

    name: str
    text: str
    mentions: frozenset[TypedSpan]
    relations: frozenset[tuple[str, TypedSpan, TypedSpan]]
    references: frozenset[tuple[TypedSpan, str]] = frozenset()


def read_brat(folder: Path) -> list[AnnotatedText]:
    """Read every `.txt` with its `.ann` of a folder, in the order of their names.

    Spans of several fragments are left out, as are relations and references that need them.

    Raises:
        InputError: the folder holds no such pair, or a line cannot be read.
    """
    if not folder.is_dir():
        raise InputError(f"There is no folder {folder}. Point to a folder in brat's standoff format.")
    found = [_read(path) for path in sorted(folder.glob("*.txt")) if path.with_suffix(".ann").is_file()]
    if not found:
        raise InputError(f"No .txt with its .ann in {folder}. Point to a folder in brat's standoff format.")
    return found


def _read(path: Path) -> AnnotatedText:
    spans: dict[str, TypedSpan] = {}
    links: list[tuple[str, str, str]] = []
    meant: list[tuple[str, str]] = []
    text, annotation = _decoded(path), path.with_suffix(".ann")
    for number, line in enumerate(_decoded(annotation).splitlines(), 1):
        try:
            spans.update(_spans(line, len(text)))
            links.extend(_links(line))
            meant.extend(_references(line))
        except (ValueError, IndexError) as error:
            raise InputError(f"{annotation}:{number}: not a brat line: {line[:60]!r}") from error
    relations = frozenset((kind, spans[a], spans[b]) for kind, a, b in links if a in spans and b in spans)
    references = frozenset((spans[key], item) for key, item in meant if key in spans)
    return AnnotatedText(
        name=path.stem, text=text, mentions=frozenset(spans.values()), relations=relations, references=references
    )


def _decoded(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8")  # offsets count carriage returns, so no newline translation
    except UnicodeDecodeError as error:
        raise InputError(f"{path} is not UTF-8 (byte {error.start}).") from error


def _spans(line: str, length: int) -> Iterator[tuple[str, TypedSpan]]:
    if line.startswith("T"):
        key, head = line.split("\t")[:2]
        if ";" not in head:
            label, start, end = head.split()
            if not 0 <= int(start) < int(end) <= length:
                raise ValueError(f"{start}-{end} lies outside the text")
            yield key, (int(start), int(end), label.lower())


def _links(line: str) -> Iterator[tuple[str, str, str]]:
    if line.startswith("R"):
        label, first, second = line.split("\t")[1].split()[:3]
        yield label, first.split(":")[1], second.split(":")[1]


def _references(line: str) -> Iterator[tuple[str, str]]:
    if line.startswith("N"):
        _, key, item = line.split("\t")[1].split()[:3]
        yield key, item

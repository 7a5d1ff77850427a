"""Files of a factRuEval folder, read: `NAME.txt`, `.tokens`, `.spans`, `.objects`, `.coref`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from pipeline.errors import InputError
from pipeline.evaluation.factrueval.corpus import GoldMention, GoldObject, Token, TrackText, fold

_TYPES = {"Person": "person", "Org": "organization", "LocOrg": "location", "Location": "location"}
# Spans whose words an answer owes; those of any other span of the mention («мэр», «движение») are free.
_OWED = {
    "person": frozenset({"name", "surname", "patronymic", "nickname"}),
    "organization": frozenset({"org_name", "loc_name"}),
    "location": frozenset({"org_name", "loc_name"}),
}
Spans = Mapping[str, tuple[str, list[Token]]]


def load_texts(folder: Path) -> Iterator[TrackText]:
    """Read the texts of a folder in the order of their names.

    Raises:
        InputError: no text lies there, or a line of its files cannot be read; the message names file and line.
    """
    files = sorted(folder.glob("*.objects"))
    if not files:
        raise InputError(f"There are no .objects files in {folder}. Name a folder of factRuEval-2016.")
    for path in files:
        yield _load_text(path.with_suffix(""))


def _load_text(base: Path) -> TrackText:
    rows = _rows(base.with_suffix(".tokens"), least=4)
    tokens = {row[0]: Token(int(row[1]), int(row[1]) + int(row[2]), " ".join(row[3:])) for row in rows}
    spans = _spans(base.with_suffix(".spans"), tokens)
    listed = _rows(base.with_suffix(".objects"), least=3)
    mentions = {row[0]: _mention(row, spans) for row in listed if row[1] in _TYPES}
    return TrackText(
        name=base.name,
        text=base.with_suffix(".txt").read_bytes().decode("utf-8"),
        tokens=tuple(sorted(tokens.values(), key=lambda token: token.start)),
        mentions=tuple(mentions.values()),
        objects=tuple(_objects(base.with_suffix(".coref"), mentions)),
    )


def _spans(path: Path, tokens: Mapping[str, Token]) -> Spans:
    """Spans by their number, each with its label and its words."""
    spans: dict[str, tuple[str, list[Token]]] = {}
    for row in _rows(path, least=6):
        listed = [tokens[key] for key in row[7 : 7 + int(row[5])] if key in tokens]
        spans[row[0]] = row[1], [token for token in listed if token.is_word]
    return spans


def _mention(row: list[str], spans: Spans) -> GoldMention:
    kind = _TYPES[row[1]]
    ids = row[2 : row.index("#")] if "#" in row else row[2:]
    parts = [spans[key] for key in ids if key in spans]
    return GoldMention(
        identifier=row[0],
        type=kind,
        tokens=frozenset(token.start for _, found in parts for token in found),
        owed=frozenset(token.start for label, found in parts if label in _OWED[kind] for token in found),
        is_organization_place=row[1] == "LocOrg",
        adjective=all(label == "geo_adj" for label, _ in parts),
    )


def _objects(path: Path, mentions: Mapping[str, GoldMention]) -> Iterator[GoldObject]:
    if not path.exists():
        return
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        head, *lines = [line for line in block.splitlines() if line.strip()] or [""]
        own = tuple(mentions[key] for key in head.split()[1:] if key in mentions)
        attributes = _attributes(lines)
        if own and attributes:
            kinds = {mention.type for mention in own}
            kind = "location" if "location" in kinds else own[0].type
            yield GoldObject(type=kind, attributes=attributes, mentions=own)


def _attributes(lines: list[str]) -> dict[str, frozenset[str]]:
    """Alternatives of each attribute; a numbered one (`firstname1`) is an attribute of its own.

    A descriptor may stand before or behind a name («движение Солидарность»).
    """
    values: dict[str, set[str]] = {}
    for line in lines:
        name, _, value = line.partition(" ")
        if name != "wikidata" and value.strip():
            values.setdefault(name.lower(), set()).add(fold(value))
    descriptors = values.pop("descriptor", set())
    return {
        name: frozenset(own | {pair for o in own for d in descriptors for pair in (f"{o} {d}", f"{d} {o}")})
        for name, own in values.items()
    }


def _rows(path: Path, *, least: int) -> list[list[str]]:
    rows = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        row = line.split()
        if row and len(row) < least:
            raise InputError(f"{path}: line {number}: has {len(row)} fields, needs {least}.")
        if row:
            rows.append(row)
    return rows

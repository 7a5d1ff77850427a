"""Facts of a factRuEval folder: `NAME.facts`, their arguments with all the ways in which a text names them.

Modality and phase are not read: the track's easy mode asks for neither. Facts of raised difficulty are kept and marked.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from pipeline.errors import InputError
from pipeline.evaluation.factrueval.corpus import fold

FACT_TYPES = ("occupation", "meeting", "deal", "ownership")
# Roles of an argument by its name in the files; whatever else a line says (modality, phase) is no argument.
ROLES = {
    "Who": "who", "Where": "where", "Position": "position", "Participant": "participant", "Owner": "owner",
    "Property": "property", "Type": "type",
}  # fmt: skip
_DIFFICULT = ("Сложность", "повышенная")


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldArgument:
    """One argument: its role and every name that stands for it, folded."""

    role: str
    names: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldFact:
    """One fact of a text; a difficult one may be found or not."""

    type: str
    arguments: tuple[GoldArgument, ...]
    difficult: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FactText:
    """One text with its facts."""

    name: str
    text: str
    facts: tuple[GoldFact, ...]


def load_facts(folder: Path) -> Iterator[FactText]:
    """Read the facts of a folder in the order of its texts.

    Raises:
        InputError: no facts lie there, or a line of them cannot be read; the message names file and line.
    """
    files = sorted(folder.glob("*.facts"))
    if not files:
        raise InputError(f"There are no .facts files in {folder}. Name a folder of factRuEval-2016.")
    for path in files:
        text = path.with_suffix(".txt").read_bytes().decode("utf-8")
        yield FactText(name=path.stem, text=text, facts=tuple(_facts(path, _objects(path))))


def _facts(path: Path, objects: Mapping[str, frozenset[str]]) -> Iterator[GoldFact]:
    lines = path.read_text(encoding="utf-8").splitlines()
    block: list[tuple[int, list[str]]] = []
    for number, line in enumerate([*lines, ""], 1):
        if line.strip():
            block.append((number, line.split()))
        elif block:
            fact = _fact(path, block, objects)
            block = []
            if fact is not None:
                yield fact


def _fact(path: Path, block: list[tuple[int, list[str]]], objects: Mapping[str, frozenset[str]]) -> GoldFact | None:
    number, head = block[0]
    if len(head) != 2:
        raise InputError(f"{path}: line {number}: expected an id and a type of fact, got {' '.join(head)!r}.")
    kind = head[1].lower()
    rows = [row for _, row in block[1:]]
    if kind not in FACT_TYPES:
        return None
    arguments = (GoldArgument(role=ROLES[row[0]], names=_names(row, objects)) for row in rows if row[0] in ROLES)
    return GoldFact(type=kind, arguments=tuple(arguments), difficult=any(tuple(row) == _DIFFICULT for row in rows))


def _names(row: list[str], objects: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """Names of a line «Who obj12 Зорин Иван | obj13 …»; a type stands without an id."""
    names: set[str] = set()
    for part in " ".join(row[1:]).split("|"):
        words = part.split()
        if words and words[0].removeprefix("obj").isdigit():
            names |= objects.get(words[0].removeprefix("obj"), frozenset())
        named = words[1:] if words and words[0].startswith(("obj", "span")) else words
        names.add(fold(" ".join(named)))
    return frozenset(names - {""})


def _objects(path: Path) -> dict[str, frozenset[str]]:
    """Names of each object: its fields, a descriptor beside them, and its mentions as the text writes them."""
    coref, listed = path.with_suffix(".coref"), path.with_suffix(".objects")
    mentions = dict(_mentions(listed)) if listed.exists() else {}
    blocks = coref.read_text(encoding="utf-8").split("\n\n") if coref.exists() else []
    objects = {}
    for block in blocks:
        head, *lines = [line for line in block.splitlines() if line.strip()] or [""]
        if key := head.split()[:1]:
            written = frozenset(mentions[i] for i in head.split()[1:] if i in mentions)
            objects[key[0]] = written | _field_names(lines)
    return objects


def _mentions(path: Path) -> Iterator[tuple[str, str]]:
    for line in path.read_text(encoding="utf-8").splitlines():
        ids, _, words = line.partition("#")
        if words.strip():
            yield ids.split()[0], fold(words)


def _field_names(lines: list[str]) -> frozenset[str]:
    fields: dict[str, list[str]] = {}
    for line in lines:
        name, _, value = line.partition(" ")
        if name != "wikidata" and value.strip():
            fields.setdefault(name.rstrip("0123456789").lower(), []).append(fold(value))
    own, descriptors = fields.get("name", []), fields.get("descriptor", [])
    people = [f"{first} {last}" for last in fields.get("lastname", []) for first in fields.get("firstname", [])]
    pairs = [f"{d} {o}" for o in own for d in descriptors] + [f"{o} {d}" for o in own for d in descriptors]
    return frozenset([*own, *pairs, *people, *fields.get("lastname", []), *fields.get("nickname", [])])

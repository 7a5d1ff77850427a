"""Texts of a RuCor folder (`Documents.txt`, `Tokens.txt`, `Groups.txt`, `texts/`) with their chains."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from pipeline.errors import InputError

NEWS = frozenset({"News", "Lenta", "lentaru", "newsru"})  # folders of news and comment
_FORMS = {"pron": "pronoun", "poss": "pronoun", "noun": "description"}


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainMention:
    """One mention of a chain.

    Attributes:
        heads: where the words of its head begin.
        form: name, description, pronoun, or other (relative and reflexive pronouns).
    """

    start: int
    end: int
    heads: frozenset[int]
    chain: str
    form: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainText:
    """One text with the mentions of its chains, in the order of the text."""

    name: str
    text: str
    mentions: tuple[ChainMention, ...]


def load_texts(folder: Path, folders: Collection[str] = NEWS) -> Iterator[ChainText]:
    """Read the texts of some of its folders, in the order of `Documents.txt`.

    Raises:
        InputError: a file is not there.
    """
    proper = _proper_nouns(folder / "Tokens.txt")
    groups: dict[str, list[ChainMention]] = defaultdict(list)
    for row in _rows(folder / "Groups.txt"):
        if row["variant"] == "1":
            groups[row["doc_id"]].append(_mention(row, proper))
    for row in _rows(folder / "Documents.txt"):
        if row["path"].partition("/")[0] in folders:
            text = (folder / "texts" / row["path"]).read_bytes().decode("utf-8")
            found = sorted(groups[row["doc_id"]], key=lambda m: (m.start, -m.end))
            yield ChainText(name=row["path"], text=text, mentions=tuple(found))


def _mention(row: dict[str, str], proper: Collection[tuple[str, int]]) -> ChainMention:
    start = int(row["shift"])
    heads = frozenset(int(at) for at in (row["hd_shifts"] or row["tk_shifts"]).split(","))
    attributes = dict(pair.split(":", 1) for pair in row["attributes"].split("|") if ":" in pair)
    form = _FORMS.get(attributes.get("str", ""), "other")
    if form == "description" and any((row["doc_id"], at) in proper for at in heads):
        form = "name"
    return ChainMention(start=start, end=start + int(row["length"]), heads=heads, chain=row["chain_id"], form=form)


def _proper_nouns(path: Path) -> frozenset[tuple[str, int]]:
    """Document and place of every proper noun."""
    rows = _rows(path)
    return frozenset((row["doc_id"], int(row["shift"])) for row in rows if (row["gram"] or "").startswith("Np"))


def _rows(path: Path) -> Iterator[dict[str, str]]:
    if not path.exists():
        raise InputError(f"There is no {path}. Name a folder of RuCor.")
    with path.open(encoding="utf-8", newline="") as handle:
        yield from csv.DictReader(handle, delimiter="\t", quoting=csv.QUOTE_NONE)

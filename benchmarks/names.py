"""How many declined names of a table come back to their nominative: ours, pymorphy3, natasha, by kind of name.

`uv run python benchmarks/names.py [TABLE]`: a row is a name, its case, its gender where the name alone does not tell,
and the nominative. All are asked the same rows and judged by the same words, whatever their order, ё as е.
"""

from __future__ import annotations

import argparse
import csv
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from natasha_baseline import models

from pipeline.entities.declension.paradigms import CASES
from pipeline.entities.evidence import Evidence
from pipeline.entities.people.display import full_name
from pipeline.entities.people.forms import read_parts
from pipeline.entities.people.identity import find_people
from pipeline.entities.people.person import PersonMention
from pipeline.language.backends import morph_analyzer

TABLE = Path("tests/entities/names.csv")
_PYMORPHY_CASES = {"Nom": "nomn", "Gen": "gent", "Dat": "datv", "Acc": "accs", "Ins": "ablt", "Loc": "loct"}
_PYMORPHY_GENDERS = {"m": "masc", "f": "femn"}
_GENDERS = {"m": "Masc", "f": "Fem"}
_PERSON = frozenset({"Name", "Surn", "Patr"})
_SENTENCES = {
    "Nom": "Это {}.", "Gen": "От {} ждали ответа.", "Dat": "К {} пришли журналисты.", "Acc": "Про {} написали газеты.",
    "Ins": "Перед {} стояли журналисты.", "Loc": "О {} написали газеты.",
}  # fmt: skip
_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")

Row = dict[str, str]


def ours(row: Row) -> str:
    """The name read alone, with what an ideal tagger says: the case, and the gender where the row has one."""
    gender = row["gender"]
    genders = {"m": 0.5, "f": 0.5} if not gender else {"m": 0.05, "f": 0.05} | {gender: 0.9}
    evidence = Evidence(cases=dict.fromkeys(CASES, 0.08) | {row["case"]: 1.0}, genders=genders)
    [person] = find_people([PersonMention(index=0, form=read_parts(row["surface"]), evidence=evidence)])
    return full_name(person)


def pymorphy(row: Row) -> str:
    """Each word's best parse in the row's case inflected to the nominative, names before other words.

    All words have one gender: the row's, or the one in which the parses are surer. A word without such a parse stays.
    """
    genders = [row["gender"]] if row["gender"] else ["m", "f"]
    answers = [_inflected(row["surface"], row["case"], gender) for gender in genders]
    return max(answers, key=lambda answer: answer[1])[0]


def _inflected(surface: str, case: str, gender: str) -> tuple[str, float]:
    sureness = 0.0

    def nominative(match: re.Match[str]) -> str:
        nonlocal sureness
        found = _best_parse(match.group(), {_PYMORPHY_CASES[case], _PYMORPHY_GENDERS[gender], "sing"})
        form = found.inflect({"nomn"}) if found else None
        sureness += bool(form) + bool(form and _PERSON & found.tag.grammemes) + (found.score if form else 0.0)
        return form.word if form else match.group()

    return _WORD.sub(nominative, surface), sureness


def _best_parse(word: str, wanted: set[str]) -> Any:
    initial = len(word) == 1
    parses = [p for p in morph_analyzer().parse(word) if wanted <= p.tag.grammemes and not initial]
    return max(parses, key=lambda p: (bool(_PERSON & p.tag.grammemes), p.score), default=None)


def natasha_usual(row: Row) -> Iterator[str]:
    """The name in a sentence whose preposition rules the case; `span.normalize` and its NamesExtractor's parts.

    The span is given, so that its recogniser cannot miss the name; either answer may be right.
    """
    m = models()
    text = _SENTENCES[row["case"]].format(row["surface"])
    doc = m["natasha"].Doc(text)
    doc.segment(m["segmenter"])
    doc.tag_morph(m["morph"])
    start = text.index(row["surface"])
    yield from _normalized([t for t in doc.tokens if start <= t.start < start + len(row["surface"])])


def natasha_told(row: Row) -> Iterator[str]:
    """As the usual way, but told the case of every word and, where the row has one, the gender; else either gender."""
    m = models()
    for gender in [row["gender"]] if row["gender"] else ["m", "f"]:
        doc = m["natasha"].Doc(row["surface"])
        doc.segment(m["segmenter"])
        for token in doc.tokens:
            token.pos = "PROPN"
            token.feats = {"Case": row["case"], "Number": "Sing", "Gender": _GENDERS[gender]}
        yield from _normalized(doc.tokens)


def _normalized(tokens: Sequence[Any]) -> Iterator[str]:
    m = models()
    span = m["natasha"].doc.DocSpan(tokens[0].start, tokens[-1].stop, "PER", "", tokens=tokens)
    span.normalize(m["vocab"])
    yield span.normal
    span.extract_fact(m["names"])
    if span.fact:
        yield " ".join(span.fact.as_dict.values())


SYSTEMS: dict[str, Callable[[Row], Iterator[str]]] = {
    "ours": lambda row: iter([ours(row)]),
    "pymorphy3": lambda row: iter([pymorphy(row)]),
    "natasha": natasha_usual,
    "natasha told": natasha_told,
}


@cache
def words(name: str) -> tuple[str, ...]:
    """A name's words, to compare without regard to order."""
    return tuple(sorted(_WORD.findall(name.lower().replace("ё", "е"))))


def count(rows: Sequence[Row]) -> tuple[Counter[str], dict[str, Counter[str]]]:
    """Rows by kind, and for each system the right ones by kind."""
    right = {
        system: Counter(row["kind"] for row in rows if words(row["expected"]) in map(words, answers(row)))
        for system, answers in SYSTEMS.items()
    }
    return Counter(row["kind"] for row in rows), right


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("table", type=Path, nargs="?", default=TABLE)
    rows = list(csv.DictReader(parser.parse_args().table.read_text(encoding="utf-8").splitlines()))
    total, right = count(rows)
    print(f"{'kind':<12} {'rows':>5} " + " ".join(f"{system:>12}" for system in SYSTEMS))
    for kind in sorted(total):
        print(f"{kind:<12} {total[kind]:>5} " + " ".join(f"{right[s][kind] / total[kind]:>12.3f}" for s in SYSTEMS))
    print(f"{'all':<12} {len(rows):>5} " + " ".join(f"{right[s].total() / len(rows):>12.3f}" for s in SYSTEMS))


if __name__ == "__main__":
    main()

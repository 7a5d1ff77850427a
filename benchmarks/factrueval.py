"""Names and identified objects on factRuEval-2016, by natasha, the reader and all of it: `factrueval.py DEVSET`.

The corpus is not shipped; without the folder nothing is measured. `--faults FILE` keeps everything that was not right.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from dataclasses import asdict
from pathlib import Path
from typing import Any, ClassVar

import natasha_baseline

from pipeline.assembly import load_annotator
from pipeline.evaluation.counts import Counts
from pipeline.evaluation.factrueval.answers import name_answers, object_answers
from pipeline.evaluation.factrueval.corpus import TYPES, TrackText
from pipeline.evaluation.factrueval.files import load_texts
from pipeline.evaluation.factrueval.names import NameAnswer, score_names
from pipeline.evaluation.factrueval.objects import ObjectAnswer, score_objects
from pipeline.language.layout import find_lines
from pipeline.language.segmentation import split_sentences
from pipeline.mentions.arbitration.decide import kind_of
from pipeline.mentions.reader.component import shipped_reader
from pipeline.records.article import Article


class Svodka:
    """This pipeline."""

    label = "svodka"

    def __init__(self) -> None:
        self.annotate = load_annotator()

    def answer(self, text: str) -> tuple[list[NameAnswer], list[ObjectAnswer]]:
        found = self.annotate(Article(text=text, lines=find_lines(text)))
        return name_answers(found), object_answers(found)


class Reader:
    """The trained reader alone: its flat names, those of places, bodies and people that are no mere description."""

    label = "reader"
    types: ClassVar = {"city": "location", "country": "location", "state_or_province": "location",
                       "district": "location", "location": "location", "person": "person",
                       "organization": "organization"}  # fmt: skip

    def __init__(self) -> None:
        self.model = shipped_reader()

    def answer(self, text: str) -> tuple[list[NameAnswer], list[ObjectAnswer]]:
        sentences = [sentence.tokens for sentence in split_sentences(text, find_lines(text))]
        spans = [s for s in self.model.read(text, sentences).spans if s.type in self.types]
        named = [s for s in spans if kind_of(text[s.start : s.end]) != "nominal"]
        return [NameAnswer(start=s.start, end=s.end, type=self.types[s.type]) for s in named], []


class Natasha:
    """slovnet's recogniser, natasha's normal forms."""

    label = "natasha"

    def answer(self, text: str) -> tuple[list[NameAnswer], list[ObjectAnswer]]:
        doc = natasha_baseline.read(text)
        found = [NameAnswer(start=start, end=end, type=kind) for start, end, kind in natasha_baseline.names(doc)]
        return found, [ObjectAnswer(type=kind, attributes=a) for kind, a in natasha_baseline.objects(doc)]


def measure(reader: Any, texts: list[TrackText]) -> tuple[dict[tuple[str, str], Counts], list[Any]]:
    counts: dict[tuple[str, str], Counts] = defaultdict(Counts)
    faults: list[Any] = []
    for text in texts:
        names, objects = reader.answer(text.text)
        for layer, score in (("names", score_names(text, names)), ("objects", score_objects(text, objects))):
            faults += [{"layer": layer, **asdict(fault)} for fault in score.faults]
            for kind, found in score.counts.items():
                counts[layer, kind] += found
                counts[layer, "overall"] += found
    return counts, faults


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="devset of factRuEval-2016")
    parser.add_argument("--faults", type=Path, help="keep the faults of this pipeline here (JSON lines)")
    parser.add_argument("--alone", action="store_true", help="without natasha")
    options = parser.parse_args()
    if not options.folder.is_dir():
        print(f"There is no {options.folder}: nothing measured.")
        return
    texts = list(load_texts(options.folder))
    print(f"{'':10}{'layer':9}{'type':14}{'P':>7}{'R':>7}{'F1':>7}{'right':>9}{'given':>7}{'gold':>7}")
    for reader in (Svodka(),) if options.alone else (Svodka(), Reader(), Natasha()):
        counts, faults = measure(reader, texts)
        for layer in ("names",) if reader.label == "reader" else ("names", "objects"):
            for kind in (*TYPES, "overall"):
                c = counts[layer, kind]
                print(
                    f"{reader.label:10}{layer:9}{kind:14}{c.precision:7.3f}{c.recall:7.3f}{c.f1:7.3f}"
                    f"{c.right:9.1f}{c.predicted:7}{c.gold:7}"
                )
        if options.faults and reader.label == "svodka":
            lines = (json.dumps(fault, ensure_ascii=False) + "\n" for fault in faults)
            options.faults.write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()

"""Facts on factRuEval-2016 (easy mode): posts, meetings, deals and owners. `factrueval_facts.py DEVSET`.

The corpus is not shipped; without the folder nothing is measured. `--faults FILE` keeps everything that was not right.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from dataclasses import asdict
from pathlib import Path

from pipeline.assembly import AnnotatorLoader
from pipeline.evaluation.counts import Counts
from pipeline.evaluation.factrueval.fact_answers import fact_answers
from pipeline.evaluation.factrueval.fact_corpus import FACT_TYPES, load_facts
from pipeline.evaluation.factrueval.facts import score_facts
from pipeline.evaluation.factrueval.matching import TrackFault
from pipeline.language.layout import find_lines
from pipeline.records.article import Article


def measure(folder: Path, *, careful: bool) -> tuple[dict[str, Counts], list[TrackFault]]:
    """Counts by type of fact, `together` for all, and what was not right."""
    annotate = AnnotatorLoader(careful=careful)()
    counts: dict[str, Counts] = defaultdict(Counts)
    faults: list[TrackFault] = []
    for text in load_facts(folder):
        found = annotate(Article(text=text.text, lines=find_lines(text.text)))
        score = score_facts(text, fact_answers(found))
        faults += score.faults
        for kind, own in score.counts.items():
            counts[kind] += own
            counts["together"] += own
    return counts, faults


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="devset of factRuEval-2016")
    parser.add_argument("--faults", type=Path, help="keep what was not right here (JSON lines)")
    parser.add_argument("--quick", action="store_true", help="without the event encoder")
    options = parser.parse_args()
    if not options.folder.is_dir():
        print(f"There is no {options.folder}: nothing measured.")
        return
    counts, faults = measure(options.folder, careful=not options.quick)
    print(f"{'type':12}{'P':>7}{'R':>7}{'F1':>7}{'right':>9}{'given':>7}{'gold':>7}")
    for kind in (*FACT_TYPES, "together"):
        c = counts[kind]
        print(f"{kind:12}{c.precision:7.3f}{c.recall:7.3f}{c.f1:7.3f}{c.right:9.1f}{c.predicted:7}{c.gold:7}")
    if options.faults:
        lines = (json.dumps(asdict(fault), ensure_ascii=False) + "\n" for fault in faults)
        options.faults.write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()

"""Who is who on NEREL: clusters of people, bodies and places, and their Wikidata items: `nerel_identity.py FOLDER`.

B³ over the gold mentions whose identity is told, beside a baseline that is handed these mentions and merges equal
normal forms; then over those alone that were found. The corpus is not shipped; without the folder nothing is measured.
`--faults FILE` keeps everything that was not right.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

from pipeline.assembly import build_pipeline, collect, read_articles
from pipeline.evaluation.counts import Counts
from pipeline.evaluation.identity.answers import baseline_clusters, table_answers
from pipeline.evaluation.identity.bcubed import BCubed, b_cubed
from pipeline.evaluation.identity.faults import IdentityFault, cluster_faults, item_faults
from pipeline.evaluation.identity.gold import GoldMention, check_identities, gold_mentions
from pipeline.evaluation.identity.linking import count_items, held_items, judge_items
from pipeline.language.layout import find_lines
from pipeline.records.article import Article
from pipeline.training.corpus import AnnotatedText, read_brat

KINDS = ("person", "organization", "location", "overall")


@dataclass(kw_only=True)
class Sums:
    """Figures by the row of the table and the kind of mention."""

    clusters: dict[tuple[str, str], BCubed] = field(default_factory=lambda: defaultdict(BCubed))
    items: dict[str, Counts] = field(default_factory=lambda: defaultdict(Counts))
    faults: list[IdentityFault] = field(default_factory=list)

    def add(self, row: str, gold: Sequence[GoldMention], clusters: Sequence[str], chosen: Sequence[bool]) -> None:
        for kind in KINDS:
            kept = [i for i, m in enumerate(gold) if chosen[i] and kind in {m.kind, "overall"}]
            self.clusters[row, kind] += b_cubed([gold[i].cluster for i in kept], [clusters[i] for i in kept])


def measure(texts: Sequence[AnnotatedText]) -> Sums:
    nlp, held, sums = build_pipeline(careful=False), held_items(), Sums()
    for text in texts:
        (doc,) = read_articles(nlp, [Article(text=text.text, lines=find_lines(text.text))])
        gold = gold_mentions(text)
        answers = table_answers(gold, collect(doc))
        ours, baseline = [a.cluster for a in answers], baseline_clusters(gold, doc)
        found, every = [a.found for a in answers], [True for _ in answers]
        sums.add("svodka", gold, ours, every)
        sums.add("equal normal forms", gold, baseline, every)
        sums.add("svodka, found", gold, ours, found)
        sums.add("equal forms, found", gold, baseline, found)
        linked = judge_items(gold, answers, held)
        for kind in KINDS:
            sums.items[kind] += count_items([each for each in linked if kind in {each.mention.kind, "overall"}])
        sums.faults += [
            *cluster_faults(text.name, text.text, gold, answers),
            *item_faults(text.name, text.text, linked),
        ]
    return sums


def show(sums: Sums) -> None:
    print(f"{'B³':20}{'kind':14}{'P':>7}{'R':>7}{'F1':>7}{'mentions':>10}")
    for (row, kind), b in sums.clusters.items():
        print(f"{row:20}{kind:14}{b.precision:7.3f}{b.recall:7.3f}{b.f1:7.3f}{b.mentions:10}")
    print(f"\n{'items':20}{'kind':14}{'P':>7}{'R':>7}{'F1':>7}{'right':>10}{'given':>7}{'held':>7}")
    for kind, c in sums.items.items():
        print(
            f"{'svodka':20}{kind:14}{c.precision:7.3f}{c.recall:7.3f}{c.f1:7.3f}{c.right:10}{c.predicted:7}{c.gold:7}"
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="NEREL's .txt and .ann files, its development part for example")
    parser.add_argument("--faults", type=Path, help="keep the faults here (JSON lines)")
    options = parser.parse_args()
    if not options.folder.is_dir():
        print(f"There is no {options.folder}: nothing measured.")
        return
    texts = read_brat(options.folder)
    check_identities(texts, options.folder)
    sums = measure(texts)
    show(sums)
    if options.faults:
        lines = (json.dumps(asdict(fault), ensure_ascii=False) + "\n" for fault in sums.faults)
        options.faults.write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()

"""Count who was right where a rule and the reader disagree, for `models/arbitration.csv`.

`benchmarks/arbitration.py CORPUS --out FILE`: CORPUS is a folder in brat's standoff format that the reader was not
trained on. Cases in which both agree, or the reader says nothing, are counted too; only disagreements decide anything.
"""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path

from pipeline.assembly import build_pipeline, read_articles
from pipeline.mentions.arbitration.decide import COREFERENCE, LEAST_WITHIN
from pipeline.mentions.arbitration.measured import Case, Outcome, write_outcomes
from pipeline.mentions.arbitration.verdicts import ReaderVerdicts
from pipeline.readers.read import read_text
from pipeline.training.corpus import AnnotatedText
from pipeline.training.docbin import read_corpus


def count(texts: list[AnnotatedText]) -> dict[Case, Outcome]:
    seen: Counter[Case] = Counter()
    rule_right: Counter[Case] = Counter()
    reader_right: Counter[Case] = Counter()
    nlp = build_pipeline(careful=False)
    nlp.remove_pipe("svodka_arbitration")
    for text in texts:
        (doc,) = read_articles(nlp, [read_text(text.text)])
        verdicts = ReaderVerdicts(doc._.reading.spans)
        for mention in doc._.mentions:
            if mention.source.startswith(COREFERENCE) or mention.kind == "pronoun":
                continue
            verdict = verdicts.of(mention)
            case, rival = Case.of(mention, verdict), verdict.span
            seen[case] += 1
            rule_right[case] += mention.key in text.mentions
            reader_right[case] += rival is not None and rival.key in text.mentions
    return {c: Outcome(seen=seen[c], rule_right=rule_right[c], reader_right=reader_right[c]) for c in seen}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path, help="folder of .txt and .ann files")
    parser.add_argument("--out", type=Path, required=True, help="the table to write")
    options = parser.parse_args()
    outcomes = count(read_corpus(options.corpus))
    write_outcomes(outcomes.items(), options.out)
    surer = [o for o in outcomes.values() if o.reader_is_surer(LEAST_WITHIN)]
    print(f"{len(outcomes)} cases; the reader is surer in {len(surer)}, {sum(o.seen for o in surer)} mentions")


if __name__ == "__main__":
    main()

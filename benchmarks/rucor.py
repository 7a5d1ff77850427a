"""Links from descriptions and pronouns to names on the news texts of RuCor: `benchmarks/rucor.py FOLDER`.

Beside every rule of the pipeline stands a baseline that links each such noun or pronoun with the nearest name.
The corpus is not shipped; without the folder nothing is measured. `--links FILE` keeps every link with its verdict.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

from spacy.tokens import Doc

from pipeline.assembly import build_pipeline, collect, read_articles
from pipeline.entities.coreference.lexicon import description_lexicon
from pipeline.entities.positions.lexicon import post_lexicon
from pipeline.evaluation.rucor.corpus import load_texts
from pipeline.evaluation.rucor.links import JudgedLink, Link, count_links, find_links, judge_links, owed_links
from pipeline.language.layout import find_lines
from pipeline.records.article import Article

PRONOUNS = frozenset(
    ["он", "она", "его", "её", "ее", "ему", "ей", "им", "него", "неё", "нее", "нему", "ней", "ним", "нём", "нем"]
)


def nearest_names(doc: Doc) -> Iterator[Link]:
    """The baseline: pronouns and person nouns mean the person named last, body nouns the body named last."""
    names = sorted((m for m in doc._.mentions if m.kind in {"name", "abbreviation"}), key=lambda m: m.end)
    inside = {i for m in names for i in range(m.start, m.end)}
    for token in doc:
        lemma = token.lemma_.replace("ё", "е")
        person = token.lower_ in PRONOUNS or lemma in description_lexicon().people or lemma in post_lexicon().posts
        kind = "person" if person else "organization" if lemma in post_lexicon().bodies else ""
        near = [m for m in names if m.end <= token.idx and m.type == kind]
        if kind and near and token.idx not in inside and "Plur" not in token.morph.get("Number", []):
            yield Link(start=token.idx, end=token.idx + len(token), rule="nearest-name", names=(near[-1].span,))


def show(judged: list[JudgedLink], owed: int) -> None:
    for rule, c in sorted(count_links(judged, owed).items()):
        print(f"{rule:36}{c.precision:7.3f}{c.recall:7.3f}{c.f1:7.3f}{c.right:8}{c.predicted:7}{c.gold:7}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="RuCor")
    parser.add_argument("--links", type=Path, help="keep the links with their verdicts here (JSON lines)")
    options = parser.parse_args()
    if not options.folder.is_dir():
        print(f"There is no {options.folder}: nothing measured.")
        return
    nlp = build_pipeline(careful=False)
    ours: list[JudgedLink] = []
    baseline: list[JudgedLink] = []
    owed = 0
    for text in load_texts(options.folder):
        (doc,) = read_articles(nlp, [Article(text=text.text, lines=find_lines(text.text))])
        ours += judge_links(text, find_links(collect(doc)))
        baseline += judge_links(text, nearest_names(doc))
        owed += owed_links(text)
    print(f"{'rule':36}{'P':>7}{'R':>7}{'F1':>7}{'right':>8}{'given':>7}{'owed':>7}")
    show(ours, owed)
    show(baseline, owed)
    if options.links:
        lines = (json.dumps(asdict(link), ensure_ascii=False) + "\n" for link in ours)
        options.links.write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()

"""The figures of the card of the annotated corpora, counted from the corpora.

python -m tests.gold.card            # print them
python -m tests.gold.card --write    # write them into tests/gold-own/README.md, between the two marks
"""

from __future__ import annotations

import argparse
import csv
import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from pipeline.evaluation.gold import GoldArticle, load_articles
from pipeline.records.tables.events import STATUSES

TESTS = Path(__file__).parents[1]
CARD = TESTS / "gold-own" / "README.md"
STYLES = TESTS / "gold-own" / "articles.csv"
CORPORA = {
    "gold": "gold", "gold-fresh": "gold-fresh", "own: dev": "gold-own/dev", "own: test": "gold-own/test",
    "second: dev": "gold-second/dev", "second: fresh": "gold-second/fresh", "second: test": "gold-second/test",
}  # fmt: skip
BEGIN, END = "<!-- counted: begin -->\n", "<!-- counted: end -->\n"
Corpora = dict[str, list[GoldArticle]]
SIZES: dict[str, Callable[[GoldArticle], int]] = {
    "articles": lambda article: 1,
    "words": lambda article: len(article.text.split()),
    "entities": lambda article: len(article.entities),
    "mentions of them": lambda article: sum(len(e.mentions) for e in article.entities),
    "dates": lambda article: len(article.dates),
    "events": lambda article: len(article.events),
    "quotes": lambda article: len(article.quotes),
    "positions": lambda article: len(article.positions),
}


def split_of(article_id: str) -> str:
    """`dev` or `test`, by the id alone: the first hexadecimal digit of its SHA-256 is below 8 or not."""
    return "dev" if int(hashlib.sha256(article_id.encode()).hexdigest()[0], 16) < 8 else "test"


def load_corpora() -> Corpora:
    return {name: load_articles(TESTS / folder) for name, folder in CORPORA.items()}


def read_styles() -> dict[str, str]:
    with STYLES.open(encoding="utf-8", newline="") as file:
        return {row["id"]: row["style"] for row in csv.DictReader(file)}


def count_card(corpora: Corpora, styles: dict[str, str]) -> str:
    own = [a for name in ("own: dev", "own: test") for a in corpora[name]]
    return "\n".join(
        [
            *_table("", SIZES, lambda label, articles: sum(SIZES[label](a) for a in articles), corpora),
            *_table("status", STATUSES, _events(lambda e: e.status), corpora),
            *_table("type", _types(corpora), _events(lambda e: e.type), corpora),
            *_style_table(own, styles),
        ]
    )


def _events(field: Callable[..., str]) -> Callable[[str, list[GoldArticle]], int]:
    return lambda label, articles: sum(field(event) == label for a in articles for event in a.events)


def _types(corpora: Corpora) -> list[str]:
    seen = Counter(e.type for articles in corpora.values() for a in articles for e in a.events)
    return sorted(seen, key=lambda kind: (-seen[kind], kind))


def _table(
    head: str, labels: Iterable[str], count: Callable[[str, list[GoldArticle]], int], corpora: Corpora
) -> Iterator[str]:
    yield f"| {head} | {' | '.join(corpora)} | all |"
    yield f"| --- |{' ---: |' * (len(corpora) + 1)}"
    for label in labels:
        numbers = [count(label, articles) for articles in corpora.values()]
        yield f"| {label} | {' | '.join(map(str, numbers))} | {sum(numbers)} |"
    yield ""


def _style_table(own: list[GoldArticle], styles: dict[str, str]) -> Iterator[str]:
    yield "| style (own articles) | articles | words |"
    yield "| --- | ---: | ---: |"
    for style, articles in sorted(Counter(styles[a.id] for a in own).items(), key=lambda item: (-item[1], item[0])):
        words = sum(len(a.text.split()) for a in own if styles[a.id] == style)
        yield f"| {style} | {articles} | {words} |"
    yield ""


def counted_part(card: str) -> str:
    return card.partition(BEGIN)[2].partition(END)[0]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="write the figures into the card")
    counted = count_card(load_corpora(), read_styles())
    if not parser.parse_args().write:
        print(counted)
        return
    card = CARD.read_text(encoding="utf-8")
    before, _, rest = card.partition(BEGIN)
    CARD.write_text(f"{before}{BEGIN}{counted}{END}{rest.partition(END)[2]}", encoding="utf-8")


if __name__ == "__main__":
    main()

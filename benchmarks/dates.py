"""Our date taggers, dateparser and natasha's DatesExtractor on the same texts in one run: answers and speed.

    python benchmarks/dates.py [--articles N] [--passes N] [--dump DUMP]

Answers are scored on the tables of tests/mentions/dates, the second by another hand, and tests/gold/dates.jsonl, each
expression by itself:
`right` has the expected EDTF value, `agrees` does not contradict it (a day inside the expected month, a day and month
without the year), `wrong` does, `missed` has no answer that overlaps, `spurious` is an answer where no date stands.
Time is the processor's, from raw text, after a first sentence that loads what a system needs. The systems without
networks take turns at every text: at first sight of it, when its words are new to a system that remembers them, and on
average in later passes, garbage collection included. The full pipeline is timed by itself, lest it push the others out
of the cache. With --dump the light tagger and DatesExtractor read 250 articles of a dump instead, each once, and
nothing is scored.
"""

from __future__ import annotations

import argparse
import csv
import datetime as dt
import importlib.util
import json
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from statistics import fmean
from typing import Any

from pipeline.assembly import build_date_tagger, build_pipeline, read_articles
from pipeline.language.backends import alias_pymorphy2
from pipeline.language.layout import find_lines
from pipeline.readers.read import read_inputs
from pipeline.records import edtf
from pipeline.records.article import Article

ROOT = Path(__file__).parents[1]
Answer = tuple[int, int, str]  # start, end, value
System = Callable[[str, dt.date | None], list[Answer]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    text: str
    published: dt.date | None
    dates: tuple[tuple[int, int, tuple[str, ...]], ...]  # start, end, accepted values


def full_pipeline() -> System:
    nlp = build_pipeline(careful=False)
    for name in nlp.pipe_names[nlp.pipe_names.index("svodka_dates") + 1 :]:
        nlp.remove_pipe(name)

    def find(text: str, published: dt.date | None) -> list[Answer]:
        article = Article(text=text, lines=find_lines(text), published=published)
        return [(e.start, e.end, e.value) for e in next(read_articles(nlp, [article]))._.dates]

    return find


def light_tagger() -> System:
    tag = build_date_tagger()
    return lambda text, published: [(e.start, e.end, e.value) for e in tag(text, published)]


def dates_extractor() -> System:
    alias_pymorphy2()
    import natasha  # noqa: PLC0415

    extract = natasha.DatesExtractor(natasha.MorphVocab())

    def find(text: str, published: dt.date | None) -> list[Answer]:
        try:
            return [(m.start, m.stop, _parts(m.fact)) for m in extract(text)]
        except KeyError:  # it knows «мая» and «мае», not «маю»
            return []

    return find


def _parts(fact: Any) -> str:
    """EDTF of what the extractor knows: «20 ноября» is a month and a day."""
    value = f"{fact.year:04}" if fact.year else "XXXX"
    return value + (f"-{fact.month:02}" if fact.month else "") + (f"-{fact.day:02}" if fact.day and fact.month else "")


def dateparser_search() -> System:
    from dateparser.search import search_dates  # noqa: PLC0415

    def find(text: str, published: dt.date | None) -> list[Answer]:
        base = {"RELATIVE_BASE": dt.datetime.combine(published, dt.time())} if published else {}
        answers, at = [], 0
        for words, day in search_dates(text, languages=["ru"], settings=base) or []:
            at = max(text.find(words, at), 0)
            answers.append((at, at + len(words), day.date().isoformat()))
        return answers

    return find


SYSTEMS = {
    "svodka": full_pipeline,
    "svodka, light": light_tagger,
    "natasha DatesExtractor": dates_extractor,
    "dateparser": dateparser_search,
}


def table_cases(name: str) -> Iterator[Case]:
    rows = defaultdict(list)
    with (ROOT / "tests/mentions/dates" / name).open(encoding="utf-8", newline="") as handle:
        for row in csv.DictReader(handle):
            rows[row["published"], row["sentence"]].append((row["span"], row["value"]))
    for (published, text), spans in rows.items():
        day = dt.date.fromisoformat(published) if published else None
        yield Case(text=text, published=day, dates=tuple(_placed(text, [(s, (v,)) for s, v in spans if v])))


def _placed(text: str, spans: list[tuple[str, tuple[str, ...]]]) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    at = 0
    for span, values in spans:
        start = text.index(span, at)
        at = start + len(span)
        yield start, at, values


def gold_cases() -> Iterator[Case]:
    for line in (ROOT / "tests/gold/dates.jsonl").read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        spans = [(case["span"], tuple(case["values"]))] if case["span"] else []
        day = dt.date.fromisoformat(case["published"])
        yield Case(text=case["text"], published=day, dates=tuple(_placed(case["text"], spans)))


def articles(count: int) -> Iterator[Case]:
    for path in sorted((ROOT / "tests/gold/articles").glob("*.json"))[:count]:
        article = json.loads(path.read_text(encoding="utf-8"))
        published = article["published"]
        yield Case(text=article["text"], published=dt.date.fromisoformat(published) if published else None, dates=())


def score(case: Case, answers: list[Answer]) -> Counter[str]:
    counts: Counter[str] = Counter()
    answers = [a for a in answers if a[2]]
    for start, end, values in case.dates:
        given = [value for first, last, value in answers if first < end and start < last]
        right = any(value in values for value in given)
        agrees = any(_agrees(value, wanted) for value in given for wanted in values)
        counts["right" if right else "agrees" if agrees else "wrong" if given else "missed"] += 1
    counts["spurious"] += sum(all(a[1] <= s or e <= a[0] for s, e, _ in case.dates) for a in answers)
    return counts


def _agrees(value: str, wanted: str) -> bool:
    if value.startswith("XXXX"):
        return len(value) > 4 and wanted[4:].startswith(value[4:])
    (first, last), (earliest, latest) = edtf.bounds(value), edtf.bounds(wanted)
    inside = first is not None and last is not None and (earliest or latest) is not None
    return inside and (earliest is None or earliest <= first) and (latest is None or last <= latest)


def timed(systems: dict[str, System], cases: list[Case], passes: int) -> dict[str, tuple[float, float]]:
    """Milliseconds a text at first sight and on average in later passes, the systems one after another."""
    spent: dict[str, list[float]] = {name: [] for name in systems}
    for _ in range(passes):
        for case in cases:
            for name, find in systems.items():
                begun = time.process_time()
                find(case.text, case.published)
                spent[name].append(time.process_time() - begun)
    count = len(cases)
    return {n: (1000 * fmean(s[:count]), 1000 * fmean(s[count:] or s)) for n, s in spent.items()}


def measure(systems: dict[str, System], cases: list[Case], passes: int) -> dict[str, tuple[float, float]]:
    """The light systems against each other, then the full pipeline."""
    for find in systems.values():
        find("Вчера, 20 ноября 2023 года, открыли мост.", dt.date(2023, 11, 21))
    light = {name: find for name, find in systems.items() if name != "svodka"}
    return {**timed({"svodka": systems["svodka"]}, cases, passes), **timed(light, cases, passes)}


def read_dump(dump: str, count: int) -> None:
    """Time articles of a dump, each read once: the first fifty, the rest, all."""
    read = islice((r.article for r in read_inputs([dump]) if r.status == "ok"), count)
    cases = [Case(text=article.text, published=article.published, dates=()) for article in read]
    systems = {"svodka, light": light_tagger(), "natasha DatesExtractor": dates_extractor()}
    total = Counter[str]()
    for title, part in (("first 50", cases[:50]), ("rest", cases[50:])):
        spent = {name: sight for name, (sight, _) in timed(systems, part, 1).items()}
        total.update({name: sight * len(part) for name, sight in spent.items()})
        print_ratio(title, spent)
    print_ratio("all", total)


def print_ratio(title: str, spent: Mapping[str, float]) -> None:
    ours, theirs = spent["svodka, light"], spent["natasha DatesExtractor"]
    print(f"{title}: {theirs / ours:.1f} times as fast as DatesExtractor")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=20)
    parser.add_argument("--passes", type=int, default=3)
    parser.add_argument("--dump", help="A dump whose articles are read once each.")
    arguments = parser.parse_args()
    if arguments.dump:
        read_dump(arguments.dump, 250)
        return
    present = {n: f for n, f in SYSTEMS.items() if n != "dateparser" or importlib.util.find_spec("dateparser")}
    systems = {name: build() for name, build in present.items()}
    sets = {
        "cases": list(table_cases("cases.csv")),
        "second": list(table_cases("cases-second.csv")),
        "gold sentences": list(gold_cases()),
    }
    timings = {"cases": sets["cases"], "articles": list(articles(arguments.articles))}
    times = {title: measure(systems, cases, arguments.passes) for title, cases in timings.items()}
    print("| system | texts | right | agrees | wrong | missed | spurious |\n|---|---|---|---|---|---|---|")
    for title, cases in sets.items():
        for name, find in systems.items():
            counts = sum((score(case, find(case.text, case.published)) for case in cases), Counter())
            cells = [counts[c] for c in ("right", "agrees", "wrong", "missed", "spurious")]
            print(f"| {name} | {title} | " + " | ".join(map(str, cells)) + " |")
    against = "against DatesExtractor"
    print(f"\n| system | texts | ms at first sight | {against} | ms in later passes | {against} |\n" + "|---" * 6 + "|")
    for title, spent in times.items():
        first, later = spent["natasha DatesExtractor"]
        for name, (sight, each) in spent.items():
            cells = [f"{sight:.2f}", f"{first / sight:.1f} times", f"{each:.3f}", f"{later / each:.1f} times"]
            print(f"| {name} | {title} | " + " | ".join(cells) + " |")


if __name__ == "__main__":
    main()

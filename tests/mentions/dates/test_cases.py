"""Tables of sentences with the calendar expressions in them: all that stand there, and nothing else.

`cases.csv` was written with the grammar, `cases-second.csv` by another hand, values first, before the grammar had seen it;
what it still gets wrong there is marked `open`.
"""

import csv
import datetime as dt
from collections import defaultdict
from pathlib import Path

import pytest

from pipeline.assembly import read_articles
from pipeline.language.layout import find_lines
from pipeline.records.article import Article

pytestmark = pytest.mark.model
HERE = Path(__file__).parent


def load_cases(name):
    """Published day and sentence, with each span and its value; none for a sentence without a date."""
    found = defaultdict(list)
    with (HERE / name).open(encoding="utf-8", newline="") as handle:
        for row in csv.DictReader(handle):
            spans = found[row["published"], row["sentence"], bool(row.get("open"))]
            if row["span"]:
                spans.append((row["span"], row["value"]))
    return found


def place(sentence, expected):
    """Start, end and value of each span, one behind the other."""
    at, placed = 0, []
    for span, value in expected:
        start = sentence.index(span, at)
        at = start + len(span)
        placed.append((start, at, value))
    return placed


CASES = {(published, sentence): spans for (published, sentence, _), spans in load_cases("cases.csv").items()}
SECOND = [
    pytest.param(*key, spans, marks=[pytest.mark.xfail(strict=True)] if still_open else [])
    for (*key, still_open), spans in load_cases("cases-second.csv").items()
]


@pytest.fixture(scope="module")
def read(nlp):
    """Dates of a text; the components behind the dates are switched off."""

    def run(text, published):
        day = dt.date.fromisoformat(published) if published else None
        article = Article(text=text, lines=find_lines(text), published=day)
        return next(read_articles(nlp, [article]))._.dates

    wanted = nlp.pipe_names[: nlp.pipe_names.index("svodka_dates") + 1]
    with nlp.select_pipes(enable=wanted):
        yield run


@pytest.mark.parametrize(("published", "sentence"), list(CASES))
def test_sentence(read, published, sentence):
    found = read(sentence, published)
    expected = CASES[published, sentence]
    assert [e.value for e in found] == [value for _, value in expected], [(e.text, e.source) for e in found]
    for expression, (start, end, _) in zip(found, place(sentence, expected), strict=True):
        assert expression.start < end and start < expression.end
        assert expression.text == sentence[expression.start : expression.end]


@pytest.mark.parametrize(("published", "sentence", "expected"), SECOND)
def test_sentence_of_another_hand(read, published, sentence, expected):
    found = [e for e in read(sentence, published) if e.value]
    wanted = place(sentence, expected)
    for start, end, value in wanted:
        assert any(e.start < end and start < e.end and e.value == value for e in found), found
    assert all(any(e.start < end and start < e.end for start, end, _ in wanted) for e in found), found


CONFLICTS = [
    ("Вчера, 19 ноября, прошла встреча.", "2023-11-19"),
    ("Во вторник, 15 ноября, прошла встреча.", "2023-11-15"),
    ("Завтра, в субботу, пройдёт встреча.", "2023-11-25"),
]


@pytest.mark.parametrize(("sentence", "value"), CONFLICTS)
def test_two_cues_that_contradict_are_one_expression_that_says_so(read, sentence, value):
    (expression,) = read(sentence, "2023-11-21")
    assert expression.conflict


@pytest.mark.parametrize(
    "sentence", ["Вчера, 20 ноября, прошла встреча.", "Во вторник, 14 ноября, прошла встреча.", "Завтра, 22-го, сбор."]
)
def test_two_cues_that_agree_have_no_conflict(read, sentence):
    (expression,) = read(sentence, "2023-11-21")
    assert expression.conflict == ""


def test_anchor_tells_how_it_was_resolved(read):
    text = "Мост открыли 4 октября 2019 года. Через два дня его закрыли. Вчера его снова открыли."
    assert [e.anchor for e in read(text, "2023-11-21")] == ["explicit", "document", "published"]
    assert [e.anchor for e in read("Мост открыли 4 октября.", "")] == ["none"]


def test_bounds_are_plain_days(read):
    (expression,) = read("На прошлой неделе мост открыли.", "2023-11-21")
    assert (expression.earliest, expression.latest) == (dt.date(2023, 11, 13), dt.date(2023, 11, 19))

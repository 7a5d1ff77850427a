"""What a notebook shows of records, of a run and of a text: readable, and harmless whatever an article holds."""

import dataclasses
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
import spacy

from pipeline import read, spans_html
from pipeline.language.displayed import render_spans
from pipeline.records.annotations import Argument, Event, Mention
from pipeline.records.tables.events import EventRow
from pipeline.runner.report import RunReport
from pipeline.runner.settings import RunSettings

HOSTILE = "<script>alert(1)</script>\"'&\u202e"
EVENT = Event(
    type="meeting", plover="CONSULT", status="planned", trigger="встреча", trigger_start=0, trigger_end=7, evidence_start=0,
    evidence_end=9, source="s", date="2024-03-11", title="Встреча: Иванов", confidence=0.75,
    arguments=(
        Argument(role="participant", name="Иванов", start=0, end=1, text="И", source="s"),
        Argument(role="participant", name="Петров", start=0, end=1, text="П", source="s"),
        Argument(role="date", name="2024-03-11", start=0, end=1, text="в", source="s"),
    ),
)  # fmt: skip
ROW = EventRow(
    event_id="a-v0-7-meeting", doc_id="a", cluster_id="c", type="meeting", status="denied", participants=("Иванов", "Петров"),
    trigger="встреча", trigger_start=0, trigger_end=7, evidence=HOSTILE, evidence_start=0, evidence_end=9, confidence=0.5,
    source="s", title=HOSTILE,
)  # fmt: skip


class Words(HTMLParser):
    """The words of a piece of HTML, and its tags."""

    def __init__(self, html):
        super().__init__()
        self.words, self.tags = [], []
        self.feed(html)

    def handle_data(self, data):
        self.words += [data.strip()] if data.strip() else []

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)


def test_an_event_shows_what_it_holds():
    assert Words(EVENT._repr_html_()).words == [
        "Встреча: Иванов", "planned", "trigger", "встреча", "date", "2024-03-11", "participant", "Иванов; Петров",
        "confidence", "0.75",
    ]  # fmt: skip


def test_a_hostile_row_is_text():
    shown = Words(ROW._repr_html_())
    assert shown.words.count(HOSTILE) == 2  # as title and as evidence
    assert set(shown.tags) == {"div", "b", "span", "table", "tr", "th", "td"}


def test_a_run_shows_its_summary():
    report = RunReport(
        settings=RunSettings(inputs=("a",), out=Path("tables")), version="1", schema_version="1", models="m", reader="r",
        articles_read=3, statuses={"ok": 2, "empty": 1}, rejected=1, rows={"events": 7}, seconds={"total": 1.5},
    )  # fmt: skip
    words = Words(report._repr_html_()).words
    assert words[:7] == ["svodka 1", "articles read", "3", "written", "2", "rejected", "1"]
    assert words[7:] == ["rows of events", "7", "seconds", "1.5", "tables", "tables"]


@pytest.mark.parametrize("nested", [True, False])
def test_displacy_marks_mentions_and_escapes_the_text(nested):
    doc = spacy.blank("ru")(f"Глава МИД приехал {HOSTILE}")
    outer = Mention(start=0, end=9, text="Глава МИД", type="profession", source="t")
    inner = dataclasses.replace(outer, start=6, text="МИД", type="organization")
    shown = Words(render_spans(doc, (outer, inner), nested=nested, page=False))
    assert [label for label in shown.words if label in {"profession", "organization"}] == (
        ["profession", "organization"] if nested else ["profession"]
    )
    assert "script" not in shown.tags
    assert "alert(1)" in " ".join(shown.words)


@pytest.mark.model
def test_the_example_of_the_page_runs():
    page = (Path(__file__).parents[1] / "docs" / "report.md").read_text(encoding="utf-8")
    (code,) = re.findall(r"^```python\n(.*?)^```", page, flags=re.DOTALL | re.MULTILINE)
    names = {"HTML": str}  # a notebook's own, which needs no test
    exec("\n".join(line for line in code.splitlines() if "IPython" not in line), names)
    event = names["tables"](names["doc"])["events"][0]
    assert "Гродно" in Words(event._repr_html_()).words


@pytest.mark.model
def test_a_text_that_was_read_is_drawn():
    html = spans_html(read("Вчера в Гродно прошла встреча министров.", published="2023-11-21"), page=True)
    assert html.startswith("<!DOCTYPE html>")
    assert {"Гродно", "city"} <= set(Words(html).words)

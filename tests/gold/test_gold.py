"""The annotated articles are well formed: whoever edits one learns here what is wrong with it."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
import yaml

from pipeline.evaluation.gold import GoldArticle, load_articles, load_date_sentences
from pipeline.records.tables.events import STATUSES
from pipeline.resources import models_dir
from tests.gold.checks import RULES, Rule

FOLDER = Path(__file__).parent
OWN = FOLDER.with_name("gold-own")
SECOND = FOLDER.with_name("gold-second")
FOLDERS = (
    FOLDER, FOLDER.with_name("gold-fresh"), OWN / "dev", OWN / "test", SECOND / "dev", SECOND / "fresh", SECOND / "test",
)  # fmt: skip
ARTICLES = {article.id: article for folder in FOLDERS for article in load_articles(folder)}
EDTF_PART = r"(?:-?\d{4}|\d{3}X|\d\dXX|XXXX)(?:-(?:\d\d|W\d\d)(?:-\d\d)?)?(?:T\d\d:\d\d)?[~?%]?"
EDTF = re.compile(rf"(?:\.\.|{EDTF_PART})(?:/(?:\.\.|{EDTF_PART}))?")


@pytest.fixture(params=ARTICLES.values(), ids=ARTICLES)
def article(request: pytest.FixtureRequest) -> GoldArticle:
    return request.param


@cache
def event_types() -> frozenset[str]:
    ontology = yaml.safe_load((models_dir() / "ontology.yaml").read_text(encoding="utf-8"))
    return frozenset(ontology["types"])


def named(article: GoldArticle) -> set[str]:
    return {e.name for e in article.entities}


def test_the_file_is_called_like_its_article():
    files = [path for folder in FOLDERS for path in (folder / "articles").glob("*.json")]
    assert sorted(path.stem for path in files) == sorted(ARTICLES)


def test_spans_fit_the_text_and_hold_no_outer_blanks(article: GoldArticle):
    spans = [s for e in article.entities for s in e.mentions]
    spans += [(d.start, d.end) for d in article.dates] + [e.trigger for e in article.events]
    for start, end in spans:
        words = article.text[start:end]
        assert 0 <= start < end <= len(article.text)
        assert words == words.strip() and "\n" not in words


def test_every_entity_is_a_known_type_and_is_named_somewhere(article: GoldArticle):
    assert {e.type for e in article.entities} <= {"person", "organization", "location"}
    assert all(e.mentions for e in article.entities)
    assert len(named(article)) == len(article.entities)


def test_types_and_statuses_are_known(article: GoldArticle):
    assert {t for e in article.events for t in (e.type, *e.type_also)} <= event_types()
    assert {e.status for e in article.events} <= set(STATUSES)


def test_whoever_takes_part_speaks_or_holds_a_post_is_an_entity(article: GoldArticle):
    taking_part = {p for e in article.events for p in (*e.participants, *e.participants_also)}
    places = {p for e in article.events for p in (e.place, *e.place_also) if p}
    holders = {p for x in article.positions for p in (x.person, x.organization) if p}
    speakers = {q.speaker for q in article.quotes if q.speaker}
    assert taking_part | places | holders | speakers <= named(article)


def test_dates_are_edtf(article: GoldArticle):
    values = [v for d in article.dates for v in d.values] + [v for e in article.events for v in e.date if v]
    assert [v for v in values if not EDTF.fullmatch(v)] == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_no_rule_finds_a_fault(article: GoldArticle, rule: Rule):
    assert list(rule(article)) == []


def test_quotes_begin_as_the_text_says(article: GoldArticle):
    assert [q.starts for q in article.quotes if q.starts not in article.text] == []


def test_date_sentences_hold_their_expression():
    for sentence in load_date_sentences(FOLDER / "dates.jsonl"):
        assert sentence.span is None or sentence.text.count(sentence.span) == 1
        assert all(EDTF.fullmatch(value) for value in sentence.values)

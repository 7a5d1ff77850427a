"""Fixtures of the tests of events."""

from dataclasses import replace

import pytest

from pipeline.assembly import read_articles
from pipeline.events import grounding
from pipeline.events.arguments.reading import read_article
from pipeline.events.assembly import find_tellings
from pipeline.events.candidates import find_candidates
from pipeline.events.ontology_files import default_ontology
from pipeline.events.passing import rules
from pipeline.events.status import status_of
from pipeline.events.triggers import weigh
from pipeline.events.triggers.hearing import QUICK
from pipeline.language.layout import find_lines
from pipeline.records.article import Article


@pytest.fixture
def told(nlp):
    """Reads a text up to the quotes: the article, the tellings that rules and slots make of it."""
    later = nlp.pipe_names[nlp.pipe_names.index("svodka_quotes") + 1 :]

    def told(text, published=None):
        with nlp.select_pipes(disable=later):
            doc = next(read_articles(nlp, [Article(text=text, lines=find_lines(text), published=published)]))
        candidates = find_candidates(doc, default_ontology())
        reading = read_article(doc)
        return reading, find_tellings(reading, candidates, [status_of(doc, c) for c in candidates], default_ontology())

    return told


@pytest.fixture
def unsure(monkeypatch):
    """Networks that are sure of no trigger, so that the rules alone decide what is told with enough to be a record."""
    for module in (grounding, rules, weigh):
        monkeypatch.setattr(module, "hearing", lambda doc: replace(QUICK, certain=2.0, told=2.0, struck=(0.6, 2.0)))

"""What the factuality network changes: the status of a happening, where no rule of status knows the word that decides."""

import pytest

from pipeline.assembly import read_articles
from pipeline.events.arguments.reading import read_article
from pipeline.events.assembly import find_tellings
from pipeline.events.candidates import find_candidates
from pipeline.events.factuality.features import telling_categories
from pipeline.events.factuality.weigh import judge_status
from pipeline.events.ontology import default_ontology
from pipeline.events.status import status_of
from pipeline.language.layout import find_lines
from pipeline.records.article import Article

pytestmark = pytest.mark.model


@pytest.fixture
def told(nlp):
    """Reads a text up to the reader: the article, the tellings with the status that the rules give them."""
    later = nlp.pipe_names[nlp.pipe_names.index("svodka_reader") + 1 :]

    def told(text):
        with nlp.select_pipes(disable=later):
            doc = next(read_articles(nlp, [Article(text=text, lines=find_lines(text))]))
        candidates = find_candidates(doc, default_ontology())
        judged = [status_of(doc, candidate) for candidate in candidates]
        return doc, find_tellings(read_article(doc), candidates, judged, default_ontology())

    return told


def test_what_is_said_of_a_telling(told):
    doc, tellings = told("Иван Орлов не исключает, что встреча с Анной Зиминой пройдёт в мае.")
    [said] = telling_categories(doc, [t for t in tellings if t.candidate.type == "meeting"], default_ontology())
    assert {"happens=meeting", "above0=встреча", "above1=пройти", "above2=исключать", "modified2=не", "last=."} <= set(
        said
    )


def test_an_article_that_the_reader_has_not_read_keeps_what_the_rules_say(told):
    doc, tellings = told("Иван Орлов посетил Тверь.")
    doc._.reading = doc._.reading.without_states()
    assert judge_status(doc, tellings, default_ontology()) == tellings


def test_the_network_overrules_a_rule_and_leaves_its_name(told):
    doc, tellings = told("Стороны близки к подписанию договора между Минском и Тверью.")
    [before] = [(t.status, t.rule) for t in tellings if t.candidate.type == "agreement"]
    [after] = [t for t in judge_status(doc, tellings, default_ontology()) if t.candidate.type == "agreement"]
    assert before == ("occurred", "nominal")
    assert (after.status, after.rule, after.cue) == ("planned", "learned/nominal", None)


def test_a_denial_is_never_overruled(told):
    doc, tellings = told("Переговоры Орлова с Зиминой в Минске так и не начались.")
    assert [t.status for t in judge_status(doc, tellings, default_ontology())] == ["denied"]

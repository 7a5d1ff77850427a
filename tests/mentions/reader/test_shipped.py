"""The shipped reader on sentences, and its figures where the corpus lies beside the checkout."""

from pathlib import Path

import pytest

from pipeline import read
from pipeline.evaluation.reader_scores import score_reader
from pipeline.resources import models_dir, reader_name

NEREL_DEV = Path(__file__).parents[4] / "shared" / "data" / "nerel" / "dev"
FLOORS = {"mentions": 0.82, "events": 0.645, "relations": 0.46, "arguments": 0.435}
TEXT = (
    "Министр обороны Казахстана Марат Дюсенов 12 мая 2023 года провёл в Астане переговоры с послом Армении. "
    "На учения выделили 2,5 млн рублей, сообщила 34-летняя пресс-секретарь министерства Анна Громова."
)

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def doc():
    return read(TEXT)


def test_mentions_nest_and_have_values(doc):
    found = {(m.text, m.type): m for m in doc._.mentions}
    assert ("Министр обороны Казахстана", "profession") in found
    assert ("Казахстана", "country") in found
    assert ("переговоры", "event") in found
    assert found["2,5 млн рублей", "money"].value == "RUB 2500000"
    assert found["34-летняя", "age"].value == "34"
    assert found["переговоры", "event"].source == reader_name()
    assert all(0 < m.confidence <= 1 for m in doc._.mentions)


def test_relations_join_mentions(doc):
    text = doc.text
    links = {(r.type, text[slice(*r.head[:2])], text[slice(*r.tail[:2])]) for r in doc._.relations}
    assert ("WORKS_AS", "Марат Дюсенов", "Министр обороны Казахстана") in links
    assert ("TAKES_PLACE_IN", "переговоры", "Астане") in links
    keys = {m.key for m in doc._.mentions}
    assert all(r.head in keys and r.tail in keys for r in doc._.relations)


def test_spacy_gets_the_spans_with_scores(doc):
    group = doc.spans["reader"]
    assert len(group) == len(group.attrs["scores"]) == len(doc._.reading.spans)
    assert "profession" in {span.label_ for span in group}


def test_an_empty_text_has_no_reading():
    assert read("")._.reading.spans == ()


def test_the_reader_is_small():
    assert sum(path.stat().st_size for path in (models_dir() / "reader").iterdir()) < 25_000_000


@pytest.mark.shared
@pytest.mark.skipif(not NEREL_DEV.is_dir(), reason="NEREL is not beside the checkout")
def test_the_reader_keeps_its_floors_on_nerel():
    evaluation = score_reader(NEREL_DEV)
    assert {name: value for name, value in evaluation.figures().items() if value < FLOORS[name]} == {}
    assert max(evaluation.calibration_errors().values()) < 0.05

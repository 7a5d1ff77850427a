"""spaCy's `.spacy` files as annotated texts."""

import pytest
import spacy
from spacy.tokens import DocBin, Span

from pipeline.errors import InputError
from pipeline.training.docbin import read_corpus


@pytest.fixture
def doc():
    return spacy.blank("ru")("Глава банка дал интервью.")


def written(doc, tmp_path):
    DocBin(docs=[doc]).to_disk(tmp_path / "train.spacy")
    return read_corpus(tmp_path / "train.spacy")


def test_span_groups_may_nest(doc, tmp_path):
    doc.spans["sc"] = [Span(doc, 0, 2, label="PROFESSION"), Span(doc, 1, 2, label="ORGANIZATION")]
    (text,) = written(doc, tmp_path)
    assert text.text == "Глава банка дал интервью."
    assert text.mentions == {(0, 11, "profession"), (6, 11, "organization")}


def test_named_entities_count_where_there_is_no_group(doc, tmp_path):
    doc.ents = [Span(doc, 3, 4, label="EVENT")]
    (text,) = written(doc, tmp_path)
    assert text.mentions == {(16, 24, "event")}


def test_a_folder_is_read_as_brat(brat):
    assert len(read_corpus(brat)) == 6


def test_what_is_no_docbin_is_named(tmp_path):
    (tmp_path / "bad.spacy").write_bytes(b"no")
    with pytest.raises(InputError, match=r"bad\.spacy is not a file"):
        read_corpus(tmp_path / "bad.spacy")
    with pytest.raises(InputError, match="DocBin"):
        read_corpus(tmp_path / "none.spacy")

"""A careful reading: the encoder reads as well, its opinion joins that of the small networks, the rest is as ever."""

import numpy as np
import pytest

from pipeline.assembly import AnnotatorLoader
from pipeline.errors import ResourceError
from pipeline.events.encoder.committee import WEIGHT, joint_opinion
from pipeline.events.encoder.model import EventEncoder, shipped_encoder
from pipeline.language.layout import find_lines
from pipeline.records.article import Article

TEXT = (
    "МИНСК, 20 ноября. Генеральный секретарь ОДКБ Имангали Тасмагамбетов встретился с Александром Лукашенко.\n"
    "В четверг Лукашенко посетит Москву."
)
ARTICLE = Article(text=TEXT, lines=find_lines(TEXT))


@pytest.fixture(scope="module")
def careful():
    return AnnotatorLoader(careful=True)()


@pytest.mark.model
def test_events_are_found_and_stand_in_the_text(careful):
    found = {event.type: event for event in careful(ARTICLE).events}
    assert {"meeting", "visit"} <= found.keys()
    assert TEXT[found["meeting"].trigger_start : found["meeting"].trigger_end] == "встретился"
    assert {a.name for a in found["meeting"].arguments} >= {"Имангали Тасмагамбетов", "Александр Лукашенко"}
    assert found["visit"].status == "planned"


@pytest.mark.model
def test_the_same_article_gives_the_same_whatever_was_read_before(careful):
    first = careful(ARTICLE)
    longer = TEXT + "\nВ пятницу стороны подпишут договор."
    careful(Article(text=longer, lines=find_lines(longer)))
    assert careful(ARTICLE) == first


@pytest.mark.model
def test_every_word_has_a_state(nlp):
    with nlp.select_pipes(disable=[name for name in nlp.pipe_names if name == "svodka_arbitration"]):
        doc = nlp(TEXT)
    states = shipped_encoder().read(doc)
    assert states.shape[0] == len(doc)
    assert all(states[token.i].any() != token.is_space for token in doc)


@pytest.mark.model
def test_without_states_the_small_networks_are_alone(nlp):
    doc = nlp(TEXT)
    small = np.array([[0.25, 0.75]], dtype=np.float32)
    assert joint_opinion(doc, "triggers", [[0]], [["pos=VERB"]], small) is small
    assert 0 < WEIGHT < 1


@pytest.mark.model
def test_of_rows_that_the_small_networks_do_not_know_the_encoder_alone_judges(nlp):
    doc = nlp(TEXT)
    doc._.event_states = shipped_encoder().read(doc)
    small = np.eye(4, dtype=np.float32)[[0, 0]]
    known, unknown = joint_opinion(doc, "linking", [[6, 6], [8, 8]], [[], []], small, unknown=[1])
    alone = joint_opinion(doc, "linking", [[6, 6], [8, 8]], [[], []], small, unknown=[0, 1])
    assert known == pytest.approx((1 - WEIGHT) * small[0] + WEIGHT * alone[0])
    assert unknown == pytest.approx(alone[1])


def test_a_folder_without_an_encoder_is_told(tmp_path):
    with pytest.raises(ResourceError, match="no event encoder"):
        EventEncoder(tmp_path)

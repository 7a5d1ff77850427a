"""The trigger network beside the lexicon: what it adds, whom it lets stand, and when it is not asked."""

from dataclasses import replace

import numpy as np
import pytest
import spacy

from pipeline.assembly import read_articles
from pipeline.errors import ResourceError
from pipeline.events.candidates import find_candidates, find_matches, line_roles
from pipeline.events.ontology_files import default_ontology, extend_ontology
from pipeline.events.triggers import weigh
from pipeline.events.triggers.features import categories, content_words
from pipeline.events.triggers.hearing import CAREFUL, QUICK
from pipeline.events.triggers.model import shipped_triggers
from pipeline.events.triggers.surroundings import Surroundings
from pipeline.events.triggers.weigh import Opinions, opinions_on
from pipeline.language.extensions import register_extensions
from pipeline.language.layout import find_lines
from pipeline.language.networks import Networks
from pipeline.records.article import Article
from pipeline.user_files import user_file


@pytest.fixture
def read(nlp):
    """Reads a text up to the quotes: what the network sees is gone behind the events."""
    later = nlp.pipe_names[nlp.pipe_names.index("svodka_quotes") + 1 :]

    def read(text):
        with nlp.select_pipes(disable=later):
            return next(read_articles(nlp, [Article(text=text, lines=find_lines(text))]))

    return read


def opinions(*rows):
    return Opinions(
        shares=np.array(rows, dtype=np.float32), words={3: 0, 7: 1}, types={"visit": 0, "meeting": 1}
    )  # fmt: skip


def test_a_word_is_added_by_its_type_from_a_certain_probability_on():
    found = opinions([0.1, 0.7], [0.35, 0.1])
    assert list(found.added(taken=())) == [(3, "meeting")]
    assert not list(found.added(taken={3}))


def test_a_word_is_one_event_whatever_else_it_may_be():
    found = replace(opinions([0.4, 0.45], [0.1, 0.1]), heard=CAREFUL)
    assert list(found.added(taken=())) == [(3, "meeting")]


def test_a_word_is_struck_out_where_it_most_likely_names_nothing():
    found = opinions([0.1, 0.7], [0.27, 0.1])
    assert not found.strikes_out([3])
    assert found.strikes_out([7])
    assert not found.strikes_out([4]), "nobody was asked about it"
    assert not found.strikes_out([7, 4]), "of several words the lexicon is surer"


def test_a_trigger_of_several_words_stands_if_one_of_them_names_an_event():
    """«[подал] в [отставку]»: the networks hold the noun for it, whichever word the entry begins with."""
    found = opinions([0.1, 0.7], [0.0, 0.05])
    assert found.strikes_out([7])
    assert not found.strikes_out([7, 3])
    assert found.share("meeting", 7, 3) == 0.7


def test_a_word_is_added_only_if_it_names_an_event_at_all():
    found = replace(opinions([0.0, 0.35], [0.15, 0.35]), heard=CAREFUL)
    assert list(found.added(taken=())) == [(7, "meeting")]


def test_the_encoder_may_choose_another_type_than_the_lexicon():
    found = replace(opinions([0.1, 0.7], [0.35, 0.55]), heard=CAREFUL)
    assert found.better_type(3, "visit", words=1) == "meeting"
    assert found.better_type(3, "meeting", words=1) is None
    assert found.better_type(7, "visit", words=1) == "meeting"
    assert found.better_type(7, "visit", words=2) is None, "several words say it more clearly"
    assert found.better_type(4, "visit", words=1) is None, "nobody was asked about it"
    assert replace(found, heard=QUICK).better_type(3, "visit", words=1) is None, "the small networks may not"


def test_the_share_of_a_type():
    found = opinions([0.1, 0.7], [0.55, 0.1])
    assert found.share("visit", 7) == 0.55
    assert found.share("verdict of a user", 7) == found.share("visit", 4) == 0.0


def test_an_article_that_the_reader_has_not_read_has_no_opinions():
    register_extensions()
    doc = spacy.blank("ru")("Мэр посетил завод.")
    found = opinions_on(doc, [True] * len(doc), {}, default_ontology())
    assert not found.words
    assert found.share("visit", 1) == 0.0
    assert not list(found.added(taken=()))


@pytest.mark.model
def test_what_is_said_of_a_word(read):
    doc = read("Министр посетил завод.")
    said = set(categories(doc[1], default_ontology()))
    assert {"pos=VERB", "dep=root", "over=ROOT", "under=nsubj", "under=obj", "Tense=Past", "type=visit"} <= said
    assert [w.text for w in content_words(doc, line_roles(doc))] == ["Министр", "посетил", "завод"]


@pytest.mark.model
def test_the_network_is_more_certain_of_the_event_than_of_the_rest(read):
    doc = read("Вчера в Перми открылась выставка картин.")
    entries = {match.head: match.entry for match in find_matches(doc, line_roles(doc), default_ontology())}
    found = opinions_on(doc, line_roles(doc), entries, default_ontology())
    best = max(found.words, key=lambda token: found.share("culture", token))
    assert doc[best].text in {"открылась", "выставка"}
    assert found.share("culture", best) > QUICK.added > found.share("culture", 2)


@pytest.mark.model
def test_what_stands_around_a_word(read):
    doc = read("Вчера министр Иван Орлов посетил Тверь. «Кто посетил завод?» — спросила Анна Зимина.")
    first, second = (t for t in doc if t.text == "посетил")
    around = Surroundings(doc)
    assert {"sentence=0", "names=2", "dates=1"} <= set(around.categories(first))
    assert {"sentence=1", "speech=direct"} <= set(around.categories(second))


@pytest.mark.model
def test_only_what_a_user_lists_is_never_struck_out(read, monkeypatch, tmp_path):
    monkeypatch.setattr(weigh, "hearing", lambda doc: replace(QUICK, struck=(0.0, 0.0), added=2.0))
    doc = read("Анна Зимина посетила завод и полила цветы.")
    assert not find_candidates(doc, default_ontology())
    path = tmp_path / "my.yaml"
    path.write_text("types:\n  other:\n    verbs:\n      - полить\n", encoding="utf-8")
    own = extend_ontology(default_ontology(), (user_file(path),))
    assert [c.type for c in find_candidates(doc, own)] == ["other"]


@pytest.mark.model
def test_the_states_are_let_go_once_they_are_used(nlp):
    article = Article(text="Министр посетил завод.", lines=find_lines("Министр посетил завод."))
    assert not next(read_articles(nlp, [article]))._.reading.states


@pytest.mark.model
def test_probabilities_are_shares_of_one():
    model = shipped_triggers()
    numbers = np.zeros((3, model.inputs - len(model.known)), dtype=np.float32)
    shares = model.probabilities(numbers, [(), ("pos=VERB",), ("unheard=of",)])
    assert shares.shape == (3, len(model.config.answers) + 1)
    assert np.allclose(shares.sum(axis=1), 1, atol=1e-5)


def test_a_folder_without_a_network_is_refused(tmp_path):
    with pytest.raises(ResourceError, match="svodka train-events"):
        Networks(tmp_path, written_by="svodka train-events")


@pytest.mark.model
def test_a_trigger_stands_at_the_noun_that_the_networks_hold_for_the_event(read, monkeypatch):
    doc = read("Выступая 27 ноября на ежегодной конференции, Иван Орлов поддержал реформу.")
    assert "конференции" in {doc.text[c.start : c.end] for c in find_candidates(doc, default_ontology())}
    monkeypatch.setattr(weigh, "hearing", lambda doc: replace(QUICK, told=2.0))
    assert "конференции" not in {doc.text[c.start : c.end] for c in find_candidates(doc, default_ontology())}


@pytest.mark.model
def test_a_noun_that_is_a_trigger_already_keeps_its_own_entry(read, tmp_path):
    path = tmp_path / "my.yaml"
    path.write_text(
        "types:\n  mine:\n    label: моё\n    plover: CONSULT\n    nouns:\n      - саммит\n", encoding="utf-8"
    )
    doc = read("На саммите в Минске вчера выступил Иван Орлов.")
    own = extend_ontology(default_ontology(), (user_file(path),))
    assert "mine" in {c.type for c in find_candidates(doc, own)}

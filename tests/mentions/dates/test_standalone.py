"""The tagger without networks answers the same table of cases."""

import datetime as dt
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.assembly import build_date_tagger
from pipeline.language.doc_words import DocTokens
from pipeline.language.splitting import Splitter
from pipeline.mentions.dates.find import find_dates
from pipeline.mentions.dates.lexicon import load_lexicon

from .build import doc_like
from .test_cases import CASES

SAMPLES = Path(__file__).parents[3] / "data" / "raw"
ARTICLES = Path(__file__).parents[2] / "gold" / "articles"


@pytest.fixture(scope="module")
def tag():
    return build_date_tagger()


def test_at_least_99_of_100_sentences_are_right(tag):
    wrong = [key for key in CASES if values(tag, *key) != [value for _, value in CASES[key]]]
    assert len(wrong) <= len(CASES) / 100, wrong


def values(tag, published, sentence):
    return [e.value for e in tag(sentence, dt.date.fromisoformat(published) if published else None)]


def test_plain_words_and_a_doc_with_their_tags_give_the_same_dates():
    split = Splitter()
    articles = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(ARTICLES.glob("*.json"))]
    texts = [*CASES, *((article["published"], article["text"]) for article in articles)]
    assert len(texts) > 400
    for published, text in texts:
        day = dt.date.fromisoformat(published) if published else None
        tokens = split(text)
        assert list(find_dates(DocTokens(doc_like(tokens)), day)) == list(find_dates(tokens, day)), text


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet=st.sampled_from("вчера 20 ноября2023годуНовый.,:—-/!?…»\n\u00a0ё"), max_size=60))
def test_plain_words_and_a_doc_give_the_same_dates_of_any_text(text):
    tokens = Splitter()(text)
    day = dt.date(2023, 11, 21)
    assert list(find_dates(DocTokens(doc_like(tokens)), day)) == list(find_dates(tokens, day))


def test_the_first_word_of_a_sentence_is_known_in_lower_case(tag):
    assert values(tag, "2023-11-21", "На пятницу прогнозировали дождь.") == ["2023-11-24"]
    assert values(tag, "2023-11-21", "Доклад будет распространён 17 февраля.") == ["2024-02-17"]


def test_a_plan_dates_no_day_that_was_in_an_article_without_its_date(tag):
    text = (SAMPLES / "rektor.txt").read_text(encoding="utf-8")
    found = ["", "XXXX-08-28", "2009/..", "XXXX-06-30", "2027-09-01", "2015/2025", "2022"]
    assert [e.value for e in tag(text)] == found


def test_every_word_of_the_calendar_is_looked_up():
    lexicon, split = load_lexicon(), Splitter()
    words = {word for _, sentence in CASES for word in split(sentence).words}
    known = {*lexicon.lemmas, *lexicon.cardinals, *lexicon.ordinals, *lexicon.openers}
    calendar = [word for word in words if word.lemma in known]
    assert len(calendar) > 200
    assert [word.form for word in calendar if not lexicon.may_know(word.lower)] == []
    assert sum(lexicon.may_know(word.lower) for word in words) < len(words) / 2

"""The Doc holds the text to the last character; sentences respect the page."""

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from pipeline.language.layout import find_lines
from pipeline.language.segmentation import MAX_TOKENS, split_sentences
from pipeline.language.tokenizer import ArticleTokenizer

TOKENIZER = ArticleTokenizer(spacy.blank("ru").vocab)
PAGE = st.text(alphabet=st.sampled_from("Аб яЁ.,!?«»—-–()\n\t\u00a0\r 12:;\u2028…"), max_size=200)

# `|` stands where a sentence ends and the next begins.
SENTENCES = [
    "Послы прибыли в Ереван. |Встреча начнётся в 10.00.",
    "Об этом сообщил А. В. Петров. |Он добавил: «Всё готово».",
    "В работе участвовали 5 тыс. чел. из 12 стран.",
    "Форум открыт\n\n|21.11.2023\n\n|Гости прибыли вчера",
    "Министр приехал в\nстолицу утром. |Его встретил посол.",
    "Заголовок без точки\n|Первое предложение статьи.",
    "- Мы готовы, - сказал он. |- Работа идёт.",
]


@pytest.mark.parametrize("marked", SENTENCES)
def test_sentences_end_where_a_reader_would_end_them(marked):
    doc = TOKENIZER(marked.replace("|", ""))
    assert "|".join(sentence.text_with_ws for sentence in doc.sents) == marked


@given(PAGE)
def test_the_text_is_kept_to_the_last_character(text):
    doc = TOKENIZER(text)
    assert doc.text == text
    assert all(text[token.idx : token.idx + len(token)] == token.text for token in doc)


@given(PAGE)
def test_no_sentence_runs_over_a_blank_line(text):
    for sentence in split_sentences(text, find_lines(text)):
        between = text[sentence.tokens[0][0] : sentence.tokens[-1][1]]
        assert "\n\n" not in between


def test_an_endless_sentence_is_cut():
    text = "участник, " * 5 * MAX_TOKENS
    lengths = [len(sentence.tokens) for sentence in split_sentences(text, find_lines(text))]
    assert max(lengths) <= MAX_TOKENS
    assert sum(lengths) == 10 * MAX_TOKENS


def test_an_empty_text_has_no_tokens():
    assert len(TOKENIZER("")) == 0

"""The lexicon of speech: shipped words, and errors that say where to mend."""

import pytest

from pipeline.errors import ResourceError
from pipeline.mentions.quotes.lexicon import quote_lexicon, read_lexicon


@pytest.mark.parametrize("lemma", ["сказать", "подчеркнуть", "посетовать", "уверенный", "отшутиться", "недовольный"])
def test_words_of_speech(lemma):
    assert quote_lexicon().tells_speech(lemma)


@pytest.mark.parametrize("lemma", ["купить", "построить", "заря"])
def test_words_that_tell_no_speech(lemma):
    assert not quote_lexicon().tells_speech(lemma)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("speech: [сказать]\n", "missing"),
        ("speech: [сказать]\npredicates: []\naccording: []\nreport: []\nreadings: []\nverbs: []\n", "verbs"),
        ("speech: сказать\npredicates: []\naccording: []\nreport: []\nreadings: []\n", "speech must be a list"),
        ("speech: []\npredicates: []\naccording: [{words: [по]}]\nreport: []\nreadings: []\n", "words and case"),
    ],
)
def test_a_wrong_file_is_refused(tmp_path, content, message):
    path = tmp_path / "quotes.yaml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(ResourceError, match=message):
        read_lexicon(path)

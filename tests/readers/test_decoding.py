"""Bytes in the encodings of Russian texts give the text again, and the name of the encoding."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.errors import InputError
from pipeline.readers.decoding import decode, plausibility

TEXT = "Вчера, 4 марта, в Гродно прошла встреча министров иностранных дел — «без галстуков»."
PLAIN = "Вчера в Гродно прошла встреча министров иностранных дел. Участники обсудили поставки зерна."


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT.encode("utf-8"), "utf-8"),
        (codecs.BOM_UTF8 + TEXT.encode("utf-8"), "utf-8-sig"),
        (TEXT.encode("utf-16"), "utf-16"),
        (TEXT.encode("utf-16-le"), "utf-16-le"),
        (TEXT.encode("utf-16-be"), "utf-16-be"),
        (TEXT.encode("cp1251"), "cp1251"),
    ],
)
def test_the_encoding_is_named_and_gives_the_text(data, encoding):
    decoded = decode(data)
    assert (decoded.text, decoded.encoding) == (TEXT, encoding)
    assert data.decode(decoded.encoding) == decoded.text


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r", "cp866", "iso8859-5", "mac-cyrillic"])
def test_single_byte_encodings_are_told_apart(encoding):
    assert decode(PLAIN.encode(encoding)).text == PLAIN


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r", "cp866"])
@pytest.mark.parametrize("text", ["Вчера Вчера в в зерна. зерна. зерна. зерна.", "ВСТРЕЧА МИНИСТРОВ ПРОШЛА В ГРОДНО"])
def test_case_tells_koi8_from_windows_even_in_few_words(text, encoding):
    assert decode(text.encode(encoding)).text == text


@pytest.mark.parametrize("text", ["", "1", "ok", "Да", "No 5\n"])
def test_short_texts_in_utf8_stay_what_they_are(text):
    assert decode(text.encode()).text == text


def test_western_text_is_read_so_that_it_can_be_called_foreign():
    text = "The president met the prime minister at the café on Tuesday and both were said to be pleased."
    assert decode(text.encode("cp1252")).text == text


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4, b"\xff" * 50, TEXT.encode() + b"\xff"])
def test_what_is_no_text_is_refused_with_advice(data):
    with pytest.raises(InputError, match="UTF-8"):
        decode(data)


def test_line_ends_and_no_break_spaces_are_kept():
    text = "Заголовок\r\n\r\nТекст с\u00a0неразрывным пробелом.\r\n"
    assert decode(text.encode()).text == text


@given(st.text(st.characters(exclude_categories=["Cs"])).filter(lambda t: not t.startswith(("\ufeff", "\ufffe"))))
def test_any_text_comes_back_from_utf8(text):
    if "\x00" not in text and "\x04" not in text:
        assert decode(text.encode()).text == text


SENTENCES = st.lists(st.sampled_from(PLAIN.split()), min_size=8, max_size=60).filter(lambda words: len({*words}) > 3)


@given(SENTENCES, st.sampled_from(["cp1251", "koi8-r", "cp866"]))
def test_russian_words_come_back_from_single_bytes(words, encoding):
    text = " ".join(words)
    assert decode(text.encode(encoding)).text == text


def test_a_wrong_decoding_looks_wrong():
    assert plausibility(PLAIN) > 0.65
    assert plausibility(PLAIN.encode("koi8-r").decode("cp1251")) < 0.3
    assert plausibility(PLAIN.encode("utf-8").decode("cp1251", "replace")) < 0.3

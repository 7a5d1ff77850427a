"""Text that was decoded wrongly and saved so comes back; text that is right stays what it is."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.readers.read import read_inputs
from pipeline.readers.repair import MISREADINGS, Misreading, repair

TEXT = "Вчера, 4 марта, в Гродно прошла встреча министров иностранных дел. И Иван Рысь пришёл."


def misread(text, each):
    """As browsers decode: a byte that the encoding leaves undefined stands for itself."""
    decoded = ""
    for byte in text.encode(each.written):
        try:
            decoded += bytes([byte]).decode(each.read_as)
        except UnicodeDecodeError:
            decoded += chr(byte)
    return decoded


@pytest.mark.parametrize("each", MISREADINGS, ids=str)
def test_every_misreading_is_undone(each):
    found = repair(misread(TEXT, each))
    assert found.text == TEXT
    assert found.misreading.written == each.written


@pytest.mark.parametrize(
    ("damaged", "written", "read_as"),
    [
        ("РџСЂРёРІРµС‚ РёР· РњРёРЅСЃРєР°", "utf-8", "cp1251"),
        ("Ïðèâåò èç Ìèíñêà", "cp1251", "cp1252"),
    ],
)
def test_examples_from_life(damaged, written, read_as):
    found = repair(damaged)
    assert (found.text, found.misreading) == ("Привет из Минска", Misreading(written=written, read_as=read_as))


def test_russian_letters_need_more_to_be_called_wrong():
    damaged = misread(TEXT, Misreading(written="koi8-r", read_as="cp1251"))
    assert repair(damaged).text == TEXT
    assert repair(damaged[:30]) is None


def test_letters_that_the_first_decoding_lost_come_back():
    damaged = TEXT.encode().decode("cp1251", "replace").replace("\xa0", " ")
    assert "\ufffd" in damaged
    assert repair(damaged).text == TEXT


def test_a_damaged_paragraph_among_sound_ones():
    damaged = misread(TEXT, Misreading(written="utf-8", read_as="cp1251"))
    short = misread("Брест", Misreading(written="utf-8", read_as="cp1251"))
    assert repair(f"{TEXT}\n{damaged}\n{short}\r\n{TEXT}").text == f"{TEXT}\n{TEXT}\nБрест\r\n{TEXT}"


@pytest.mark.parametrize(
    "text",
    [
        TEXT,
        "",
        "МИНСК, БРЕСТ, ГРОДНО: РАСПИСАНИЕ ПОЕЗДОВ",
        "Учора в Мінську відбулася зустріч міністрів закордонних справ.",
        "Тышкы иштер министрлеринин жолугушуусу өттү.",
        "Die Außenminister trafen sich am Montag in Köln; schöne Grüße für müde Gäste.",
        "外交部长星期一在明斯克举行了会谈讨论了粮食供应的问题以及其他问题",
        "Συνάντηση υπουργών στο Μινσκ, συζητήθηκαν οι προμήθειες σιτηρών.",
        "-ЧЕМПИООООН!!!!!",
        "ХРЯК, КНДР, КУРС, СЕБЯ",
        "P. S. Я люблю тебя",
        "«Дают, дают, дают.",
        "Температура +25 °С… «Р» и «С» — буквы; 5 €, №№ 3–4",
    ],
)
def test_sound_text_is_left_alone(text):
    assert repair(text) is None


@given(st.text())
def test_any_text_is_left_alone_or_mended(text):
    found = repair(text)
    assert found is None or found.text


def test_the_repair_is_recorded(tmp_path):
    damaged = misread(TEXT, Misreading(written="utf-8", read_as="cp1251"))
    title = misread("Сход", Misreading(written="utf-8", read_as="cp1251"))
    path = tmp_path / "dump.jsonl"
    path.write_text(json.dumps({"text": damaged, "title": title}, ensure_ascii=False), encoding="utf-8")
    [reading] = read_inputs([str(path)])
    article = reading.article
    assert (article.text, article.title, article.encoding) == (TEXT, "Сход", "utf-8 (repaired from cp1251)")


def test_a_lone_damaged_headline_is_mended_too(tmp_path):
    title = misread("Встреча министров", Misreading(written="cp1251", read_as="latin-1"))
    path = tmp_path / "dump.jsonl"
    path.write_text(json.dumps({"text": TEXT, "title": title}, ensure_ascii=False), encoding="utf-8")
    [reading] = read_inputs([str(path)])
    assert (reading.article.title, reading.article.encoding) == ("Встреча министров", "utf-8")

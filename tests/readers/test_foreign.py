"""Russian articles pass, whatever they quote; other languages do not, Cyrillic or not."""

import pytest

from pipeline.readers.foreign import foreign_reason


@pytest.mark.parametrize(
    "text",
    [
        "Президент подписал указ.",
        "Встреча в Токио",
        "В Киеве открыли выставку художника Олексія Їжакевича, сообщает «Укрінформ», её увидят и во Львове, и в Одессе.",
        "Компания Tesla Motors выпустила Model S Plaid, Model X Long Range и Cybertruck Foundation Series в Техасе.",
        "Объём съёмок под Объячевом подъехавшие объяснили объективно: «Подъём и съезд объединили, мы рады, что съели». Был и отъезд, был и разъезд.",
        "123 456",
    ],
)
def test_russian(text):
    assert foreign_reason(text) == ""


@pytest.mark.parametrize(
    "text",
    [
        "The foreign ministers met in Minsk on Monday to discuss the grain supplies.",
        "Die Außenminister trafen sich am Montag in Minsk.",
        "外交部长星期一在明斯克举行了会谈讨论了粮食供应的问题以及其他问题",
        "Учора в Мінську відбулася зустріч міністрів закордонних справ, вони обговорили постачання зерна.",
        "Учора ў Мінску прайшла сустрэча міністраў замежных спраў, яны абмеркавалі пастаўкі збожжа.",
        "Кеше Минскіде сыртқы істер министрлерінің кездесуі өтті, олар астық жеткізуді талқылады.",
        "Вчера в Минск се състоя среща на външните министри, които обсъдиха доставките на зърно и въглища за България.",
        "Јуче је у Минску одржан састанак министара спољних послова, разговарали су о испорукама жита.",
        "Кечээ Минскиде тышкы иштер министрлеринин жолугушуусу өттү, алар дан жеткирүүнү талкуулашты.",
    ],
)
def test_foreign_with_a_reason(text):
    assert foreign_reason(text)


def test_words_decide_where_letters_do_not():
    no_own_letters = (
        "кабар тапшырды бюгюн базарда алма сатылды кышлакда адамлар жыйналды мектеп ачылды балалар келди " * 4
    )
    assert "common Russian" in foreign_reason(no_own_letters)


def test_a_russian_list_is_russian():
    assert foreign_reason("Большая спортивная арена. Плавательный бассейн. Южный стадион. Дворец тенниса. " * 6) == ""

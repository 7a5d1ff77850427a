"""Values of numbers, money, shares and ages."""

import pytest

from pipeline.mentions.quantities import counting_word, quantity_value


@pytest.mark.parametrize(
    ("words", "kind", "value"),
    [
        ("34", "number", "34"),
        ("12 500", "number", "12500"),
        ("трое", "number", "3"),
        ("двадцать пять", "number", "25"),
        ("³º", "number", ""),  # Python calls them digits
        ("м²", "number", ""),
        ("около 15,75 миллиарда", "number", "15750000000"),
        ("более 1,1\u00a0млн", "number", "1100000"),
        ("полтора миллиона", "number", "1500000"),
        ("двести тысяч", "number", "200000"),
        ("два десятка", "number", "20"),
        ("миллиона", "number", "1000000"),
        ("несколько", "number", ""),
        ("от трёх до пяти", "number", ""),
        ("200—300 тысяч", "number", ""),
        ("6 тыс. рублей", "money", "RUB 6000"),
        ("$25 000", "money", "USD 25000"),
        ("около $120 тыс.", "money", "USD 120000"),
        ("£1,2\u00a0млн", "money", "GBP 1200000"),
        ("один миллион долларов", "money", "USD 1000000"),
        ("12,8 млн долларов США", "money", "USD 12800000"),
        ("100\u00a0млн гонконгских долларов", "money", "HKD 100000000"),
        ("40 белорусских рублей", "money", "BYN 40"),
        ("от 3 до 5 тыс. руб.", "money", ""),
        ("12 миллиардов", "money", ""),
        ("рублях", "money", ""),
        ("53,5 %", "percent", "53.5"),
        ("сто процентов", "percent", "100"),
        ("50-процентным", "percent", "50"),
        ("26-летний", "age", "26"),
        ("78 лет", "age", "78"),
        ("до 20 лет", "age", "20"),
        ("третьим", "ordinal", "3"),
        ("двадцать первый", "ordinal", "21"),
        ("XVI", "ordinal", "16"),
        ("последний", "ordinal", ""),
        ("Минске", "city", ""),
    ],
)
def test_the_value_of_a_quantity(words, kind, value):
    assert quantity_value(words, kind) == value


@pytest.mark.parametrize(
    ("lemma", "number"),
    [
        ("трое", 3), ("оба", 2), ("сто", 100), ("тысяча", 1000),
        ("полтора", None), ("десяток", None), ("миллион", None), ("ноль", None), ("четыреста", 400), ("первый", None),
    ],
)  # fmt: skip
def test_a_word_that_counts_by_itself(lemma, number):
    assert counting_word(lemma) == number

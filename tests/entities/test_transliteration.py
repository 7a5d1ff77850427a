"""English spelling of names that have no established one."""

import pytest

from pipeline.entities.transliteration import transliterate


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Юлия Мещерякова", "Yuliya Meshcheryakova"),
        ("Елена Ершова", "Yelena Yershova"),
        ("Галеев", "Galeyev"),
        ("Арсен Тер-Погосян", "Arsen Ter-Pogosyan"),
        ("Пётр I", "Pyotr I"),
        ("Зырянов", "Zyryanov"),
        ("С. К. Жаксыбаев", "S. K. Zhaksybayev"),
        ("Nordmejeri AB", "Nordmejeri AB"),
    ],
)
def test_bgn_pcgn(name, expected):
    assert transliterate(name) == expected

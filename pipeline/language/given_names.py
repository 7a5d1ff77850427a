"""What natasha and pymorphy3 know of people's names: first names with their gender, patronymics."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from pipeline.kept import kept
from pipeline.language.backends import morph_analyzer, natasha_data
from pipeline.language.word_table import WordTable

# natasha's list has forms that some lemmatizer made up: «Аманжолула» for Аманжолулы
_MISREAD = re.compile(r".*(?:[ое]вый|[иы]ный)|.{5,}ула")


@cache
def given_names() -> frozenset[str]:
    """First names, nominative, lower case, ё as е (natasha's list)."""
    files = (natasha_data("dict", name) for name in ("first.txt", "maybe_first.txt"))
    lines = (line for path in files for line in path.read_text(encoding="utf-8").splitlines())
    names = (line.partition("#")[0].strip() for line in lines)
    return frozenset(name.replace("ё", "е") for name in names if len(name) > 1)


def is_given_name(word: str) -> bool:
    """Whether a word is the nominative of a known first name."""
    return word.lower().replace("ё", "е") in given_names() or bool(given_name_genders(word))


@lru_cache(maxsize=1 << 14)
def given_name_genders(word: str) -> frozenset[str]:
    """Genders, `m` and `f`, of a first name that pymorphy3's dictionary holds; empty if it holds none."""
    analyzer = morph_analyzer()
    lowered = word.lower()
    if not analyzer.word_is_known(lowered):
        return frozenset()
    tags = [p.tag for p in analyzer.parse(lowered) if p.is_known and "Name" in p.tag and {"nomn", "sing"} in p.tag]
    return frozenset(tag.gender[0] for tag in tags if tag.gender)


@lru_cache(maxsize=1 << 14)
def is_patronymic(word: str) -> bool:
    """Whether a word, in any case, is a patronymic and no surname in pymorphy3's dictionary.

    Example: «Григорьевичем» is one; «Абрамович», which is a surname as well, is not.
    """
    parses = [p for p in morph_analyzer().parse(word.lower()) if p.is_known]
    return any("Patr" in p.tag for p in parses) and not any("Surn" in p.tag for p in parses)


@cache
def _listed_surnames() -> WordTable:
    listed = natasha_data("dict", "last.txt").read_bytes()
    return kept("surnames", listed, lambda: WordTable(_surnames(listed)))


def _surnames(listed: bytes) -> Iterator[str]:
    return (line.strip().replace("ё", "е") for line in listed.decode().splitlines())


@lru_cache(maxsize=1 << 15)
def surname_rank(word: str) -> int:
    """How well a nominative is known as a surname: 2 by pymorphy3's dictionary, 1 by natasha's list, else 0."""
    lowered = word.lower()
    analyzer = morph_analyzer()
    if analyzer.word_is_known(lowered) and any(
        p.is_known and "Surn" in p.tag and {"nomn", "sing"} in p.tag for p in analyzer.parse(lowered)
    ):
        return 2
    return int(not _MISREAD.fullmatch(lowered) and lowered.replace("ё", "е") in _listed_surnames())


@lru_cache(maxsize=1 << 14)
def is_common_word(word: str) -> bool:
    """Whether the dictionary knows a word form, and never as a person's name («Президент», «Встреча», «Данные»)."""
    known = [p.tag for p in morph_analyzer().parse(word.lower()) if p.is_known]
    return bool(known) and not any({"Name", "Surn", "Patr"} & tag.grammemes for tag in known)

"""Whether a person's name shows its case: Slavic and dictionary names decline, many foreign ones do not."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from spacy.tokens import Token

from pipeline.language.backends import morph_analyzer

_SLAVIC = re.compile(r"(?:ов|ев|ёв|ин|ын|ский|цкий|ской|ич|ук|юк|як|енок|енко)$")


def declines(tokens: Sequence[Token]) -> bool:
    """Whether an oblique case would show: «Орлов», «Орлова», «Ким» no more than «Чиквадзе», «Лю», «Мэнфэй».

    A given name that declines shows it for both: «Алина Ермоленко».
    """
    last = tokens[-1].lower_
    if len(tokens) > 1 and _given_declines(tokens[0].lower_):
        return True
    if not re.fullmatch(r"[а-яё-]+", last) or last[-1] in "оеиуюэы":
        return False
    if last[-1] in "ая" or len(tokens) == 1 or _SLAVIC.search(last):
        return True
    return all(morph_analyzer().word_is_known(token.lower_) for token in tokens if len(token) > 1)


@lru_cache(maxsize=5_000)
def _given_declines(name: str) -> bool:
    """A given name that the dictionary knows and declines: «Алина», not «Ингрид» or «Хайке»."""
    analyzer = morph_analyzer()
    if not analyzer.word_is_known(name):
        return False
    given = next((p for p in analyzer.parse(name) if {"Name", "nomn"} in p.tag), None)
    genitive = given.inflect({"gent"}) if given is not None else None
    return genitive is not None and genitive.word != name

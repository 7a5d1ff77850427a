"""Names of animals, which are no people: «слониха Зита»."""

from __future__ import annotations

from pipeline.mentions.candidates import Words
from pipeline.mentions.lexicon import name_lexicon
from pipeline.mentions.stems import stem


def animal_names(words: Words) -> frozenset[str]:
    """Every form in which the article writes what it calls an animal: «Зиты» of «слонихи Зиты», and later «Зиту»."""
    called = {stem(words.text(i + 1)) for i in range(len(words) - 1) if _is_called(words, i)}
    forms = (text for text in words.texts if text[:1].isupper() and stem(text) in called)
    return frozenset(forms if called else ())


def _is_called(words: Words, animal: int) -> bool:
    """A lone name behind the noun and in its case; not «владельца собаки Иванова», «пёс Ивана Орлова»."""
    if words.lemma(animal) not in name_lexicon().animals or words.is_capital(animal):
        return False
    name = animal + 1
    alone = words.is_capital(name) and not words.is_capital(name + 1) and words.joined(animal, name)
    owned = words.feature(animal - 1, "Animacy") == "Anim" and words.joined(animal - 1, animal)
    return alone and not owned and words.case(name) == words.case(animal)

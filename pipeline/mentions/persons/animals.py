"""Names of animals, which are no people: «слониха Зита»."""

from __future__ import annotations

from pipeline.mentions.candidates import Words
from pipeline.mentions.lexicon import name_lexicon
from pipeline.mentions.stems import stem

_OF_OWNERS = ("а", "я", "ой", "го")  # genitives of surnames and of places


def animal_names(words: Words) -> frozenset[str]:
    """Every form in which the article writes what it calls an animal: «Зиты» of «слонихи Зиты», and later «Зиту»."""
    called = {stem(words.text(i + 1)) for i in range(len(words) - 1) if _is_called(words, i)}
    if not called:
        return frozenset()
    forms = [i for i, text in enumerate(words.texts) if text[:1].isupper() and stem(text) in called]
    people = {stem(words.text(i)) for i in forms if words.is_capital(i + 1) and words.joined(i, i + 1)}
    return frozenset(words.text(i) for i in forms if stem(words.text(i)) not in people)


def _is_called(words: Words, animal: int) -> bool:
    """A lone name behind the noun and in its case; not «смерть собаки Иванова», «тигров Приморья», «пёс Ивана»."""
    if words.lemma(animal) not in name_lexicon().animals or words.is_capital(animal):
        return False
    name = animal + 1
    one = words.feature(animal, "Number") == "Sing" and words.case(name) == words.case(animal)
    alone = words.is_capital(name) and not words.is_capital(name + 1) and words.joined(animal, name)
    owner = words.case(animal) == "Gen" and words.lower(name).endswith(_OF_OWNERS)
    owned = words.feature(animal - 1, "Animacy") == "Anim" and words.joined(animal - 1, animal)
    return one and alone and not owner and not owned

"""What a word tells by itself: lemma, shape, affixes, possible grammemes."""

from __future__ import annotations

from pipeline.language.backends import morph_analyzer

KINDS = ("lemma", "shape", "suffix2", "suffix3", "suffix4", "suffix5", "prefix2", "prefix3", "prefix4")


def word_values(word: str) -> tuple[str, ...]:
    """The value of each kind of `KINDS`, in its order; the lemma comes first."""
    lowered = word.lower()
    return (
        _lemma(lowered), _shape(word), lowered[-2:], lowered[-3:], lowered[-4:], lowered[-5:],
        lowered[:2], lowered[:3], lowered[:4],
    )  # fmt: skip


def _lemma(lowered: str) -> str:
    return str(morph_analyzer().parse(lowered)[0].normal_form) if lowered[:1].isalpha() else lowered


def grammeme_weights(word: str) -> dict[str, float]:
    """Probability of each grammeme over all of pymorphy3's parses."""
    if not word[:1].isalpha():
        return {}
    found: dict[str, float] = {}
    for parse in morph_analyzer().parse(word.lower()):
        for grammeme in parse.tag.grammemes:
            found[grammeme] = found.get(grammeme, 0.0) + float(parse.score)
    return found


def _shape(word: str) -> str:
    """«Минск» Xx, «ОДКБ» XXX, «iPhone» xX, «2023» dddd, «,» itself; Latin letters are Y and y."""
    if not word[:1].isalnum():
        return word
    signs = []
    for c in word[:12]:
        letter = ("y" if "a" <= c.lower() <= "z" else "x") if c.isalpha() else "d"
        signs.append(letter.upper() if c.isupper() else letter)
    shape = "".join(signs)
    if shape[0] == "d":
        return shape[:5]
    return shape[:3] if shape.isupper() else "".join(dict.fromkeys(shape))

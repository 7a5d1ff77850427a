"""Who takes part without a name: «[Ведомство] закупило вакцину», «арест [чиновника]», «[оба] вернулись»."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from pipeline.events.arguments.reading import Reading
from pipeline.events.arguments.verb_forms import SUBJECTS
from pipeline.events.tellings import Telling

_SLOTS = {
    "nsubj": "subject", "nsubj:pass": "subject", "obj": "object", "iobj": "object", "nmod": "whose", "obl": "other",
    "obl:agent": "agent",
}  # fmt: skip
_WORDS = frozenset({"NOUN", "PRON", "NUM", "PROPN"})


def unnamed_parts(reading: Reading, telling: Telling) -> Iterator[tuple[str, str]]:
    """What hangs on a trigger, or on the verb that carries it: the slot, and the lemma of who has no name.

    A named one is `("subject", "named")`. Where no subject hangs on the trigger: `("subject", "")`, and for a noun
    `("over", ...)`, the subject of the verb that it hangs on: «[чиновник] приехал на встречу».
    """
    candidate = telling.candidate
    heads = {candidate.head} if candidate.light is None else {candidate.head, candidate.light}
    met = set[str]()
    for head in sorted(heads):
        for child in reading.doc[head].children:
            slot = _SLOTS.get(child.dep_)
            if slot is not None and child.pos_ in _WORDS and child.i not in heads:
                met.add(slot)
                yield slot, _named(reading, child)
    if "subject" not in met:
        yield "subject", ""
        above = reading.doc[candidate.head].head
        yield from (("over", _named(reading, word)) for word in above.children if word.dep_ in SUBJECTS)


def _named(reading: Reading, word: Token) -> str:
    if word.i in reading.covering:
        return "named"
    return "he" if word.pos_ == "PRON" else word.lemma_

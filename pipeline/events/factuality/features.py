"""What the factuality network sees of a telling: what the rules hold of it, its trigger, every word above it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, islice

from spacy.tokens import Doc, Token

from pipeline.events.ontology import Ontology
from pipeline.events.tellings import Telling
from pipeline.events.triggers.features import categories, word_numbers
from pipeline.events.triggers.surroundings import Surroundings
from pipeline.language.features import feature
from pipeline.language.networks import Inputs
from pipeline.language.sentences import last_text, sentence_of

_HIGHEST = 6  # words from the trigger upwards: beyond them nothing says what became of it
_GRAMMAR = ("Tense", "Mood", "Aspect", "VerbForm")
_MODIFIERS = frozenset({"advmod", "aux", "aux:pass", "mark", "cop", "cc", "discourse", "parataxis", "case"})
_MODIFYING = frozenset({"PART", "ADV", "SCONJ", "AUX"})


def telling_numbers(doc: Doc, tellings: Sequence[Telling]) -> Inputs:
    """What is known of the triggers in numbers: tellings x (state of the reader, vector of the lemma, certainty).

    Args:
        doc: the article.
        tellings: at least one; the reader has a state of each one's head.
    """
    return word_numbers(doc, [doc[telling.candidate.head] for telling in tellings])


def telling_categories(doc: Doc, tellings: Sequence[Telling], ontology: Ontology) -> list[tuple[str, ...]]:
    """What is said of each telling in categories.

    Example: of «встреча» in «Стороны не исключают, что встреча пройдёт в мае»: `told=planned/future`,
    `above1=пройти`, `grammar1=Fut//Perf/Fin`, `above2=исключать`, `modified2=не`, `last=.`.
    """
    around = Surroundings(doc)
    return [tuple(_said(doc[t.candidate.head], t, ontology, around)) for t in tellings]


def _said(head: Token, telling: Telling, ontology: Ontology, around: Surroundings) -> Iterator[str]:
    yield from categories(head, ontology)
    yield from around.categories(head)
    yield f"status={telling.status}"
    yield f"told={telling.status}/{telling.rule}"
    yield f"happens={telling.candidate.type}"
    yield f"happens={telling.candidate.type}/{telling.status}"
    yield f"dated={telling.date is not None}"
    for steps, word in enumerate(islice(chain((head,), head.ancestors), _HIGHEST)):
        yield from _of_word_above(word, steps)
    yield f"last={last_text(sentence_of(head))}"


def _of_word_above(word: Token, steps: int) -> Iterator[str]:
    yield f"above{min(steps, 3)}={word.lemma_}"
    yield f"above={word.lemma_}"
    yield f"grammar{steps}=" + "/".join(feature(word, name) for name in _GRAMMAR)
    yield f"hangs{steps}={word.dep_}"
    for child in word.children:
        if child.dep_ in _MODIFIERS or child.pos_ in _MODIFYING:
            yield f"modified{min(steps, 2)}={child.lemma_}"
            yield f"modified={child.lemma_}"

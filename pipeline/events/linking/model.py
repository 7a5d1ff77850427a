"""The linking network: `models/linking`, which `svodka train-events` writes."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

from pipeline.events.encoder.committee import joint_opinion
from pipeline.events.linking.features import PairReader
from pipeline.events.linking.pairs import Pair
from pipeline.language.networks import Inputs, Networks, Shares
from pipeline.language.vectors import vector_row, vectors
from pipeline.resources import models_dir

_Key = TypeVar("_Key", bound=Hashable)
ANSWERS = ("participant", "place", "date")
PARTICIPANT, PLACE, WHEN = 1, 2, 3  # columns of the shares; 0 is «does not belong to it»


@cache
def shipped_linking() -> Networks:
    """The network of `models/linking`."""
    return Networks(models_dir() / "linking", written_by="svodka train-events")


def pair_inputs(doc: Doc, pairs: Sequence[Pair], reader: PairReader) -> Inputs:
    """Inputs of the network without its categories: pairs x (numbers of the trigger, numbers of the span)."""
    triggers, heads = _trigger_inputs(doc, pairs, reader), _span_inputs(doc, pairs, reader)
    return np.concatenate([triggers.inputs[triggers.rows], heads.inputs[heads.rows]], axis=1)


def shares(doc: Doc, pairs: Sequence[Pair], reader: PairReader) -> Shares:
    """For every pair the probability of each answer: pairs x 4.

    The sum over a pair's numbers is that of its trigger plus that of its span: each is made once an article.
    """
    model = shipped_linking()
    triggers, heads = _trigger_inputs(doc, pairs, reader), _span_inputs(doc, pairs, reader)
    of_trigger = model.sums(triggers.inputs, 0)[:, triggers.rows]
    of_head = model.sums(heads.inputs, triggers.inputs.shape[1])[:, heads.rows]
    said = [tuple(reader.categories(pair)) for pair in pairs]
    small = model.answers(of_trigger + of_head + model.marked(said))
    words = [[place(pair) for pair in pairs] for place in (reader.trigger, reader.head)]
    unknown = [row for row, pair in enumerate(pairs) if pair.is_far]
    return joint_opinion(doc, "linking", words, said, small, unknown=unknown)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Words:
    """Inputs of some words, each once, and for every pair the row of its word."""

    inputs: Inputs
    rows: list[int]


def _trigger_inputs(doc: Doc, pairs: Sequence[Pair], reader: PairReader) -> _Words:
    """The reader's state of each trigger and the vector of its lemma."""
    words, rows = _distinct([reader.trigger(pair) for pair in pairs])
    return _Words(inputs=np.concatenate([_states(doc, words), _lemmas(doc, words)], axis=1), rows=rows)


def _span_inputs(doc: Doc, pairs: Sequence[Pair], reader: PairReader) -> _Words:
    """The reader's state of each span's head and the vector of the word that it hangs on."""
    words, rows = _distinct([(reader.head(pair), reader.governor(pair)) for pair in pairs])
    states, lemmas = _states(doc, [head for head, _ in words]), _lemmas(doc, [governor for _, governor in words])
    return _Words(inputs=np.concatenate([states, lemmas], axis=1), rows=rows)


def _states(doc: Doc, words: Sequence[int]) -> Inputs:
    """The reader's states of words, zero where it has none: words x numbers."""
    states = doc._.reading.states
    empty: NDArray[np.float32] = np.zeros_like(next(iter(states.values())))
    return np.stack([states.get(doc[word].idx, empty) for word in words])


def _lemmas(doc: Doc, words: Sequence[int]) -> Inputs:
    return vectors([vector_row(doc[word].lemma_) for word in words])


def _distinct(keys: Sequence[_Key]) -> tuple[list[_Key], list[int]]:
    """Each key once, and for each of the keys given its row among them."""
    rows = {key: row for row, key in enumerate(dict.fromkeys(keys))}
    return list(rows), [rows[key] for key in keys]

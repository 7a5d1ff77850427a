"""What the network sees of two tellings of one type: words, standing, what both say, what the rules hold."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

import numpy as np
from spacy.tokens import Token

from pipeline.events.arguments.lexicon import argument_lexicon
from pipeline.events.compatibility import TellingPair, actors_agree, compatible
from pipeline.events.joining.compared import compared, shared
from pipeline.events.same_happening import RULES, is_bare, is_contrast, takes_up
from pipeline.language.features import case_of, features
from pipeline.language.networks import Inputs
from pipeline.language.sentences import sentence_number, sentence_of
from pipeline.language.text import text_of
from pipeline.language.vectors import vector_row, vectors

_STEPS = (5, 10, 20, 40, 80, 160, 400)  # bounds of the classes of distance, in words
_STEM = 4  # letters that two words of one stem share
_BEFORE = 3  # words before the second trigger


def pair_numbers(pairs: Sequence[TellingPair]) -> Inputs:
    """How near the two words stand in meaning: pairs x 1."""
    doc = pairs[0].reading.doc
    rows = [[vector_row(doc[telling.candidate.head].lemma_) for telling in (p.first, p.second)] for p in pairs]
    first, second = (vectors([row[side] for row in rows]) for side in (0, 1))
    lengths = np.linalg.norm(first, axis=1) * np.linalg.norm(second, axis=1) + 1e-6
    return np.asarray((first * second).sum(axis=1) / lengths, dtype=np.float32)[:, None]


def pair_categories(pair: TellingPair, between: int) -> tuple[str, ...]:
    """What is said of a pair in categories, each once; `between`: tellings of the type that stand between both."""
    return tuple(dict.fromkeys(_said_of(pair, between)))


def _said_of(pair: TellingPair, between: int) -> Iterator[str]:
    first, second = (pair.reading.doc[t.candidate.head] for t in (pair.first, pair.second))
    same = _same_word(first, second)
    yield from _words(pair, first, second, same)
    yield from _places_in_text(pair, first, second, between)
    yield from _statuses(pair)
    yield from compared(pair, same)
    yield from shared(pair.first, pair.second)
    yield from _second_word(second)
    yield from _by_rules(pair)


def _same_word(first: Token, second: Token) -> str:
    if first.lemma_ == second.lemma_:
        return "lemma"
    return "stem" if first.lemma_[:_STEM] == second.lemma_[:_STEM] else "other"


def _words(pair: TellingPair, first: Token, second: Token, same: str) -> Iterator[str]:
    kind = pair.first.candidate.type
    yield f"type={kind}"
    yield f"same={same}"
    yield f"pos={first.pos_}/{second.pos_}"
    yield f"pos={first.pos_}/{second.pos_}/{same}"
    yield f"{kind}/{same}"
    yield f"lemmas={first.lemma_}/{second.lemma_}"
    yield f"first={first.lemma_}"
    yield f"second={second.lemma_}"
    yield f"number={_is_plural(first)}/{_is_plural(second)}"
    yield f"dep={second.dep_}"
    yield f"depfirst={first.dep_}"


def _places_in_text(pair: TellingPair, first: Token, second: Token, between: int) -> Iterator[str]:
    yield f"sents={min(max(sentence_number(second) - sentence_number(first), -1), 6)}"
    yield f"words={bisect_left(_STEPS, abs(second.i - first.i))}"
    yield f"between={min(between, 3)}"
    yield f"line={text_of(pair.reading.doc).count(chr(10), first.idx, second.idx) > 0}"
    yield f"head={pair.first.headline}/{pair.second.headline}"
    yield f"under={first.i in [a.i for a in second.ancestors]}"
    yield f"over={second.i in [a.i for a in first.ancestors]}"


def _statuses(pair: TellingPair) -> Iterator[str]:
    first, second = pair.first, pair.second
    yield f"status={first.status == second.status}"
    yield f"statuses={first.status}/{second.status}"
    yield f"cues={first.cue is not None}/{second.cue is not None}"
    yield f"phase={first.phase}/{second.phase}"
    spoken = (bool(first.asserted_by), bool(second.asserted_by), first.asserted_by == second.asserted_by)
    yield "said=" + "/".join(map(str, spoken))
    yield f"counts={bool(first.counts)}/{bool(second.counts)}"


def _second_word(token: Token) -> Iterator[str]:
    """Whether the later word takes up or begins anew: «эта встреча», «ещё одна встреча», a bare noun."""
    noun = token.pos_ not in {"VERB", "AUX"}
    yield f"bare={noun and is_bare(token)}"
    yield f"contrast={is_contrast(token)}"
    yield f"pointed={any(c.lemma_ in argument_lexicon().same_one for c in token.children if c.i < token.i)}"
    yield f"case={case_of(token)}/{noun}"
    yield f"form={''.join(features(token, 'VerbForm'))}/{''.join(features(token, 'Tense'))}"
    yield f"kids={any(c.dep_ in {'nmod', 'appos', 'flat', 'amod'} for c in token.children)}"
    for word in token.doc[max(token.i - _BEFORE, sentence_of(token).start) : token.i]:
        spelt = word.pos_ in {"DET", "ADJ", "ADP", "NUM"}
        yield f"before={word.lemma_}" if spelt else f"beforepos={word.pos_}"


def _is_plural(token: Token) -> bool:
    return "Plur" in features(token, "Number")


def _by_rules(pair: TellingPair) -> Iterator[str]:
    held = [rule(pair) for rule in (takes_up, *RULES)]
    yield from (f"rule{number}" for number, yes in enumerate(held) if yes)
    yield f"agree={actors_agree(pair)}"
    yield f"compatible={compatible(pair)}"
    yield f"rules={any(held[1:])}/{held[0]}"

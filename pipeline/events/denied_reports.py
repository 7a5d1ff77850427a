"""Status rules for a report that the words behind it deny: «Писали об аресте Орлова. Адвокат назвал это ложью»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from pipeline.events.clause import Clause
from pipeline.events.cues import StatusCues
from pipeline.events.phrases import fold
from pipeline.events.verb_tense import is_negated
from pipeline.events.verdict import Verdict
from pipeline.language.sentences import sentence_of

_THAT = frozenset({"это", "их"})
_SUCH = frozenset({"эту", "эти", "это", "этот", "данную", "такие", "такую"})
_NEAR = 6  # words behind «назвал» or «это»


def denied_behind(clause: Clause, cues: StatusCues) -> Verdict | None:
    """«СМИ написали об аресте. Адвокат назвал эти сообщения ложными», «… задержан, однако адвокат это опроверг»."""
    told = (t for t in clause.segment if t.i < clause.head.i)
    if not any(fold(t.lemma_) in cues.report | cues.rumour for t in told):
        return None
    for words in _behind(clause):
        cue = _denial_of_it(words, cues) if any(_takes_up(t, cues) for t in words) else None
        if cue is not None and not _tells_of_another(words, cue, cues):
            return Verdict(status="denied", cue=cue)
    return None


def _behind(clause: Clause) -> Iterator[Sequence[Token]]:
    """What is left of the sentence up to a semicolon, and the next one."""
    sentence = sentence_of(clause.head)
    yield [t for t in clause.segment if t.i > clause.head.i]
    following = _first_word(clause.doc, sentence.end)
    if following is not None:
        yield list(sentence_of(following))


def _first_word(doc: Doc, start: int) -> Token | None:
    return next((t for t in doc[start:] if not t.is_space), None)


def _takes_up(token: Token, cues: StatusCues) -> bool:
    """«это», «эти сообщения», «такую информацию»."""
    such = fold(token.lemma_) in cues.rumour and any(c.lower_ in _SUCH for c in token.children)
    return fold(token.lower_) in _THAT or such


def _tells_of_another(words: Sequence[Token], denial: Token, cues: StatusCues) -> bool:
    """«Канал сообщил об обысках, но следователи это опровергли»: what is denied is told here and not before."""
    return any(fold(t.lemma_) in cues.report and t.i < denial.i for t in words)


def _denial_of_it(words: Sequence[Token], cues: StatusCues) -> Token | None:
    """«опроверг», «не подтвердил», «назвал ложью», «это неправда»."""
    for token in words:
        lemma = fold(token.lemma_)
        if (lemma in cues.deny and not is_negated(token)) or (lemma in cues.confirm and is_negated(token)):
            return token
        if lemma in cues.call_it or token.lower_ == "это":
            near = (t for t in words if token.i < t.i < token.i + _NEAR)
            untrue = next((t for t in near if fold(t.lemma_) in cues.untruth), None)
            if untrue is not None and not is_negated(untrue):
                return untrue
    return None

"""The tree of an article as plain lists: the way from one word to another, what lies between two words."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate

from spacy.tokens import Doc

_FAR = 5  # relations: a longer way is no pattern any more
_HIGHEST = 12
_BREAKS = frozenset(",;:—–-()")


@dataclass(frozen=True, slots=True, kw_only=True)
class Tree:
    """Heads and relations by token index; `verbs`, `breaks` and `triggers` count those in front of each token."""

    heads: Sequence[int]
    relations: Sequence[str]
    classes: Sequence[str]
    verbs: Sequence[int]
    breaks: Sequence[int]
    triggers: Sequence[int]

    def way(self, start: int, end: int) -> str:
        """Relations from one word up to the common head and down to the other: `nsubj^`, `nmod/obl^obj`, `far`."""
        up = self._above(start)
        token, down = end, list[str]()
        while token not in up:
            head = self.heads[token]
            if head == token or len(down) > _FAR:
                return "far"
            down.append(self.relations[token])
            token = head
        steps = up.index(token)
        if steps + len(down) > _FAR:
            return "far"
        return "/".join(self.relations[i] for i in up[:steps]) + "^" + "/".join(reversed(down))

    def _above(self, token: int) -> list[int]:
        path = [token]
        while self.heads[token] != token and len(path) < _HIGHEST:
            token = self.heads[token]
            path.append(token)
        return path

    def between(self, first: int, second: int) -> tuple[int, int, int]:
        """Verbs, marks and triggers between two words."""
        low, high = (first, second) if first < second else (second, first)
        low = min(low + 1, high)
        return tuple(row[high] - row[low] for row in (self.verbs, self.breaks, self.triggers))  # type: ignore[return-value]

    def top(self, start: int, end: int) -> int:
        """The word of a span that the others hang on."""
        return next((i for i in range(start, end) if not start <= self.heads[i] < end or self.heads[i] == i), start)


def read_tree(doc: Doc, triggers: Collection[int]) -> Tree:
    """Take the tree out of a `Doc`.

    Args:
        doc: the parsed article.
        triggers: indices of the words that may name events.
    """
    classes = [token.pos_ for token in doc]
    return Tree(
        heads=[token.head.i for token in doc], relations=[token.dep_ for token in doc], classes=classes,
        verbs=_running(word_class == "VERB" for word_class in classes),
        breaks=_running(token.text in _BREAKS for token in doc),
        triggers=_running(token.i in triggers for token in doc),
    )  # fmt: skip


def _running(flags: Iterable[bool]) -> list[int]:
    return [0, *accumulate(flags)]

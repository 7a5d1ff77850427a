"""What the linking network sees of a pair: both words' states, the way between them, what the slots have made of it."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence

from pipeline.events.arguments.reading import DateSpan, MentionSpan, Reading
from pipeline.events.linking.pairs import Pair
from pipeline.events.linking.standing import Standing
from pipeline.events.linking.tree import Tree
from pipeline.events.linking.triggers import acting_by_sentence, event_relations, telling_categories
from pipeline.events.linking.unnamed import unnamed_parts
from pipeline.events.tellings import Telling
from pipeline.language.features import features
from pipeline.language.sentences import sentence_number
from pipeline.records.annotations import Argument

_STEPS = (1, 2, 3, 5, 8, 12, 20, 40)  # bounds of the classes of distance, in words


class PairReader:
    """Says in categories what is to be seen of the pairs of one article."""

    def __init__(self, reading: Reading, tellings: Sequence[Telling], tree: Tree, *, far: bool) -> None:
        """Prepare an article.

        Args:
            reading: the article.
            tellings: its triggers with what the slots gave them.
            tree: its tree.
            far: whether to say as well what is to be seen beyond the sentence, of which the encoder alone has learned.
        """
        self._reading, self._tellings, self._tree = reading, tellings, tree
        self._of_span: dict[int, tuple[str, ...]] = {}
        self._of_telling = [tuple(telling_categories(reading, telling)) for telling in tellings]
        self._fillers = [{a.entity: a for a in telling.fillers} for telling in tellings]
        self._counts = Counter(mention.entity for mention in reading.doc._.mentions)
        self._relations = event_relations(reading)
        self._standing = Standing(reading) if far else None
        self._unnamed = [tuple(unnamed_parts(reading, telling)) for telling in tellings] if far else []
        self._acting = acting_by_sentence(reading, tellings)

    def categories(self, pair: Pair) -> Iterator[str]:
        """What is said of a pair: `type=visit`, `named=person`, `way=nsubj^`, `slot=subject`, `before`, ..."""
        span, telling = pair.span, self._tellings[pair.telling]
        yield from self._of_telling[pair.telling]
        yield from self._span_categories(pair)
        yield f"pair={telling.candidate.type}/{pair.type}"
        yield f"back={pair.back}"
        if self._standing is not None:
            yield from (f"{slot}={word}/{pair.type}" for slot, word in self._unnamed[pair.telling])
            yield from self._standing.categories(pair, telling)
        yield from self._by_slots(pair)
        if isinstance(span, MentionSpan):
            yield f"speaks={telling.asserted_by == span.mention.entity}"
            yield from (f"read={kind}" for kind in self._read_relations(telling, span))
        if not pair.back:
            yield from self._between(pair)

    def trigger(self, pair: Pair) -> int:
        """Index of the trigger's head."""
        return self._tellings[pair.telling].candidate.head

    def head(self, pair: Pair) -> int:
        """Index of the span's head."""
        return self._tree.top(pair.span.start, pair.span.end)

    def governor(self, pair: Pair) -> int:
        """Index of the word that the span hangs on."""
        return self._tree.heads[self.head(pair)]

    def _span_categories(self, pair: Pair) -> tuple[str, ...]:
        known = self._of_span.get(id(pair.span))
        if known is None:
            known = self._of_span[id(pair.span)] = tuple(self._said_of_span(pair))
        return known

    def _said_of_span(self, pair: Pair) -> Iterator[str]:
        span, tree = pair.span, self._tree
        head = self.head(pair)
        yield f"named={pair.type}"
        yield f"hangs={tree.relations[head]}"
        yield f"under={tree.classes[tree.heads[head]]}"
        if isinstance(span, DateSpan):
            yield f"precision={span.date.precision}"
            yield f"anchor={span.date.anchor}"
            before = self._reading.doc[span.start - 1].lower_ if span.start else ""
            yield f"behind={before}"
            return
        yield f"kind={span.mention.kind}"
        yield f"case={span.case}"
        yield f"told={bisect_left(_STEPS, self._counts[span.mention.entity])}"
        phrase = self._reading.phrase_at.get(span.start)
        if phrase is not None:
            yield f"phrase={phrase.preposition}:{phrase.case}"
            yield f"heads={span.start <= phrase.head < span.end}"
            yield f"animate={'Anim' in features(self._reading.doc[phrase.head], 'Animacy')}"

    def _by_slots(self, pair: Pair) -> Iterator[str]:
        telling, span = self._tellings[pair.telling], pair.span
        fillers = self._fillers[pair.telling]
        yield f"fillers={min(len(fillers), 3)}"
        if isinstance(span, DateSpan):
            chosen = telling.date
            yield f"dated={_compared(chosen and chosen.date, span.date)}"
            if chosen is not None and chosen.date == span.date:
                yield f"held={chosen.rule}/{int(chosen.cost * 5)}"
            return
        filler = fillers.get(span.mention.entity)
        yield f"slot={_slot(filler)}"
        if filler is None:
            sentence = sentence_number(self._reading.doc[telling.candidate.head]) - pair.back
            yield f"acts_nearby={span.mention.entity in self._acting.get(sentence, ())}"
        else:
            yield f"role={filler.role}"
            yield f"itself={(filler.start, filler.end) == span.mention.span}"
        where = telling.place
        yield f"place={_compared(where and where.span.mention.entity, span.mention.entity)}"
        if where is not None and where.span is span:
            yield f"held={where.rule}/{int(where.cost * 5)}"

    def _between(self, pair: Pair) -> Iterator[str]:
        telling, tree, span = self._tellings[pair.telling], self._tree, pair.span
        trigger, head = telling.candidate.head, self.head(pair)
        way = tree.way(head, trigger)
        yield f"way={way}"
        yield f"steps={'far' if way == 'far' else way.count('/')}"
        if telling.candidate.light is not None:
            yield f"light={tree.way(head, telling.candidate.light)}"
        phrase = self._reading.phrase_at.get(span.start)
        if phrase is not None and not span.start <= phrase.head < span.end:
            yield f"phrase_way={tree.way(phrase.head, trigger)}"
        yield f"before={span.start < trigger}"
        yield f"words={bisect_left(_STEPS, abs(span.start - trigger))}"
        verbs, breaks, triggers = tree.between(span.start, trigger)
        yield f"verbs={min(verbs, 2)}"
        yield f"breaks={min(breaks, 3)}"
        yield f"triggers={min(triggers, 2)}"
        if tree.relations[head] == "conj":
            yield f"joined={self._holds_filler(pair.telling, tree.heads[head])}"

    def _holds_filler(self, telling: int, token: int) -> bool:
        offset = self._reading.doc[token].idx
        return any(a.start <= offset < a.end for a in self._tellings[telling].fillers)

    def _read_relations(self, telling: Telling, span: MentionSpan) -> Iterator[str]:
        candidate, mention = telling.candidate, span.mention
        for (start, end), related in self._relations.items():
            if start < candidate.end and candidate.start < end:
                yield from (kind for first, last, kind in related if first < mention.end and mention.start < last)


def _compared(chosen: object, own: object) -> str:
    return "none" if chosen is None else "this" if chosen == own else "other"


def _slot(filler: Argument | None) -> str:
    return "none" if filler is None else filler.source

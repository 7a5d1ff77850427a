"""How a name or date stands in the article: told lately or long ago, in the headline, in the lead, in another line."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping

from pipeline.events.arguments.reading import DateSpan, MentionSpan, Reading
from pipeline.events.linking.pairs import LEAD_SENTENCES, Pair
from pipeline.events.tellings import Telling
from pipeline.language.features import feature
from pipeline.language.sentences import sentence_number, sentence_of, sentences
from pipeline.language.text import lines_of, published
from pipeline.records.annotations import PLACE_TYPES

_LATEST = 3  # names of a kind that are told apart by how lately they were met
_KINDS = {"person": "person", "organization": "organization", **dict.fromkeys(PLACE_TYPES, "place")}


class Standing:
    """Says where else in the article the name of a pair stands."""

    def __init__(self, reading: Reading) -> None:
        """Prepare an article."""
        self._reading = reading
        lines = lines_of(reading.doc)
        self._starts, self._roles = [line.start for line in lines], [line.role for line in lines]
        self._named = sorted(
            (reading.doc[span.start].idx, span.mention.entity, _KINDS[kind])
            for span in {id(s): s for s in (*reading.covering.values(), *reading.adjectives.values())}.values()
            if span.mention.entity and (kind := reading.mention_type(span)) in _KINDS
        )
        lead = sentences(reading.doc)[:LEAD_SENTENCES]
        self._opening = {entity for start, entity, _ in self._named if start < lead[-1].end_char}
        self._ranks: dict[int, Mapping[str, int]] = {}

    def categories(self, pair: Pair, telling: Telling) -> Iterator[str]:
        """`line=same`, `part=title`, `opens=True`, `recent=person/0`, `agrees=True`, `days=1`, `day=before/planned`.

        Example: «[Минздрав] закупил вакцину. Ведомство раздало её школам»: for «раздало» the ministry is
        `recent=organization/0`.
        """
        doc, span = self._reading.doc, pair.span
        trigger = doc[telling.candidate.head]
        own, other = self._line(trigger.idx), self._line(doc[span.start].idx)
        yield f"line={'same' if own == other else 'next' if own == other + 1 else 'other'}"
        yield f"part={self._roles[other] if other >= 0 else ''}"
        yield f"told_in={min(sentence_number(trigger), LEAD_SENTENCES)}"
        if isinstance(span, DateSpan):
            yield from self._of_date(span, telling)
            return
        rank = self._latest(sentence_of(trigger).start).get(pair.entity, _LATEST)
        yield f"recent={_KINDS[pair.type]}/{rank}"
        yield f"opens={pair.entity in self._opening}"
        yield f"agrees={self._agrees(span, telling)}"

    def _line(self, offset: int) -> int:
        return bisect_right(self._starts, offset) - 1

    def _latest(self, token: int) -> Mapping[str, int]:
        """The entities met last before a token, each kind counted by itself from 0 on."""
        if token not in self._ranks:
            ranks: dict[str, int] = {}
            met = dict.fromkeys(_KINDS.values(), 0)
            before = bisect_left(self._named, (self._reading.doc[token].idx,))
            for _, entity, kind in reversed(self._named[:before]):
                if entity not in ranks and met[kind] < _LATEST:
                    ranks[entity] = met[kind]
                    met[kind] += 1
                if all(count == _LATEST for count in met.values()):
                    break
            self._ranks[token] = ranks
        return self._ranks[token]

    def _agrees(self, span: MentionSpan, telling: Telling) -> str:
        """Whether a person has the gender of the verb: «[Анна Лин] вернулась», not «[Анна Лин] … Он вернулся»."""
        doc, candidate = self._reading.doc, telling.candidate
        verb = doc[candidate.head if candidate.light is None else candidate.light]
        if feature(verb, "Number") == "Plur":
            return "many"
        own, other = feature(verb, "Gender"), feature(doc[span.end - 1], "Gender")
        return "" if not own or not other or verb.pos_ != "VERB" else str(own == other)

    def _of_date(self, span: DateSpan, telling: Telling) -> Iterator[str]:
        sentence = sentence_of(self._reading.doc[telling.candidate.head])
        yield f"dated_here={bool(self._reading.dates_between(sentence.start, sentence.end))}"
        between = self._reading.dates_between(min(span.end, sentence.start), sentence.start)
        yield f"days={min(len(between), 2)}"
        yield f"day={self._side(span)}/{telling.status}"

    def _side(self, span: DateSpan) -> str:
        """Where a date lies, seen from the day of publication."""
        told_on, date = published(self._reading.doc), span.date
        if told_on is None or date.earliest is None or date.latest is None:
            return "open"
        return "before" if date.latest < told_on else "after" if date.earliest > told_on else "about"

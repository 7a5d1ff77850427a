"""What is to be seen of triggers by themselves: their words, who acts in their sentences, relations that were read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from pipeline.events.arguments.reading import Reading
from pipeline.events.tellings import Telling
from pipeline.language.features import feature
from pipeline.language.sentences import sentence_number


def telling_categories(reading: Reading, telling: Telling) -> Iterator[str]:
    """What is said of a trigger in categories: `type=visit`, `trigger=VERB`, `status=planned`, ..."""
    candidate = telling.candidate
    token = reading.doc[candidate.head]
    yield f"type={candidate.type}"
    yield f"trigger={token.pos_}"
    yield f"trigger_hangs={token.dep_}"
    yield f"status={telling.status}"
    yield f"carried={candidate.light is not None}"
    yield from (f"{name}={value}" for name in ("Voice", "VerbForm") if (value := feature(token, name)))


def acting_by_sentence(reading: Reading, tellings: Sequence[Telling]) -> Mapping[int, set[str]]:
    """Whom the slots gave to any trigger, by the number of its sentence."""
    found: dict[int, set[str]] = {}
    for telling in tellings:
        found.setdefault(sentence_number(reading.doc[telling.candidate.head]), set()).update(telling.actors)
    return found


def event_relations(reading: Reading) -> Mapping[tuple[int, int], list[tuple[int, int, str]]]:
    """What the reader relates to each span that it takes for an event: offsets and the relation's type."""
    found: dict[tuple[int, int], list[tuple[int, int, str]]] = {}
    for link in reading.doc._.reading.relations if reading.doc._.reading else ():
        for event, other in ((link.head, link.tail), (link.tail, link.head)):
            if event.type == "event":
                found.setdefault((event.start, event.end), []).append((other.start, other.end, link.type))
    return found

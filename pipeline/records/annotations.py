"""What the components find in one article: frozen, offsets half-open into the untouched text.

These types hang on the `Doc` (see `pipeline.language.extensions`); `pipeline.records.tabulate` turns them into rows.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from pipeline.records.notebook import by_role, card

MentionKind = Literal["", "name", "abbreviation", "adjective", "nominal", "pronoun"]
Status = Literal["occurred", "ongoing", "planned", "postponed", "cancelled", "denied", "hypothetical"]
Span = tuple[int, int]
PLACE_TYPES = frozenset({"city", "country", "state_or_province", "district", "location", "facility"})
MentionKey = tuple[int, int, str]  # start, end, type: what tells the mentions of one article apart


def family(kind: str) -> str:
    """Types whose mentions can name one thing: every place is a `location`."""
    return "location" if kind in PLACE_TYPES else kind


def overlap(first: Span, second: Span) -> bool:
    """Whether two spans share a character."""
    return first[0] < second[1] and second[0] < first[1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A span that names something.

    Attributes:
        type: a NEREL label in lower case (person, organization, city, country, date, money, ...).
        kind: for people, bodies and places: how it names them; empty for everything else.
        name: the nominative form, filled by `entities`; «Советом безопасности» has «Совет безопасности».
        value: EDTF for dates and times, `RUB 1500000` for money, a plain number for numbers.
        entity: key of the `Entity` of this article that it names, empty while unknown.
        gazetteer: key of the gazetteer entry that it matched, empty if none.
        confidence: probability that span and type are right.
        source: the rule, lexicon entry or model (with version) that made it.
        found_at: offsets at which a rule found it, where the reader's have taken their place; `None` everywhere else.
    """

    start: int
    end: int
    text: str
    type: str
    source: str
    kind: MentionKind = ""
    name: str = ""
    value: str = ""
    entity: str = ""
    gazetteer: str = ""
    confidence: float = 1.0
    found_at: Span | None = None

    @property
    def span(self) -> Span:
        """Offsets as a pair."""
        return self.start, self.end

    @property
    def origin(self) -> Span:
        """Offsets at which it was found: what was read before the arbitration, events and dates, points there."""
        return self.found_at or self.span

    @property
    def key(self) -> MentionKey:
        """Offsets and type."""
        return self.start, self.end, self.type


@dataclass(frozen=True, slots=True, kw_only=True)
class TemporalExpression:
    """A calendar expression with its resolved value.

    Attributes:
        value: EDTF, for example `2023-11-20`, `2022-11`, `2023-11-22/2023-11-23`, `XXXX-11-20` without a year.
        earliest: first day it can mean, `None` while the year is unknown or the range is open.
        latest: last day it can mean.
        precision: minute, day, week, month, quarter, season, half, year, decade, century or range.
        anchor: how it was resolved: explicit, published, document (the date spoken of before it) or none.
        source: the rule that read it.
        conflict: what disagrees, where two cues for one date contradict each other («Вчера, 19 ноября»).
    """

    start: int
    end: int
    text: str
    value: str
    precision: str
    anchor: str
    source: str
    earliest: dt.date | None = None
    latest: dt.date | None = None
    conflict: str = ""
    confidence: float = 1.0

    @property
    def span(self) -> Span:
        """Offsets as a pair."""
        return self.start, self.end


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """Someone or something that an article speaks of, under one identity.

    Attributes:
        key: the gazetteer key («body-odkb»), else `e-START-END` of the first mention; unique in the article.
        type: person, organization, city, country, state_or_province, district, location or facility.
        name: canonical Russian name in the nominative; a body's organ carries the parent's abbreviation.
        aliases: other names that count as this entity.
        parent: key of the gazetteer entry of the parent body, empty if none.
        gazetteer: gazetteer key or empty.
    """

    key: str
    type: str
    name: str
    first_name: str = ""
    patronymic: str = ""
    last_name: str = ""
    name_en: str = ""
    abbreviation: str = ""
    abbreviation_en: str = ""
    aliases: tuple[str, ...] = ()
    parent: str = ""
    gazetteer: str = ""
    wikidata_id: str = ""
    country: str = ""
    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """A post that the article says someone holds.

    `person` and `organization` are entity keys; `position` is in the nominative («Генеральный секретарь», «Генсек»),
    `full` the same without clipped words and capitals, empty while nobody has asked; `tenure` is current, former,
    acting or future; `start`/`end` the words that name the post.
    """

    person: str
    position: str
    start: int
    end: int
    text: str
    source: str
    organization: str = ""
    tenure: str = "current"
    since: str = ""
    until: str = ""
    full: str = ""
    confidence: float = 1.0

    @property
    def post(self) -> str:
        """One wording of a post however it is clipped: «заместитель министра» of «Замминистра»."""
        return self.full or self.position.lower()


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """One uninterrupted piece of words given to a speaker, without dash and outer quotation marks.

    `group` joins the pieces of one quote that the author's words cut: the offset of the first piece.
    `speaker` is an entity key, empty where the article does not tell; `cue` the verb («заявил», «по словам»).
    """

    start: int
    end: int
    text: str
    kind: Literal["direct", "indirect"]
    group: int
    source: str
    speaker: str = ""
    cue: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """A stated link between two mentions; `type` is the NEREL relation label."""

    type: str
    head: MentionKey
    tail: MentionKey
    source: str
    confidence: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Argument:
    """One filler of one role of one event.

    `entity` is an entity key, or empty where the filler is a date, a topic or a count; `name` is what a reader
    should see (canonical name, EDTF value, the text); `value` carries a count's number or a date's EDTF.
    """

    role: str
    name: str
    start: int
    end: int
    text: str
    source: str
    entity: str = ""
    value: str = ""
    confidence: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One happening as this article tells it.

    Attributes:
        type: an id of the ontology; `plover` its PLOVER category.
        status: what became of it; `status_cue` the span of the word that decided it.
        phase: start, end or empty.
        date: EDTF or empty; `earliest` and `latest` the plain days it spans; `date_text` its words in the article.
        place: entity key of the most specific named place.
        trigger_start, trigger_end: the word that names it; `evidence_*` the sentence.
        asserted_by: entity key of the speaker, where only a quote or «по словам» carries the claim.
        source: trigger entry and frame that made it.
        confidence: probability that the article tells of such an event.
        certainty: probability that type, status, participants, place and date are all right.
        status_rule: name of the rule that decided the status, with `+date` where the date has corrected it,
            behind `learned/` where the factuality network has overruled it.
        tellings: spans of all triggers that tell of it, the first one among them.
    """

    type: str
    plover: str
    status: Status
    trigger: str
    trigger_start: int
    trigger_end: int
    evidence_start: int
    evidence_end: int
    source: str
    arguments: tuple[Argument, ...] = ()
    phase: Literal["", "start", "end"] = ""
    date: str = ""
    earliest: dt.date | None = None
    latest: dt.date | None = None
    date_text: str = ""
    place: str = ""
    title: str = ""
    status_cue: Span | None = None
    asserted_by: str = ""
    confidence: float = 1.0
    certainty: float = 1.0
    status_rule: str = ""
    tellings: tuple[Span, ...] = ()

    def _repr_html_(self) -> str:
        """How a notebook shows it."""
        fillers = by_role((a.role, a.name) for a in self.arguments if a.role != "date" or not self.date)
        facts = [("trigger", self.trigger), ("date", self.date), *fillers, ("confidence", f"{self.confidence:.2f}")]
        return card(self.title or self.type, facts, status=self.status)


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotations:
    """All that was found in one article: what leaves the map pass."""

    sentences: int
    tokens: int
    sentence_starts: tuple[int, ...]
    mentions: tuple[Mention, ...] = ()
    dates: tuple[TemporalExpression, ...] = ()
    entities: tuple[Entity, ...] = ()
    positions: tuple[Position, ...] = ()
    quotes: tuple[Quote, ...] = ()
    relations: tuple[Relation, ...] = ()
    events: tuple[Event, ...] = ()

"""What argument rules look at: an article's tokens with the mentions, dates and phrases that lie on them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from spacy.tokens import Doc

from pipeline.entities.coreference.profiles import find_genders
from pipeline.entities.naming import is_persons_name
from pipeline.entities.spans import NamedSpans
from pipeline.events.arguments.cases import possible_cases
from pipeline.events.arguments.name_cases import shown_case
from pipeline.events.arguments.name_forms import NameForm
from pipeline.events.arguments.notes import signs_a_note
from pipeline.events.arguments.phrases import Phrase, read_phrases
from pipeline.events.arguments.pronouns import means_the_speaker, resolve_pronouns
from pipeline.language.features import case_of
from pipeline.language.text import text_of
from pipeline.records.annotations import PLACE_TYPES, Entity, Mention, TemporalExpression

ACTORS = frozenset({"person", "organization"})
NAMED = ACTORS | PLACE_TYPES  # who may take part, and where


@dataclass(frozen=True, slots=True, kw_only=True)
class MentionSpan:
    """A mention with the tokens it covers (`end` is exclusive) and the grammatical case of its head.

    `case` is what the tagger says, empty where the name shows none; `cases` what the forms of a person's name allow,
    empty where they allow any.
    """

    mention: Mention
    start: int
    end: int
    case: str
    cases: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class DateSpan:
    """A calendar expression with the tokens it covers (`end` is exclusive)."""

    date: TemporalExpression
    start: int
    end: int


@dataclass(frozen=True, kw_only=True)
class Reading:
    """An article made ready for argument rules.

    Attributes:
        text: the article, kept because spaCy puts it together anew each time it is asked.
        covering: token index -> the longest mention of somebody or some place on it.
        adjectives: token index -> an adjective that names a place («белорусский»).
        phrase_at: token index -> the phrase it belongs to.
        pronouns: mentions of the pronouns that coreference has left open.
        clauses: token index -> first token of its clause and the index behind its last, as far as they were asked for.
    """

    doc: Doc
    text: str
    entities: Mapping[str, Entity]
    covering: Mapping[int, MentionSpan]
    adjectives: Mapping[int, MentionSpan]
    dates: tuple[DateSpan, ...]
    phrases: tuple[Phrase, ...]
    phrase_at: Mapping[int, Phrase]
    pronouns: tuple[Mention, ...]
    clauses: dict[int, tuple[int, int]] = field(default_factory=dict)

    @cached_property
    def genders(self) -> Mapping[str, str]:
        """Gender of the article's people by entity key: Masc, Fem or empty."""
        return find_genders(NamedSpans(self.doc))

    def mention_type(self, span: MentionSpan) -> str:
        """Type of what a mention names: its entity's, else its own."""
        entity = self.entities.get(span.mention.entity)
        return entity.type if entity else span.mention.type

    def phrases_between(self, start: int, end: int) -> tuple[Phrase, ...]:
        """Phrases that begin within the tokens from `start` to `end`, in order."""
        first = bisect_left(self.phrases, start, key=lambda p: p.start)
        return self.phrases[first : bisect_left(self.phrases, end, key=lambda p: p.start)]

    def dates_between(self, start: int, end: int) -> tuple[DateSpan, ...]:
        """Calendar expressions that begin within the tokens from `start` to `end`, in order."""
        first = bisect_left(self.dates, start, key=lambda d: d.start)
        return self.dates[first : bisect_left(self.dates, end, key=lambda d: d.start)]

    def nearest(self, entity: str, index: int) -> MentionSpan | None:
        """The name of an entity that stands nearest to a token."""
        named = {id(s): s for s in self.covering.values() if s.mention.entity == entity and s.mention.kind == "name"}
        return min(named.values(), key=lambda s: (abs(s.start - index), s.start), default=None)

    def places_within(self, span: MentionSpan) -> list[MentionSpan]:
        """Names of places inside a longer name, in order: «[Нальчика]» in «больница Нальчика»."""
        outer = span.mention
        inner = (m for m in self.doc._.mentions if outer.start <= m.start and m.end <= outer.end and m is not outer)
        named = (m for m in inner if m.kind != "adjective" and m.entity and m.type in PLACE_TYPES)
        return [s for m in named if (s := _mention_span(self.doc, m))]

    def spans(self, start: int, end: int) -> list[MentionSpan]:
        """The outermost mentions within the tokens from `start` to `end`, in order."""
        found: list[MentionSpan] = []
        for index in range(start, end):
            span = self.covering.get(index)
            if span and (not found or found[-1] is not span):
                found.append(span)
        return found


def read_article(doc: Doc) -> Reading:
    """Lay mentions, dates and phrases over the tokens of an article."""
    meant = (m for m in doc._.mentions if not means_the_speaker(doc, m))
    spans = [s for s in (_mention_span(doc, m) for m in meant) if s]
    adjectives = {i: s for s in spans if s.mention.kind == "adjective" for i in range(s.start, s.end)}
    covering = _covering(doc, (s for s in spans if s.mention.kind != "adjective"))
    pronouns = tuple(resolve_pronouns(doc))
    for token, mention in pronouns:
        if token.i not in covering and token.i not in adjectives:
            covering[token.i] = MentionSpan(mention=mention, start=token.i, end=token.i + 1, case=case_of(token))
    dates = tuple(s for s in (_date_span(doc, d) for d in doc._.dates) if s)
    dated = {i for s in dates for i in range(s.start, s.end)}
    phrases = read_phrases(doc, _names(covering), dated)
    return Reading(
        doc=doc, text=text_of(doc), entities={e.key: e for e in doc._.entities}, covering=covering,
        adjectives=adjectives, dates=dates, phrases=phrases,
        phrase_at={i: p for p in phrases for i in range(p.start, p.end)}, pronouns=tuple(m for _, m in pronouns),
    )  # fmt: skip


def _names(covering: Mapping[int, MentionSpan]) -> dict[int, NameForm]:
    return {
        i: NameForm(start=s.start, end=s.end, case=s.case, person=s.mention.type == "person", cases=s.cases)
        for i, s in covering.items()
    }


def _covering(doc: Doc, spans: Iterable[MentionSpan]) -> dict[int, MentionSpan]:
    """Longest mention first, so that «Совет ОДКБ» covers the «ОДКБ» within; a description counts once resolved."""
    covering: dict[int, MentionSpan] = {}
    useful = (s for s in spans if s.mention.type in NAMED and (s.mention.entity or s.mention.kind == "name"))
    useful = (s for s in useful if not signs_a_note(doc, s.start, s.end))
    for span in sorted(useful, key=lambda s: (s.start - s.end, s.start)):
        if span.start not in covering and span.end - 1 not in covering:
            covering.update(dict.fromkeys(range(span.start, span.end), span))
    return covering


def _mention_span(doc: Doc, mention: Mention) -> MentionSpan | None:
    span = doc.char_span(mention.start, mention.end, alignment_mode="expand")
    if span is None or not len(span):
        return None
    cases = possible_cases(span) if is_persons_name(mention) else frozenset()
    return MentionSpan(mention=mention, start=span.start, end=span.end, case=shown_case(mention, span), cases=cases)


def _date_span(doc: Doc, date: TemporalExpression) -> DateSpan | None:
    span = doc.char_span(date.start, date.end, alignment_mode="expand")
    return DateSpan(date=date, start=span.start, end=span.end) if span is not None and len(span) else None

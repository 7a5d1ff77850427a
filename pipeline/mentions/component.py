"""The component that writes `doc._.mentions`: finders, one place that decides between them, the network's last word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from pipeline.mentions.abbreviations import AbbreviationDefinition, Definition
from pipeline.mentions.adjectives import find_adjectives
from pipeline.mentions.candidates import Candidate, Words
from pipeline.mentions.classifier.decide import classify
from pipeline.mentions.context import ArticleContext
from pipeline.mentions.finder import find_all_names
from pipeline.records.annotations import Mention, TemporalExpression


@Language.factory(
    "svodka_mentions",
    assigns=["doc._.mentions", "doc._.abbreviations", "doc.spans", "doc.ents"],
    requires=["token.lemma", "token.morph", "doc._.dates", "doc._.reading"],
)
def create_mentions(nlp: Language, name: str) -> MentionFinder:
    """Factory of the component."""
    return MentionFinder()


class MentionFinder:
    """Finds what names something."""

    def __call__(self, doc: Doc) -> Doc:
        """Write the mentions in the order of their offsets, longer ones first."""
        words = Words(doc)
        found = find_all_names(words)
        candidates = classify(words, found, doc._.reading)
        if doc._.reading is not None:
            doc._.reading = doc._.reading.without_windows()  # nobody asks for any span again
        names = list(to_mentions(words, candidates, found.definitions))
        mentions = [*names, *find_adjectives(doc, names), *map(to_date_mention, doc._.dates)]
        doc._.mentions = tuple(sorted(mentions, key=lambda m: (m.start, -m.end, m.type)))
        doc._.abbreviations = tuple(to_definition(words, definition) for definition in found.definitions)
        write_spans(doc)
        return doc


def to_mentions(words: Words, candidates: Sequence[Candidate], definitions: Sequence[Definition]) -> Iterator[Mention]:
    """Turn candidates over words into mentions over offsets, each with the gazetteer entry that the context gives."""
    context = ArticleContext(words, candidates, definitions)
    for candidate in candidates:
        start, end = words.offsets(*candidate.span)
        key, reason = context.entry_of(candidate)
        yield Mention(
            start=start, end=end, text=words.source[start:end], type=candidate.type, kind=candidate.kind,
            source=candidate.source + reason, gazetteer=key, confidence=candidate.confidence,
        )  # fmt: skip


def to_date_mention(date: TemporalExpression) -> Mention:
    """A calendar expression as a mention of type date, or time where it has a clock time."""
    return Mention(
        start=date.start, end=date.end, text=date.text, type="time" if date.precision == "minute" else "date",
        value=date.value, source=date.source, confidence=date.confidence,
    )  # fmt: skip


def to_definition(words: Words, definition: Definition) -> AbbreviationDefinition:
    """A definition over offsets."""
    start, end = words.offsets(*definition.long.span)
    short_start, short_end = words.offsets(definition.short_first, definition.short_last)
    return AbbreviationDefinition(
        short=words.source[short_start:short_end], start=start, end=end, type=definition.long.type,
        gazetteer=tuple(entry.key for entry in definition.long.entries),
    )  # fmt: skip


def write_spans(doc: Doc) -> None:
    """Fill `doc.spans["mentions"]` with all mentions and `doc.ents` with the longest, as displaCy wants them."""
    spans: list[Span] = []
    for mention in doc._.mentions:
        span = doc.char_span(mention.start, mention.end, label=mention.type, alignment_mode="expand")
        if span is not None and len(span):
            spans.append(span)
    doc.spans["mentions"] = spans
    doc.ents = tuple(filter_spans(spans))

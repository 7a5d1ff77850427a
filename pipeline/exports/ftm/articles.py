"""Articles, and what binds them to entities: mentions, quotes, stated relations."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.exports.ftm.draft import Draft, article_id, draft, entity_id, ftm_id
from pipeline.exports.ftm.parties import ACTORS, Parties
from pipeline.loading.articles import ArticleRecords
from pipeline.records.ids import encode_id
from pipeline.records.tables.column import cell
from pipeline.records.tables.documents import DocumentRow


def article(document: DocumentRow) -> Draft:
    """The article itself; its text is not in the tables, and its hash is longer than a `contentHash` may be."""
    published = document.published.isoformat() if document.published else ""
    return draft(
        "Article",
        article_id(document.doc_id),
        [
            ("title", document.title),
            ("fileName", document.source),
            ("publishedAt", published),
            ("sourceUrl", document.url),
            ("publisher", document.publisher),
            ("author", document.author),
            ("language", document.language),
            ("encoding", document.encoding),
            ("processingStatus", document.status),
            ("processingError", document.error),
            ("notes", f"SHA-256 of the text: {document.text_sha256}"),
            ("notes", document.duplicate_of and f"duplicate of {document.duplicate_of}"),
        ],
    )


def mentions(records: ArticleRecords, parties: Parties) -> Iterator[Draft]:
    """A Mention for each span that names someone, something or somewhere; dates and sums have none."""
    for row in records.mentions:
        found = parties.find(row.entity_id)
        if found is None:
            continue
        schema = parties.schema(found)
        yield draft(
            "Mention",
            ftm_id("mention", row.mention_id),
            [
                ("document", article_id(row.doc_id)),
                ("name", row.name or row.text),
                ("resolved", entity_id(found.entity_id) if schema in ACTORS else ""),
                ("detectedSchema", schema),
                ("contextCountry", found.country),
            ],
        )


def documentation(records: ArticleRecords, parties: Parties) -> Iterator[Draft]:
    """A link between the article and each entity that it names, with the number of times."""
    times: dict[str, int] = {}
    for row in records.mentions:
        found = parties.find(row.entity_id)
        if found is not None:
            times[found.entity_id] = times.get(found.entity_id, 0) + 1
    proof = article_id(records.document.doc_id)
    for identifier, number in times.items():
        yield draft(
            "Documentation",
            ftm_id("documentation", f"{encode_id(records.document.doc_id)}-{identifier}"),
            [
                ("document", proof),
                ("entity", entity_id(identifier)),
                ("role", "named"),
                ("description", f"named {number} times"),
                ("date", _published(records)),
            ],
        )


def quotes(records: ArticleRecords, parties: Parties) -> Iterator[Draft]:
    """A link between the article and the speaker of each quote, with the words."""
    proof = article_id(records.document.doc_id)
    for quote in records.quotes:
        speaker = parties.find(quote.speaker_id)
        if speaker is not None:
            yield draft(
                "Documentation",
                ftm_id("quote", quote.quote_id),
                [
                    ("document", proof),
                    ("entity", entity_id(speaker.entity_id)),
                    ("role", f"speaker ({quote.kind})"),
                    ("summary", quote.text),
                    ("recordId", quote.quote_id),
                    ("date", _published(records)),
                ],
            )


def relations(records: ArticleRecords, parties: Parties) -> Iterator[Draft]:
    """A link for each stated relation between two entities."""
    for row in records.relations:
        head, tail = parties.find(row.head_entity_id), parties.find(row.tail_entity_id)
        if head is None or tail is None or head.entity_id == tail.entity_id:
            continue
        yield draft(
            "UnknownLink",
            ftm_id("relation", row.relation_id),
            [
                ("subject", entity_id(head.entity_id)),
                ("object", entity_id(tail.entity_id)),
                ("role", row.type),
                ("summary", f"{row.head} — {row.tail}"),
                ("description", f"confidence: {cell(row.confidence)}"),
                ("recordId", row.relation_id),
                ("proof", article_id(row.doc_id)),
                ("date", _published(records)),
            ],
        )


def _published(records: ArticleRecords) -> str:
    return records.document.published.isoformat() if records.document.published else ""

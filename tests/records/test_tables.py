"""The tables are what the contract says, and a row's cells are what a spreadsheet can read."""

import datetime as dt

import pytest

from pipeline.records.tables import TABLES, table
from pipeline.records.tables.column import cells, values
from pipeline.records.tables.documents import DocumentRow
from pipeline.records.tables.entities import EntityRow

CONTRACT = {
    "documents": "doc_id, source, url, title, published, published_from, publisher, author, language, encoding, "
    "characters, sentences, tokens, mentions, events, duplicate_of, status, error, text_sha256",
    "mentions": "mention_id, doc_id, start, end, text, type, kind, name, value, entity_id, sentence, confidence, source",
    "entities": "entity_id, type, name, first_name, patronymic, last_name, name_en, abbreviation, abbreviation_en, "
    "aliases, parent_id, wikidata_id, country, latitude, longitude, mentions, documents, first_published, "
    "last_published, merged_into",
    "positions": "position_id, doc_id, person_id, person, position, organization_id, organization, tenure, since, "
    "until, text, start, end, confidence, source, position_full",
    "events": "event_id, doc_id, cluster_id, type, plover, status, phase, date, date_start, date_end, date_text, place, "
    "place_id, country, latitude, longitude, participants, title, trigger, trigger_start, trigger_end, evidence, "
    "evidence_start, evidence_end, status_cue, asserted_by, confidence, source, certainty",
    "event_arguments": "event_id, doc_id, role, name, entity_id, mention_id, text, start, end, value, confidence, source",
    "quotes": "quote_id, group_id, doc_id, kind, speaker, speaker_id, cue, text, start, end",
    "relations": "relation_id, doc_id, type, head_mention_id, tail_mention_id, head, tail, head_entity_id, "
    "tail_entity_id, confidence, source",
    "event_clusters": "cluster_id, type, status, date, place, participants, title, events, documents, first_published, "
    "last_published, history",
}


@pytest.mark.parametrize("name", CONTRACT)
def test_columns_stand_in_the_published_order(name):
    assert [column.name for column in table(name).columns] == CONTRACT[name].split(", ")


def test_no_table_is_missing():
    assert [each.name for each in TABLES] == list(CONTRACT)


@pytest.mark.parametrize("each", TABLES, ids=lambda t: t.name)
def test_every_column_says_what_it_means(each):
    assert all(column.meaning.strip() for column in each.columns)
    assert each.meaning


def test_references_lead_to_keys():
    keys = {(each.name, column) for each in TABLES for column in each.key}
    assert {(other, key) for each in TABLES for _, other, key in each.references} <= keys


def test_cells_are_plain_text():
    row = EntityRow(
        entity_id="city-minsk", type="city", name="Минск", aliases=("Менск", "г. Минск"), latitude=53.9,
        mentions=0, documents=1, first_published=dt.date(2023, 11, 21),
    )  # fmt: skip
    found = dict(zip([c.name for c in table("entities").columns], cells(row), strict=True))
    assert found["aliases"] == "Менск; г. Минск"
    assert found["first_published"] == "2023-11-21"
    assert (found["latitude"], found["longitude"], found["mentions"]) == ("53.9", "", "0")


def test_typed_values_keep_zero_and_drop_empty_text():
    row = DocumentRow(doc_id="a", source="-", characters=0, status="empty", text_sha256="0" * 64)
    found = dict(zip([c.name for c in table("documents").columns], values(row), strict=True))
    assert found["characters"] == 0
    assert found["title"] is None

"""`entities.ftm.json`: what is written is what FollowTheMoney's own tools load, with nothing dropped."""

import json
from collections import Counter
from dataclasses import replace

import pytest
from click.testing import CliRunner

from pipeline.exports.entity_index import indexed
from pipeline.exports.ftm.dates import beginning, ending, interval
from pipeline.exports.ftm.draft import article_id, draft, entity_id, ftm_id
from pipeline.records.ids import encode_id
from pipeline.records.tables.entities import EntityRow

from .hand_made import CITY, EVENTS, EVIL, EVIL_ID, IVAN, LONG, MINISTRY, OLGA, ROWS, STATE, write_run

pytest.importorskip("followthemoney", reason="the extra ftm is not installed")

from followthemoney.cli.util import path_entities
from followthemoney.proxy import EntityProxy
from followthemoney.types import registry

from pipeline.errors import OutputError
from pipeline.exports.ftm import export as module
from pipeline.exports.ftm.checked import Checked
from pipeline.exports.ftm.export import export
from pipeline.exports.ftm.parties import Parties, is_public_body
from pipeline.loading.finished_run import open_run


@pytest.fixture(scope="module")
def exported(out, tmp_path_factory):
    return export(open_run(out), tmp_path_factory.mktemp("ftm"))


@pytest.fixture(scope="module")
def entities(exported):
    """What FollowTheMoney's own reader makes of the file, every value cleaned anew."""
    return {entity.id: entity for entity in path_entities(exported.files[0], EntityProxy, cleaned=False)}


def by_schema(entities, name):
    return [each for each in entities.values() if each.schema.name == name]


def test_counts_agree_with_the_tables(entities, exported):
    found = Counter(each.schema.name for each in entities.values())
    assert found == exported.written
    assert found["Event"] == len(ROWS["events"])
    assert found["Article"] == len(ROWS["documents"])
    assert found["Occupancy"] == len(ROWS["positions"])
    assert found["Mention"] == sum(bool(row.entity_id) for row in ROWS["mentions"])
    parties = sum(found[name] for name in ("Person", "Organization", "PublicBody", "Address"))
    assert parties == sum(not row.merged_into for row in ROWS["entities"])


def test_no_value_is_dropped_on_loading(entities, exported):
    lines = [json.loads(line) for line in exported.files[0].read_text(encoding="utf-8").split("\n")[:-1]]
    assert len(lines) == len(entities)
    for line in lines:
        assert entities[line["id"]].to_dict()["properties"] == line["properties"]
        entities[line["id"]].schema.validate(line)
        assert all(line["properties"].get(name) for name in entities[line["id"]].schema.required)


@pytest.mark.parametrize("command", ["validate", "aggregate"])
def test_commands_of_followthemoney_keep_every_entity(entities, exported, tmp_path, command):
    from followthemoney.cli.cli import cli  # noqa: PLC0415

    kept = tmp_path / "kept.json"
    done = CliRunner().invoke(cli, [command, "-i", str(exported.files[0]), "-o", str(kept)])
    assert done.exit_code == 0, done.output
    found = {
        each["id"]: each["properties"] for each in map(json.loads, kept.read_text(encoding="utf-8").split("\n")[:-1])
    }
    assert {key: sorted(found[key]) for key in found} == {
        key: sorted(each.to_dict()["properties"]) for key, each in entities.items()
    }


def test_ids_hold_no_point_and_stay_different():
    """FollowTheMoney cuts off what stands behind a point: two ministries of one name would become one."""
    ids = [
        ftm_id("entity", each)
        for each in ("body-mid.country-ru", "body-mid.country-kz", "body-mid--country-ru", "a", "a.")
    ]
    assert len(set(ids)) == 5 and not any("." in each for each in ids)
    assert ids[3] == "entity-a" and ids[0].startswith("entity-body-mid--country-ru-h")


def test_every_link_leads_to_an_entity_of_the_right_kind(entities):
    for entity in entities.values():
        for prop in entity.iterprops():
            for value in entity.get(prop) if prop.type.name == "entity" else ():
                assert entities[value].schema.is_a(prop.range), (entity.id, prop.name)


def test_an_event_tells_who_when_and_where(entities):
    event = entities["event-a-v50-57-meeting"]
    assert event.caption == "Встреча: Иван Громов, Ольга Серова; Астана, 20.11.2023"
    assert event.get("date") == ["2023-11-20"]
    assert [entities[key].caption for key in event.get("involved")] == ["Иван Громов", "Ольга Серова"]
    assert [entities[key].caption for key in event.get("organizer")] == ["Министерство иностранных дел Казахстана"]
    assert entities[event.first("addressEntity")].get("latitude") == ["51.18"]
    assert event.get("country") == ["kz"]
    assert event.get("keywords") == ["meeting", "CONSULT", "occurred"]
    assert event.get("description") == ["total: 2"]
    assert entities[event.first("proof")].get("publishedAt") == ["2023-11-21"]


def test_vaguer_dates_become_first_and_last_day(entities):
    event = entities["event-a-v500-509-visit"]
    assert (event.get("startDate"), event.get("endDate")) == (["1980-01-01"], ["1989-12-31"])
    assert event.get("notes")[0] == "date: 198X"


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ("2023-11-20", [("date", "2023-11-20")]),
        ("2023-11-30T11:00", [("date", "2023-11-30T11:00")]),
        ("2022", [("date", "2022")]),
        ("2023-W47", [("startDate", "2023-11-20"), ("endDate", "2023-11-26")]),
        ("2021-22", [("startDate", "2021-06-01"), ("endDate", "2021-08-31")]),
        ("2023-11-22/2023-11-23", [("startDate", "2023-11-22"), ("endDate", "2023-11-23")]),
        ("../2030", [("endDate", "2030-12-31")]),
        ("XXXX-08-28", []), ("0988", []), ("9999", []), ("", []),
    ],
)  # fmt: skip
def test_dates_are_told_as_followthemoney_knows_them(value, told):
    assert list(interval(value)) == told
    assert all(registry.date.clean(each) == each for _, each in told)


def test_periods_of_a_post():
    assert (beginning("2022-05"), ending("198X"), beginning("XXXX-08"), ending("")) == ("2022-05", "1989-12-31", "", "")


def test_a_city_that_takes_part_is_linked(entities):
    (link,) = by_schema(entities, "UnknownLink")[2:3]
    assert {entities[each.first("object")].caption for each in by_schema(entities, "UnknownLink")} == {"Астана"}
    roles = Counter(each.first("role") for each in by_schema(entities, "UnknownLink"))
    assert roles == {"place": 2, "participant": 1, "LOCATED_IN": 1}
    assert link.get("role") == ["participant"]


def test_posts_have_holders(entities):
    told = {(entities[o.first("holder")].caption, entities[o.first("post")].caption, o.first("status"), o.first("startDate"))
            for o in by_schema(entities, "Occupancy")}  # fmt: skip
    assert told == {
        ("Иван Громов", "министр иностранных дел, Министерство иностранных дел Казахстана", "current", "2022-05"),
        ("Ольга Серова", "посол", "ended", None),
    }


def test_people_bodies_and_places(entities):
    olga, ministry, city = (entities[entity_id(key)] for key in (OLGA, MINISTRY, CITY))
    assert (olga.get("fatherName"), olga.get("wikidataId")) == (["Петровна"], ["Q42"])
    assert (ministry.schema.name, ministry.get("parent")) == ("PublicBody", [entity_id(STATE)])
    assert (city.schema.name, city.get("city")) == ("Address", ["Астана"])


def test_quotes_are_documentation_of_their_speaker(entities):
    (quote,) = [each for each in by_schema(entities, "Documentation") if each.get("role") == ["speaker (direct)"]]
    assert (entities[quote.first("entity")].caption, quote.get("summary")) == ("Иван Громов", ["Мы довольны."])


def test_hostile_text_is_kept_or_told_of(entities, exported):
    assert "1 entities that were merged away are told as what they were merged into." in exported.notes
    assert any("sourceUrl" in note for note in exported.notes)
    article = entities[article_id(EVIL_ID)]
    assert "sourceUrl: javascript:alert(1)" in article.get("notes")
    evil = [each for each in by_schema(entities, "Event") if each.first("recordId").startswith("c.5f")]
    assert len(evil) == len(EVIL) + 1
    assert evil[0].get("summary") == ["<script>alert('x')</script>"]
    assert evil[-1].first("summary").endswith(f"… [cut: {len(LONG.strip())} characters]")
    assert not any("\x00" in value for each in evil for value in each.get("summary"))


@pytest.mark.parametrize("doc_id", ["_", "/", "https://example.org/a_b?c=1", "-", ".", "а" * 300, EVIL_ID])
def test_any_id_becomes_one_that_followthemoney_takes(tmp_path, doc_id):
    rows = {name: [] for name in ROWS}
    event = replace(EVENTS[0], doc_id=doc_id, event_id=f"{encode_id(doc_id)}-v1-2-meeting")
    rows["documents"] = [replace(ROWS["documents"][0], doc_id=doc_id)]
    rows["events"] = [event]
    written = export(open_run(write_run(tmp_path, ["csv"], rows)), tmp_path)
    assert written.written == {"Article": 1, "Event": 1}


@pytest.mark.parametrize(
    ("made", "name", "reworded", "left_out"),
    [
        (draft("Mention", "m", [("name", "\x00"), ("document", "d")]), ["\\x00"], {}, {"name": 1}),
        (draft("Mention", "m", [("name", "Уакум"), ("contextCountry", "XX")]), ["Уакум"], {}, {"contextCountry": 1}),
        (draft("Person", "p", [("name", "Иван"), ("country", "XX")]), ["Иван"], {"country": 1}, {}),
    ],
)
def test_values_that_are_refused_are_counted(made, name, reworded, left_out):
    checked = Checked()
    assert checked.make(made).get("name") == name
    assert (checked.reworded, checked.left_out) == (reworded, left_out)


@pytest.mark.parametrize("identifier", ["a_b", "a.b", "-a", "a/b"])
def test_an_id_that_would_be_dropped_or_cut_stops_the_export(identifier):
    with pytest.raises(OutputError, match=f"does not take the id '{identifier}'"):
        Checked().make(draft("Person", identifier, [("name", "Иван")]))


def test_what_followthemoney_drops_is_noticed(tmp_path):
    path = tmp_path / "spoilt.json"
    line = {"id": "a", "schema": "Event", "properties": {"name": ["Встреча"], "date": ["2023-W47"]}}
    path.write_text(json.dumps(line) + "\n", encoding="utf-8")
    with pytest.raises(OutputError, match=r"spoilt.json, line 1"):
        module._read_back(path, Checked())


@pytest.mark.parametrize(
    ("name", "public"),
    [
        ("Мэрия Рыбинска", True), ("Федеральная антимонопольная служба", True), ("Калининский городской суд", True),
        ("Вооружённые силы Армении", True), ("Министерство транспорта", True), ("Полиция Акмолинской области", True),
        ("Северный лён", False), ("Парламентская газета", False), ("Музей Балтийского флота", False),
        ("Красный Крест", False), ("Ирландская республиканская армия", False), ("Белый дом", True),
        ("МИДа", True), ("Завод «Мидас»", False), ("Студия «Мэрилин»", False), ("Радар", False), ("Верховная рада", True), ("Областная больница", False),
    ],
)  # fmt: skip
def test_organs_of_a_state_are_told_by_their_names(name, public):
    assert (
        is_public_body(EntityRow(entity_id="e", type="organization", name=name, mentions=1, documents=1), None)
        is public
    )


def test_an_organ_of_a_region_is_told_by_its_parent():
    rows = [
        EntityRow(entity_id="an", type="organization", name="Академия наук", parent_id="r", mentions=1, documents=1),
        EntityRow(entity_id="r", type="state_or_province", name="Якутия", mentions=1, documents=1),
    ]
    with indexed(rows) as entities:
        assert [Parties(entities).schema(row) for row in rows] == ["PublicBody", "Address"]


def test_what_was_merged_away_is_found_as_what_it_was_merged_into():
    with indexed(ROWS["entities"]) as entities:
        assert Parties(entities).find("e-b-m0-9-person").entity_id == IVAN

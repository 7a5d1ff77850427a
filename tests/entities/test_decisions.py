"""A user's decisions on who is the same: how they are written, and how the merge obeys them."""

import pytest

from pipeline.entities.decisions.files import Told, read_decisions
from pipeline.entities.found import FoundEntity
from pipeline.entities.merge import merge_entities
from pipeline.entities.run_identity import identify_entities
from pipeline.errors import ResourceError
from pipeline.records.annotations import Annotations, Entity
from pipeline.records.article import Article
from pipeline.user_files import user_file


def person(doc, name, start=0, **pointed):
    first, *middle, last = ["", *name.split()] if " " not in name else name.split()
    entity = Entity(
        key=f"e-{start}-9", type="person", name=name, first_name=first, patronymic=" ".join(middle), last_name=last
    )
    return found(doc, entity, f"a{doc}-m{start}-9-person", **pointed)


def body(doc, name, gazetteer="", start=20, **more):
    entity = Entity(key=gazetteer or f"e-{start}-9", type="organization", name=name, gazetteer=gazetteer, **more)
    return found(doc, entity, f"a{doc}-m{start}-9-organization")


def found(doc, entity, mention, pointed_at=()):
    return FoundEntity(
        doc_id=f"a{doc}", order=doc, entity=entity, first_mention=mention, mentions=1, pointed_at=frozenset(pointed_at)
    )


def merge(entities, *lines):
    told = [
        Told(decision=decision, left=left, right=right, where=f"line {number}")
        for number, (decision, left, right) in enumerate(lines, start=2)
    ]
    return merge_entities(entities, told)


def standing(merged):
    """Documents by the name of each entity that stands."""
    return [(e.entity.name, e.documents) for e in merged.entities if not e.merged_into]


def results(merged):
    return [(each.outcome, each.why) for each in merged.obeyed]


def test_same_makes_one_of_two_that_the_run_keeps_apart():
    two = [person(0, "Олег Таранов"), person(1, "О. Таранов")]
    assert standing(merge(two)) == [("Олег Таранов", 1), ("О. Таранов", 1)]
    merged = merge(two, ("same", "Олег Таранов", "О. Таранов"))
    assert standing(merged) == [("Олег Таранов", 2)]
    assert set(merged.ids.values()) == {"e-a0-m0-9-person"}
    assert merged.decisions[-1].reason == "line 2" and merged.decisions[-1].verdict == "same"


def test_what_is_merged_away_keeps_a_row_that_leads_on():
    merged = merge([person(0, "Олег Таранов"), person(1, "О. Таранов")], ("same", "О. Таранов", "Олег Таранов"))
    rows = [(e.entity_id, e.merged_into, e.mentions, e.documents) for e in merged.entities]
    assert rows == [("e-a1-m0-9-person", "", 2, 2), ("e-a0-m0-9-person", "e-a1-m0-9-person", 0, 0)]


def test_a_gazetteer_key_stands_on_whichever_side():
    two = [body(0, "Озёрники"), body(1, "Озёрный союз", "body-vos", wikidata_id="Q1")]
    for line in (("same", "Озёрники", "body-vos"), ("same", "body-vos", "Озёрники")):
        merged = merge(two, line)
        [one] = [e for e in merged.entities if not e.merged_into]
        assert (one.entity_id, one.entity.name, one.entity.wikidata_id) == ("body-vos", "Озёрный союз", "Q1")
        assert one.entity.aliases == ("Озёрники",)


def test_same_goes_on_over_several_lines():
    three = [person(0, "Олег Таранов"), person(1, "О. Таранов"), person(2, "Тарас Олегов")]
    merged = merge(three, ("same", "Олег Таранов", "О. Таранов"), ("same", "О. Таранов", "Тарас Олегов"))
    assert standing(merged) == [("Олег Таранов", 3)]
    assert {e.merged_into for e in merged.entities if e.merged_into} == {"e-a0-m0-9-person"}


def test_a_name_that_is_the_same_as_itself_joins_all_who_bear_it():
    lone = [person(doc, "Таранов") for doc in range(3)] + [person(3, "Олег Таранов")]
    assert len(standing(merge(lone))) == 4
    merged = merge(lone, ("same", "Олег Таранов", "Таранов"), ("same", "Таранов", "Таранов"))
    assert standing(merged) == [("Олег Таранов", 4)]


def test_different_keeps_apart_what_the_run_would_merge():
    two = [person(0, "Олег Таранов"), person(1, "Олег Ильич Таранов")]
    assert standing(merge(two)) == [("Олег Ильич Таранов", 2)]
    merged = merge(two, ("different", "Олег Таранов", "Олег Ильич Таранов"))
    assert standing(merged) == [("Олег Таранов", 1), ("Олег Ильич Таранов", 1)]
    assert merged.decisions[-1].verdict == "different"


def test_namesakes_are_parted_by_a_mention_and_the_rest_stays_on_the_left():
    three = [
        person(0, "Олег Таранов"),
        person(1, "Олег Таранов", pointed_at=["a1-m70-82-person"]),
        person(2, "Олег Таранов"),
    ]
    merged = merge(three, ("different", "e-a0-m0-9-person", "a1-m70-82-person"))
    assert [merged.ids[f"a{doc}", "e-0-9"] for doc in range(3)] == [
        "e-a0-m0-9-person", "e-a1-m0-9-person", "e-a0-m0-9-person",
    ]  # fmt: skip


@pytest.mark.parametrize("line", [("Олег Таранов", "e-a1-m0-9-person"), ("e-a1-m0-9-person", "Олег Таранов")])
def test_one_of_those_who_bear_a_name_is_parted_from_all_the_others(line):
    merged = merge([person(doc, "Олег Таранов") for doc in range(3)], ("different", *line))
    assert results(merged) == [("obeyed", "")]
    assert merged.ids["a0", "e-0-9"] == merged.ids["a2", "e-0-9"] != merged.ids["a1", "e-0-9"]


@pytest.mark.parametrize(
    ("line", "why"),
    [
        (("same", "Иван Иванов", "Олег Таранов"), "«Иван Иванов» fits nothing in this run: write a name"),
        (
            ("same", "Верховный суд", "Олег Таранов"),
            "«Верховный суд» fits 2 entities (e-a0-m20-9-organization, e-a1-m20-9-organization)",
        ),
        (("different", "ОТ", "Олег Таранов"), "both are one entity within the article a0, which cannot be parted"),
        (("different", "body-vos", "Озёрники"), "both are one entity within the article a0"),
    ],
)
def test_a_line_that_cannot_be_obeyed_is_left_aside_with_its_reason(line, why):
    entities = [
        person(0, "Олег Таранов", pointed_at=["ОТ"]), body(0, "Верховный суд"), body(1, "Верховный суд"),
        body(0, "Озёрный союз", "body-vos", start=40, aliases=("Озёрники",)),
    ]  # fmt: skip
    merged = merge(entities, line)
    [(outcome, reason)] = results(merged)
    assert outcome == "left aside" and why in reason
    assert standing(merged) == standing(merge(entities))


def test_one_key_of_the_gazetteer_is_one_whatever_is_told():
    two = [body(doc, "Озёрный союз", "body-vos") for doc in range(2)]
    [(outcome, why)] = results(merge(two, ("different", "body-vos", "Озёрный союз")))
    assert (outcome, why) == ("left aside", "both are one entity within the article a0, which cannot be parted")


def test_a_line_must_not_join_what_another_keeps_apart_under_other_names():
    two = [person(0, "Олег Таранов"), person(1, "Олег Ильич Таранов")]
    merged = merge(
        two,
        ("same", "e-a0-m0-9-person", "e-a1-m0-9-person"),
        ("different", "Олег Таранов", "Олег Ильич Таранов"),
    )
    assert results(merged) == [("left aside", "it would join what line 3 keeps apart"), ("obeyed", "")]


def test_what_is_so_already_is_told():
    two = [person(0, "Олег Таранов"), person(1, "Олег Таранов"), person(2, "Иван Иванов")]
    merged = merge(two, ("same", "Олег Таранов", "e-a1-m0-9-person"), ("different", "Олег Таранов", "Иван Иванов"))
    assert results(merged) == [("was so already", "")] * 2


def test_the_result_does_not_depend_on_the_order_of_arrival():
    entities = [person(doc, name) for doc, name in enumerate(("Таранов", "Олег Таранов", "Таранов", "О. Таранов"))]
    lines = (("same", "Таранов", "Таранов"), ("same", "О. Таранов", "Олег Таранов"))
    assert merge(entities, *lines) == merge(reversed(entities), *lines)


def read(folder, content):
    path = folder / "same.csv"
    path.write_text(content, encoding="utf-8")
    return read_decisions([user_file(path)])


def test_lines_are_read_with_their_place(tmp_path):
    [line] = read(tmp_path, "decision,left,right\nsame,Олег Таранов,О. Таранов\n")
    assert (line.decision, line.left, line.right) == ("same", "Олег Таранов", "О. Таранов")
    assert line.where.endswith("same.csv: line 2")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("left,right\n", "line 1: missing columns: decision. The columns are: decision, left, right."),
        ("decision,left,right\nequal,А,Б\n", "line 2: unknown decision 'equal'. Write same or different."),
        ("decision,left,right\nsame,А\n", "line 2: right is empty. Write a name, an entity_id or a mention_id."),
        ("decision,left,right\ndifferent,Таранов,таранов\n", "line 2: left and right name one thing. Write ids to"),
        ("decision,left,right\nsame,А,Б\ndifferent,Б,А\n", "line 3: «Б» and «А» are to be different, but are made the same by "),
        ("decision,left,right\ndifferent,А,В\nsame,А,Б\nsame,Б,В\n", "line 2: «А» and «В» are to be different, but are made"),
        ("decision,left,right\nsame,ОДКБ,Порт\ndifferent,Порт,body-odkb\n", "line 3: «Порт» and «body-odkb» are to be"),
        ("decision,left,right\nsame,e-a-m1-2-person,Порт\ndifferent,Порт,a-m1-2-person\n", "line 3: «Порт» and"),
    ],
)  # fmt: skip
def test_wrong_and_contradicting_lines_stop_the_command(tmp_path, content, message):
    with pytest.raises(ResourceError) as error:
        read(tmp_path, content)
    assert f"same.csv: {message}" in str(error.value)


def test_a_contradiction_names_every_line_of_the_chain(tmp_path):
    with pytest.raises(ResourceError, match=r"by .*line 3, .*line 4\. Take out one of these lines\."):
        read(tmp_path, "decision,left,right\ndifferent,А,В\nsame,А,Б\nsame,Б,В\n")


def test_the_parent_of_a_body_follows_where_its_id_goes():
    vos, other = body(0, "Озёрный союз", "body-vos"), body(0, "Лесной союз", "body-les", start=40)
    organ = Entity(key="body-vos-rada", type="organization", name="Рада", gazetteer="body-vos-rada", parent="body-vos")
    article = Article(doc_id="a0", text="", source="a0.txt", title="")
    read_of = Annotations(sentences=0, tokens=0, sentence_starts=(), entities=(vos.entity, other.entity, organ))
    line = Told(decision="same", left="body-les", right="body-vos", where="line 2")
    who = identify_entities([(article, read_of)], [line])
    assert {row.entity_id: (row.parent_id, row.merged_into) for row in who.rows} == {
        "body-les": ("", ""), "body-vos": ("", "body-les"), "body-vos-rada": ("body-les", ""),
    }  # fmt: skip

"""Who is who: B³ counted by hand, references of a brat folder, the baseline, the items, and what went wrong."""

import pytest
import spacy

from pipeline.errors import InputError
from pipeline.evaluation.identity.answers import Answer, baseline_clusters, table_answers
from pipeline.evaluation.identity.bcubed import BCubed, b_cubed
from pipeline.evaluation.identity.faults import cluster_faults, item_faults
from pipeline.evaluation.identity.gold import GoldMention, check_identities, gold_mentions
from pipeline.evaluation.identity.linking import count_items, judge_items
from pipeline.records.annotations import Annotations, Entity, Mention
from pipeline.training.corpus import read_brat

TEXT = "Анна Зорина из Минска. Зорина любит Минск, а Пётр и минская Дума нет."
MARKED = """\
T1\tPERSON 0 11\tАнна Зорина
T2\tCITY 15 21\tМинска
T3\tPERSON 23 29\tЗорина
T4\tCITY 36 41\tМинск
T5\tPERSON 45 49\tПётр
T6\tCITY 52 59\tминская
T7\tPROFESSION 60 64\tДума
R1\tALTERNATIVE_NAME Arg1:T1 Arg2:T3
N1\tReference T2 Wikidata:Q2280\tМинск
N2\tReference T4 Wikidata:Q2280\tМинск
N3\tReference T5 Wikidata:NULL
N4\tReference T6 Wikidata:Q2280
N5\tReference T7 Wikidata:Q7
"""


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "a.ann").write_text(MARKED, encoding="utf-8")
    return tmp_path


@pytest.fixture
def gold(folder):
    (text,) = read_brat(folder)
    return gold_mentions(text)


def mention(start, end, kind, entity=""):
    return Mention(start=start, end=end, text=TEXT[start:end], type=kind, source="test", entity=entity)


def found(*mentions):
    minsk = Entity(key="city-minsk", type="city", name="Минск", wikidata_id="Q2280")
    return Annotations(
        sentences=1, tokens=14, sentence_starts=(0,), mentions=mentions,
        entities=(minsk, Entity(key="e-0-11", type="person", name="Анна Зорина")),
    )  # fmt: skip


def test_b_cubed_as_counted_by_hand():
    # wanted {a b c}, {d e}; answered {a b}, {c d e}
    score = b_cubed("11122", "xxyyy")
    assert score.precision == pytest.approx((1 + 1 + 1 / 3 + 2 / 3 + 2 / 3) / 5)
    assert score.recall == pytest.approx((2 / 3 + 2 / 3 + 1 / 3 + 1 + 1) / 5)
    assert score.f1 == pytest.approx(2 * score.precision * score.recall / (score.precision + score.recall))


def test_b_cubed_adds_up_over_mentions_and_is_nothing_without_any():
    assert b_cubed("12", "xx") + b_cubed("1", "x") == BCubed(precisions=2.0, recalls=3.0, mentions=3)
    assert (b_cubed("", "").f1, BCubed().precision) == (0.0, 0.0)


def test_mentions_of_one_item_or_joined_by_alternative_name_are_one(gold):
    assert [(m.start, m.kind, sorted(m.items)) for m in gold] == [
        (0, "person", []), (15, "location", ["Q2280"]), (23, "person", []), (36, "location", ["Q2280"]),
        (52, "location", ["Q2280"]),
    ]  # fmt: skip
    anna, minsk, again, there, adjective = (m.cluster for m in gold)
    assert anna == again != minsk == there == adjective


def test_a_folder_without_identities_is_refused(folder):
    (folder / "a.ann").write_text(MARKED[: MARKED.index("N1")], encoding="utf-8")
    with pytest.raises(InputError, match=r"No references to Wikidata .* Name NEREL"):
        check_identities(read_brat(folder), folder)


def test_a_mention_that_was_not_found_is_alone(gold):
    answers = table_answers(
        gold,
        found(
            mention(0, 11, "person", "e-0-11"), mention(15, 21, "city", "city-minsk"), mention(36, 41, "person"),
            mention(52, 59, "nationality", "city-minsk"),
        ),
    )  # fmt: skip
    assert [a.found for a in answers] == [True, True, False, False, True]
    assert [a.item for a in answers] == ["", "Q2280", "", "", "Q2280"]
    assert len({a.cluster for a in answers}) == 4


def test_a_mention_without_entity_is_found_and_alone(gold):
    (*_, there, _) = table_answers(gold, found(mention(36, 41, "city")))
    assert there.found
    assert there.cluster.startswith("alone")


def test_the_baseline_merges_equal_normal_forms(gold):
    lemmas = {"Минска": "минск", "минская": "минский", "любит": "любить"}
    doc = spacy.blank("ru")(TEXT)
    for token in doc:
        token.lemma_ = lemmas.get(token.text, token.text.lower())
    assert baseline_clusters(gold, doc) == [
        "person анна зорина", "location минск", "person зорина", "location минск", "location минский",
    ]  # fmt: skip


def place(start, *items):
    return GoldMention(start=start, end=start + 1, kind="location", cluster="1", items=frozenset(items))


def test_items_are_owed_where_the_gazetteer_holds_them_and_judged_wherever_given():
    mentions = [place(0, "Q1"), place(2, "Q1"), place(4, "Q9"), place(6, "Q1", "Q3"), place(8)]
    answers = [Answer(found=True, cluster="a", item=item) for item in ("Q1", "", "Q1", "Q3", "Q1")]
    linked = judge_items(mentions, answers, {"Q1", "Q3"})
    counts = count_items(linked)
    assert (counts.right, counts.predicted, counts.gold) == (2, 3, 3)
    assert [(f.fault, f.start, f.other) for f in item_faults("a", "текст текст", linked)] == [
        ("unlinked", 2, "Q1, given none"), ("mislinked", 4, "Q9, given Q1"),
    ]  # fmt: skip


def test_faults_name_what_was_torn_apart_and_thrown_together(gold):
    clusters = ["x", "x", "y", "z", "z"]
    answers = [Answer(found=i != 4, cluster=cluster) for i, cluster in enumerate(clusters)]
    faults = [(f.fault, f.text, f.other) for f in cluster_faults("a", TEXT, gold, answers)]
    assert faults == [
        ("split", "Минска", "Минск"), ("merged", "Минска", "Анна Зорина"), ("split", "Зорина", "Анна Зорина"),
        ("unfound", "минская", "минская"),
    ]  # fmt: skip

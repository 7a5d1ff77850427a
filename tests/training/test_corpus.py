"""brat folders as annotated texts, and their windows as examples."""

import pytest

from pipeline.errors import InputError
from pipeline.training.corpus import AnnotatedText, read_brat
from pipeline.training.examples import make_examples
from pipeline.training.labels import collect_labels
from pipeline.training.scoring import ReaderScores, Tally

PERSON, CITY, EVENT = (0, 4, "person"), (9, 14, "city"), (15, 22, "event")


def test_spans_nest_and_relations_name_their_ends(write_brat, tmp_path):
    folder = write_brat(
        tmp_path / "one", [("[profession Глава [organization банка]] дал [event интервью].", [("AGENT", 0, 2)])]
    )
    (text,) = read_brat(folder)
    assert text.text == "Глава банка дал интервью."
    assert text.mentions == {(0, 11, "profession"), (6, 11, "organization"), (16, 24, "event")}
    assert text.relations == {("AGENT", (0, 11, "profession"), (16, 24, "event"))}


@pytest.mark.parametrize(
    "line",
    ["T1\tPERSON 0", "T1\tPERSON нуль 4\tАнна", "T1\tPERSON 0 400\tАнна", "R1\tAGENT Arg1:T1", "N1\tReference T1"],
)
def test_a_bad_line_is_named_by_file_and_number(tmp_path, line):
    (tmp_path / "a.txt").write_text("Анна.", encoding="utf-8")
    (tmp_path / "a.ann").write_text(f"T0\tPERSON 0 4\tАнна\n{line}\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"a\.ann:2: not a brat line"):
        read_brat(tmp_path)


def test_spans_in_fragments_and_their_relations_are_left_out(tmp_path):
    (tmp_path / "a.txt").write_text("Анна и Пётр.", encoding="utf-8")
    lines = "T1\tPERSON 0 4;7 11\tАнна Пётр\nT2\tPERSON 7 11\tПётр\nR1\tSPOUSE Arg1:T1 Arg2:T2\n"
    (tmp_path / "a.ann").write_text(lines, encoding="utf-8")
    (text,) = read_brat(tmp_path)
    assert text.mentions == {(7, 11, "person")}
    assert not text.relations


def test_references_name_what_a_mention_is(tmp_path):
    (tmp_path / "a.txt").write_text("Анна.", encoding="utf-8")
    (tmp_path / "a.ann").write_text(
        "T1\tPERSON 0 4\tАнна\nN1\tReference T1 Wikidata:Q1\tАнна\nN2\tReference T2 Wikidata:Q2\n", encoding="utf-8"
    )
    (text,) = read_brat(tmp_path)
    assert text.references == {((0, 4, "person"), "Wikidata:Q1")}


def test_an_empty_folder_says_what_is_missing(tmp_path):
    with pytest.raises(InputError, match="standoff"):
        read_brat(tmp_path)
    with pytest.raises(InputError, match="no folder"):
        read_brat(tmp_path / "nowhere")


def test_a_text_that_is_not_utf8_is_named(tmp_path):
    (tmp_path / "a.txt").write_bytes("Анна".encode("cp1251"))
    (tmp_path / "a.ann").write_text("", encoding="utf-8")
    with pytest.raises(InputError, match=r"a\.txt is not UTF-8"):
        read_brat(tmp_path)


def test_examples_give_back_the_offsets_of_their_spans(brat):
    for text in read_brat(brat):
        spans = {
            (e.window.pieces[a][0], e.window.pieces[b][1], kind)
            for e in make_examples(text)
            for a, b, kind in e.mentions
        }
        assert spans == text.mentions


def test_labels_are_those_of_the_corpus_in_alphabetical_order(brat):
    labels = collect_labels([e for text in read_brat(brat) for e in make_examples(text)])
    assert labels.types == ("city", "event", "number", "organization", "person", "profession")
    assert labels.relations == ("ORGANIZES", "PARTICIPANT_IN", "TAKES_PLACE_IN")
    assert labels.allowed == (("event", "city"), ("organization", "event"), ("person", "event"))
    assert labels.allowed_matrix().sum() == 3


def test_a_corpus_without_spans_is_refused():
    empty = AnnotatedText(name="a", text="Снег.", mentions=frozenset(), relations=frozenset())
    with pytest.raises(InputError, match="no annotated span"):
        collect_labels(list(make_examples(empty)))


def test_scores_are_strict_in_offsets_types_and_both_ends():
    gold = AnnotatedText(
        name="a", text="", mentions=frozenset({PERSON, CITY, EVENT}), relations=frozenset({("AGENT", EVENT, PERSON)})
    )
    scores = ReaderScores()
    scores.add(gold, {PERSON, (9, 13, "city"), EVENT}, {("AGENT", EVENT, (0, 4, "city"))})
    assert scores.figures() == {"mentions": 0.6667, "events": 1.0, "relations": 0.0, "arguments": 0.0}
    assert scores.mentions.f1(["city"]) == 0.0


def test_nothing_to_find_and_nothing_found_is_zero():
    assert Tally().f1() == 0.0

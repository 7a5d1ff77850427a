"""A text of our own with two chains, and links that are right and wrong."""

import pytest

from pipeline.errors import InputError
from pipeline.evaluation.rucor.corpus import load_texts
from pipeline.evaluation.rucor.links import Link, count_links, judge_links, owed_links

TEXT = "Директор Зорин приехал. Он встретил Ветрову. Директор доволен, она тоже."
#         words of the mention, head, chain, form
MENTIONS = [("Директор Зорин", "Директор", "1", "noun"), ("Он", "Он", "1", "pron"), ("Ветрову", "Ветрову", "2", "noun"),
            ("Директор", "Директор", "1", "noun"), ("она", "она", "2", "pron")]  # fmt: skip


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "texts" / "News").mkdir(parents=True)
    (tmp_path / "texts" / "News" / "one.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "Documents.txt").write_text("doc_id\tpath\n7\tNews/one.txt\n", encoding="utf-8")
    tokens = [f"7\t{TEXT.index(w)}\tNpmsn" for w in ("Зорин", "Ветрову")]
    (tmp_path / "Tokens.txt").write_text("doc_id\tshift\tgram\n" + "\n".join(tokens) + "\n", encoding="utf-8")
    rows, at = [], 0
    for words, head, chain, form in MENTIONS:
        at = TEXT.index(words, at)
        heads = TEXT.index("Зорин") if words == "Директор Зорин" else TEXT.index(head, at)
        rows.append(f"7\t1\t{chain}\t{at}\t{len(words)}\t{at}\tref:def|str:{form}\t{heads}")
    header = "doc_id\tvariant\tchain_id\tshift\tlength\ttk_shifts\tattributes\thd_shifts\n"
    (tmp_path / "Groups.txt").write_text(header + "\n".join(rows) + "\n", encoding="utf-8")
    return tmp_path


def link(words, name, start=0):
    at, named = TEXT.index(words, start), TEXT.index(name)
    return Link(start=at, end=at + len(words), rule="test", names=((named, named + len(name)),))


def test_links_are_judged_by_the_chain_of_the_name(folder):
    (text,) = load_texts(folder)
    links = [link("Он", "Зорин"), link("Директор", "Зорин", 30), link("она", "Зорин"), link("она", "Ветрову")]
    assert [judged.right for judged in judge_links(text, links)] == [True, True, False, True]


def test_descriptions_and_pronouns_behind_a_name_are_owed(folder):
    (text,) = load_texts(folder)
    assert owed_links(text) == 3


def test_counts_are_kept_by_rule(folder):
    (text,) = load_texts(folder)
    counts = count_links(judge_links(text, [link("Он", "Зорин"), link("она", "Зорин")]), owed_links(text))
    assert (counts["test"].precision, counts["overall"].recall) == (0.5, pytest.approx(1 / 3))


def test_a_folder_of_another_form_is_refused(tmp_path):
    with pytest.raises(InputError, match="Name a folder of RuCor"):
        list(load_texts(tmp_path))

"""A user's own bodies and places beside the shipped ones, and what is wrong with a bad file."""

import pytest

from pipeline.errors import ResourceError
from pipeline.mentions.gazetteer_in_use import load_gazetteer, own_gazetteer
from pipeline.mentions.matching import name_index
from pipeline.user_files import user_file


@pytest.fixture
def gazetteer_with(tmp_path):
    """The gazetteer with files of these contents: `mine-0.csv`, `mine-1.csv`, …"""

    def read(*contents):
        paths = [tmp_path / f"mine-{number}.csv" for number in range(len(contents))]
        for path, content in zip(paths, contents, strict=True):
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
        with own_gazetteer([user_file(path) for path in paths]):
            return load_gazetteer()

    return read


def test_a_key_and_a_name_are_enough(gazetteer_with):
    entry = gazetteer_with("key,name\nbody-klub,Клуб садоводов\n").entry("body-klub")
    assert (entry.type, entry.name, entry.parent) == ("organization", "Клуб садоводов", "")


def test_own_rows_may_hang_on_shipped_ones_and_on_each_other(gazetteer_with):
    found = gazetteer_with(
        "key,name,parent\nbody-a-rada,Рада Клуба,body-a\n", "key,name,parent\nbody-a,Клуб ОДКБ,body-odkb\n"
    )
    assert found.ancestors(found.entry("body-a-rada")) == {"body-a", "body-odkb"}


def test_own_names_are_used_within_the_block_alone(tmp_path):
    path = tmp_path / "mine.csv"
    path.write_text("key,name,abbreviations\nbody-klub,Клуб садоводов,КЛУБСАД\n", encoding="utf-8")

    def known():
        return [match.entries[0].key for match in name_index().find(["Клубом", "садоводов", ",", "КЛУБСАДом"])]

    with own_gazetteer([user_file(path)]):
        assert known() == ["body-klub", "body-klub"]
    assert known() == []


def test_a_row_of_a_shipped_key_adds_names_and_replaces_what_it_fills(gazetteer_with):
    shipped = load_gazetteer().entry("body-odkb")
    entry = gazetteer_with("key,name,aliases,wikidata_id\nbody-odkb,,Ташкентский блок,\n").entry("body-odkb")
    assert entry.aliases == ("Ташкентский блок", *shipped.aliases)
    assert (entry.name, entry.wikidata_id, entry.abbreviations) == (shipped.name, "Q318693", ("ОДКБ",))


def test_a_shipped_name_that_is_replaced_is_still_known(gazetteer_with):
    found = gazetteer_with("key,name\nbody-odkb,Ташкентский блок\n")
    assert found.entry("body-odkb").name == "Ташкентский блок"
    assert [e.key for e in found.named("Организация Договора о коллективной безопасности")] == ["body-odkb"]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("key,name,colour\n", "line 1: unknown columns: colour. The columns are: key, type, name, "),
        ("key,type\n", "line 1: missing columns: name."),
        ("", "line 1: missing columns: key, name."),
        ("key;name\nbody-a;Дом\n", "line 1: the columns are parted by semicolons. Save the file as CSV with commas."),
        ("key,name,name\n", "line 1: a column is there twice. Name each column once."),
        ("key,name\nBody 1,Дом\n", "line 2: bad key 'Body 1'. Use small Latin letters, digits and '-', not 'e-' at"),
        ("key,name\ne-1,Дом\n", "line 2: bad key 'e-1'."),
        ("key,name\n\nbody-a,\n", "line 3: body-a has no name, and no shipped entry has this key. Write the full name"),
        ("key,type,name\nbody-a,house,Дом\n", "line 2: unknown type 'house'. Write one of: organization, city,"),
        (
            "key,type,name\nbody-a,person,Дом\n",
            "line 2: a person is not found by a list. Say who is the same with --same.",
        ),
        ("key,name,latitude\ncity-a,А,north\n", "line 2: latitude is no number: 'north'. Write degrees as 53.9."),
        ("key,name,latitude\ncity-a,А,nan\n", "line 2: latitude nan lies outside -90 to 90 degrees. Correct it."),
        ("key,name,wikidata_id\ncity-a,А,318693\n", "line 2: '318693' is no Wikidata item. Write it as Q318693"),
        ("key,name\nbody-a,Дом,лишнее\n", "line 2: more cells than columns. Quote cells that hold a comma."),
        ('key,name\nbody-a,"Дом\n', "line 2: no CSV (unexpected end of data). Mend the quotation marks."),
        (
            "key,name,parent\nbody-a,Дом,body-none\n",
            "line 2: body-a has the unknown parent 'body-none'. Write the key of",
        ),
        ("key,name,country\nbody-a,Дом,*\n", "line 2: body-a has the unknown country '*'."),
        ("key,name\nbody-a,Дом\nbody-a,Дача\n", "line 3: the key 'body-a' stands already in "),
        ("key,name\nbody-a,Дом\n".encode("cp1251"), "line 2: no UTF-8. Save the file as CSV UTF-8."),
    ],
)
def test_a_wrong_file_is_named_with_its_line(gazetteer_with, content, message):
    with pytest.raises(ResourceError) as error:
        gazetteer_with(content)
    assert f"mine-0.csv: {message}" in str(error.value)


def test_a_key_of_two_files_is_refused(gazetteer_with):
    with pytest.raises(
        ResourceError, match=r"mine-1.csv: line 2: the key 'body-a' stands already in .*mine-0.csv: line 2"
    ):
        gazetteer_with("key,name\nbody-a,Дом\n", "key,name\nbody-a,Дача\n")


def test_a_file_that_changes_while_it_is_in_use_is_refused(tmp_path):
    path = tmp_path / "mine.csv"
    path.write_text("key,name\nbody-a,Дом\n", encoding="utf-8")
    noted = user_file(path)
    path.write_text("key,name\nbody-b,Дом\n", encoding="utf-8")
    with own_gazetteer([noted]), pytest.raises(ResourceError, match="was changed while it was in use"):
        load_gazetteer()

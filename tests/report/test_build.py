"""What goes into a report, and what stops one."""

import dataclasses
import json

import pytest
from typer.testing import CliRunner

from pipeline.cli.main import app
from pipeline.errors import InputError, OutputError
from pipeline.report.build import build_report
from pipeline.report.choice import choose_articles, choose_events
from pipeline.report.labels_file import load_labels
from pipeline.report.pages import web_address
from pipeline.report.script import data_script
from pipeline.report.settings import ReportSettings


def content(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


@pytest.fixture
def tables(tmp_path, stories):
    return stories.write_run(tmp_path, [stories.lake_story(), stories.regatta_story()], formats=("csv", "parquet"))


def test_the_same_run_gives_the_same_bytes_from_parquet_and_from_csv(tables, tmp_path):
    build_report(ReportSettings(tables=tables, folder=tmp_path / "one"))
    for path in tables.glob("*.parquet"):
        path.unlink()
    build_report(ReportSettings(tables=tables, folder=tmp_path / "two"))
    assert content(tmp_path / "one") == content(tmp_path / "two")


def test_nothing_in_the_pages_leads_to_the_network(tables, tmp_path):
    build_report(ReportSettings(tables=tables, folder=tmp_path / "pages"))
    for name, page in content(tmp_path / "pages").items():
        if name.endswith(".html"):
            assert b'src="http' not in page
            assert b'rel="stylesheet" href="http' not in page


def test_without_its_text_an_article_shows_what_rows_quote_and_says_so(tables, tmp_path):
    (tmp_path / "dump.jsonl").write_text('{"id": "a_1", "text": "Другой текст о другом."}\n', encoding="utf-8")
    made = build_report(ReportSettings(tables=tables, folder=tmp_path / "pages"))
    assert (made.pages, made.texts) == (2, 0)
    page = (tmp_path / "pages" / "articles" / "000001.html").read_text(encoding="utf-8")
    assert "--texts" in page
    assert "[…]" in page
    assert "Его " in page
    assert "приехал" not in page  # no record quotes this sentence


def test_texts_can_lie_elsewhere_in_another_order_and_form(tables, tmp_path, stories):
    elsewhere = tmp_path / "moved"
    elsewhere.mkdir()
    for number, story in enumerate((stories.regatta_story(), stories.lake_story())):
        (elsewhere / f"{number}.txt").write_text(story.text, encoding="utf-8")
    (tmp_path / "dump.jsonl").unlink()
    made = build_report(ReportSettings(tables=tables, folder=tmp_path / "pages", texts=(elsewhere.as_posix(),)))
    assert made.texts == 2


def test_the_most_certain_events_are_listed_and_the_others_counted(stories):
    rows = [row for story in (stories.lake_story(), stories.regatta_story()) for row in story.rows["events"]]
    chosen = choose_events(rows, 2)
    assert [row.type for row in chosen.rows] == ["meeting", "competition"]
    assert (chosen.total, chosen.by_type["visit"]) == (3, 1)


def test_articles_with_most_events_get_a_page(stories):
    rows = [dataclasses.replace(stories.lake_story().document(), doc_id=str(n), events=n % 3) for n in range(6)]
    assert [each.number for each in choose_articles(rows, 3) if each.page] == [2, 3, 6]


def test_a_folder_that_is_no_report_is_left_alone(tables, tmp_path):
    mine = tmp_path / "pages"
    mine.mkdir()
    (mine / "diary.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(OutputError, match=r"no report of svodka\. Choose another folder"):
        build_report(ReportSettings(tables=tables, folder=mine))
    assert list(content(mine)) == ["diary.txt"]
    (mine / "diary.txt").unlink()
    build_report(ReportSettings(tables=tables, folder=mine))
    build_report(ReportSettings(tables=tables, folder=mine))  # an earlier report is replaced


def test_a_folder_without_a_run_and_an_unknown_language_are_explained(tables, tmp_path):
    with pytest.raises(InputError, match=r"has no run.json. Name the folder that svodka run --out wrote"):
        build_report(ReportSettings(tables=tmp_path / "nothing", folder=tmp_path / "pages"))
    with pytest.raises(InputError, match=r"No such input: gone.jsonl. Name the dump"):
        build_report(ReportSettings(tables=tables, folder=tmp_path / "pages", texts=("gone.jsonl",)))
    with pytest.raises(InputError, match=r"no report in 'fr'\. Choose from ru, en"):
        build_report(ReportSettings(tables=tables, folder=tmp_path / "pages", language="fr"))


def test_both_languages_have_the_same_words():
    assert load_labels("ru").keys() == load_labels("en").keys()


def test_data_scripts_hold_no_markup_and_give_their_value_back():
    value = {"a": "</script><!-- \u2028 \u202e \ud800 😀 'кавычки\""}
    script = data_script("events", value)
    assert not {"<", ">", "&", "\u2028", "\u202e"} & set(script)
    inside = json.loads("[" + script.removeprefix("svodka.take(").removesuffix(");\n") + "]")
    assert inside == ["events", {"a": value["a"].replace("\ud800", "?")}]


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("https://example.org/a", "https://example.org/a"),
        ("javascript:alert(1)", ""),
        (" http://x", ""),
        ("data:x", ""),
    ],
)
def test_only_addresses_of_the_web_become_links(address, shown):
    assert web_address(address) == shown


def test_the_command_says_what_it_made_and_what_it_could_not_find(tables, tmp_path):
    def report(*options):
        return CliRunner().invoke(app, ["report", str(tables), *options])

    ran = report()
    assert ran.exit_code == 0
    assert "3 events, 3 of them listed; 2 of 2 articles have a page." in ran.output
    assert (tables / "report" / "index.html").is_file()
    (tmp_path / "dump.jsonl").unlink()
    ran = report("--lang", "en", "--max-events", "1", "--max-articles", "1")
    assert "3 events, 1 of them listed; 1 of 2 articles have a page." in ran.output
    assert "the texts of 1 articles were not found or have changed" in ran.output
    assert report("--lang", "fr").exit_code == 2

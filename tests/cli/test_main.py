"""The command line: every command has help, every error says what to type next."""

import json
import subprocess
import sys

import pytest

from pipeline.cli.commands import COMMANDS
from pipeline.records.tables import TABLES
from tests.command_line import svodka

TEXT = "Вчера в Гродно прошла встреча министров."


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_that_begins_as_the_overview_says(command):
    shown = svodka(command, "--help")
    assert shown.exit_code == 0
    assert " ".join(COMMANDS[command].summary.split()) in " ".join(shown.output.split())


def test_the_overview_lists_every_command():
    shown = svodka("--help")
    assert shown.exit_code == 0
    assert all(command in shown.output for command in COMMANDS)
    assert "svodka run FOLDER --out TABLES" in shown.output


def test_the_overview_imports_no_models():
    script = (
        "import sys; from pipeline.cli.main import app; app(['--help'], standalone_mode=False); "
        "print([m for m in ('spacy', 'numpy', 'natasha', 'pandas', 'pyarrow', 'rich.progress') if m in sys.modules])"
    )
    shown = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, encoding="utf-8")
    assert shown.stdout.splitlines()[-1] == "[]"


def test_a_run_leaves_spacy_to_the_processes_that_read(tmp_path):
    (tmp_path / "a.txt").write_text("Mr. Brown arrived yesterday.", encoding="utf-8")
    script = (
        "import sys; from pipeline.cli.main import app\n"
        "if __name__ == '__main__':\n"
        "    app(['run', 'a.txt', '--out', 'out', '--workers', '1', '--formats', 'csv'], standalone_mode=False)\n"
        "    print([m for m in ('spacy', 'numpy', 'onnxruntime', 'pandas') if m in sys.modules])\n"
    )
    (tmp_path / "run.py").write_text(script, encoding="utf-8")
    command = [sys.executable, "run.py"]
    ran = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True, encoding="utf-8")
    assert ran.stdout.splitlines()[-1] == "[]"


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["rum"], 2, "No such command 'rum'. Did you mean 'run'?"),
        (["zzz"], 2, "No such command 'zzz'. Choose from run, show, export,"),
        (["run", "in", "--hasty"], 2, "No such option: --hasty"),
        (["run"], 2, "Missing argument 'INPUT"),
        (["run", "in"], 2, "Error: Say where the tables go: svodka run in --out TABLES"),
        (
            ["run", "no-such-folder", "--out", "out"], 2,
            "Error: No such input: no-such-folder. Name a file or a folder of articles, or - for standard input.",
        ),
        (
            ["run", "in", "--out", "out", "--formats", "xls"], 2,
            "Error: Unknown format 'xls'. Choose from csv, spreadsheet, parquet, sqlite.",
        ),
        (
            ["run", "in", "--out", "out", "--formats", ","], 2,
            "Error: No format is named. Choose from csv, spreadsheet, parquet, sqlite.",
        ),
        (["run", "in", "--out", "out", "--published", "soon"], 2, "Error: --published soon is no day. Write it as 2023-11-21."),
        (
            ["run", "in", "--out", "out", "--gazetteer", "no.csv"], 2,
            "Error: no.csv: No such file or directory. Check the path.",
        ),
        (
            ["run", "in", "--out", "out", "--gazetteer", "bad.csv"], 2,
            "Error: bad.csv: line 2: unknown type 'club'. Write one of: organization, city,",
        ),
        (
            ["run", "in", "--out", "out", "--same", "bad.csv"], 2,
            "Error: bad.csv: line 1: unknown columns: key, name, type; missing columns: decision, left, right. The columns are:",
        ),
        (
            ["run", "in", "--out", "out", "--same", "torn.csv"], 2,
            "Error: torn.csv: line 3: «Б» and «А» are to be different, but are made the same by torn.csv: line 2.",
        ),
        (["show", "in/a.txt", "--gazetteer", "bad.csv"], 2, "Error: bad.csv: line 2: unknown type 'club'."),
        (["show", "no.txt"], 2, "Error: no.txt: There is no such file or folder. Check the path."),
        (["show", "in/empty.txt"], 2, "Error: in/empty.txt: The file is empty. Leave it out, or fetch it again."),
        (["show", "in/a.txt", "--doc", "x"], 2, "Error: in/a.txt: It holds no article with the id x. Leave out --doc for the first one."),
        (["schema", "event"], 2, "Error: There is no table 'event'. Choose from documents, mentions,"),
    ],
)  # fmt: skip
def test_errors_say_what_to_do_next(arguments, code, message, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "in" / "empty.txt").write_text("", encoding="utf-8")
    (tmp_path / "torn.csv").write_text("decision,left,right\nsame,А,Б\ndifferent,Б,А\n", encoding="utf-8")
    (tmp_path / "bad.csv").write_text("key,name,type\nbody-a,Дом,club\n", encoding="utf-8")
    shown = svodka(*arguments)
    assert (shown.exit_code, shown.exception.__class__) == (code, SystemExit)
    assert message in " ".join(shown.output.split())
    assert not (tmp_path / "out").exists()


def test_version():
    shown = svodka("version")
    assert shown.exit_code == 0 and shown.output.startswith("svodka ")
    assert svodka("--version").output == shown.output


def test_schema_tells_every_column():
    shown = svodka("schema")
    for table in TABLES:
        assert f"\n{table.name}: " in f"\n{shown.output}"
        assert all(column.meaning in shown.output for column in table.columns)
    assert svodka("schema", "quotes").output in shown.output
    assert [r["name"] for r in json.loads(svodka("schema", "--json").output)["resources"]] == [t.name for t in TABLES]


@pytest.mark.model
def test_run_writes_tables_and_show_prints_the_article(tmp_path):
    article = f"Министры встретились\n\n21.11.2023\n\n{TEXT}\n"
    (tmp_path / "a.txt").write_text(article, encoding="utf-8")
    (tmp_path / "b.jsonl").write_text("{bad\n", encoding="utf-8")
    ran = svodka("run", tmp_path, "--out", tmp_path / "out", "--workers", 1)
    assert ran.exit_code == 0, ran.output
    assert "articles rejected" in ran.output and "rejected.jsonl" in ran.output
    record = json.loads((tmp_path / "out" / "run.json").read_text(encoding="utf-8"))
    assert record["articles"]["read"] == 2 and record["articles"]["rejected"] == 1
    shown = svodka("show", tmp_path / "a.txt")
    assert shown.exit_code == 0, shown.output
    assert "published 2023-11-21 (from text)" in shown.output
    assert "[Гродно]" in shown.output and "Entities" in shown.output


@pytest.mark.model
def test_show_reads_standard_input():
    shown = svodka("show", "-", "--published", "2023-11-21", stdin=TEXT)
    assert shown.exit_code == 0, shown.output
    assert "published 2023-11-21 (from option)" in shown.output and "[Гродно]" in shown.output

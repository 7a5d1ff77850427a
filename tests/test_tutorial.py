"""`docs/tutorial.md` is run from top to bottom, and prints what it says it prints."""

import contextlib
import io
import os
import re
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[1]
PAGE = CHECKOUT / "docs" / "tutorial.md"
_BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.DOTALL | re.MULTILINE)


def in_shell(code, tools):
    environment = {**os.environ, "PATH": f"{tools}{os.pathsep}{os.environ['PATH']}", "PYTHONPATH": str(CHECKOUT)}
    subprocess.run(["bash", "-euc", code], check=True, env=environment, capture_output=True, timeout=500)
    return ""


def in_python(code, names):
    with contextlib.redirect_stdout(io.StringIO()) as printed:
        exec(code, names)
    return printed.getvalue()


def in_sqlite(code):
    with contextlib.closing(sqlite3.connect("tables/svodka.sqlite")) as database:
        return "".join("|".join(map(str, row)) + "\n" for row in database.execute(code))


def saved_as_query(code):
    Path("question.rq").write_text(code, encoding="utf-8")
    return ""


@pytest.mark.model
@pytest.mark.timeout(600)
def test_the_tutorial_does_what_it_says(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    tools = tmp_path / "tools"
    tools.mkdir()
    (tools / "svodka").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m pipeline.cli.main "$@"\n', encoding="utf-8")
    (tools / "svodka").chmod(0o755)
    names, printed, compared = {}, "", 0
    run = {
        "bash": lambda code: in_shell(code, tools), "python": lambda code: in_python(code, names),
        "sql": in_sqlite, "sparql": saved_as_query,
    }  # fmt: skip
    for language, code in _BLOCK.findall(PAGE.read_text(encoding="utf-8")):
        if language == "text":
            assert printed == code
            compared += 1
        else:
            printed = run[language](code)
    assert compared == 6

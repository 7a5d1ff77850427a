"""docs/inputs.md says what the code does."""

import re
import tomllib
from pathlib import Path

import pytest

from pipeline.readers import limits
from pipeline.readers.fields import USUAL_NAMES
from pipeline.readers.formats.registry import FORMATS
from pipeline.readers.repair import MISREADINGS

CHECKOUT = Path(__file__).parents[2]
PAGE = (CHECKOUT / "docs" / "inputs.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("each", FORMATS, ids=lambda each: each.name)
def test_every_format_has_a_row_with_its_names_and_its_extra(each):
    [row] = [line for line in PAGE.splitlines() if line.startswith(f"| {each.name} |")] or [None]
    _, _, names, *_, install, _ = re.split(r"(?<!\\)\|", row)
    assert re.findall(r"`([^`]+)`", names) == list(each.suffixes)
    assert install.strip() == (f"`svodka[{each.extra}]`" if each.extra else "")


def test_extras_are_those_of_the_package():
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    needed = {each.extra for each in FORMATS if each.extra}
    assert needed <= set(project["optional-dependencies"])
    [union] = project["optional-dependencies"]["inputs"]
    assert set(re.findall(r"[a-z]+", union)) - {"svodka"} == needed


def test_figures_and_names():
    assert f"{limits.MAX_CHARACTERS:,} characters" in PAGE
    assert f"{limits.MAX_ARTICLE_BYTES >> 20} MiB" in PAGE
    assert f"{limits.MAX_RATIO} times its size beyond {limits.FREE_OUTPUT >> 20} MiB" in PAGE
    assert f"{limits.EXTRACTION_SECONDS:.0f} seconds and {limits.EXTRACTION_MEMORY >> 30} GiB" in PAGE
    assert len(MISREADINGS) == 14 and "fourteen ways" in PAGE
    paragraph = PAGE.partition("Of JSON, CSV and Parquet the usual names")[2].partition("\n\n")[0]
    usual = {name for names in USUAL_NAMES.values() for name in names}
    assert set(re.findall(r"`([^`]+)`", paragraph)) <= usual
    assert all(f"--{role}-field" in PAGE for role in USUAL_NAMES)

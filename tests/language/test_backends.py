"""natasha works where `pkg_resources` does not exist, as on Python 3.12 and later without an old setuptools."""

import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.language.backends import morph_analyzer

CHECKOUT = Path(__file__).parents[2]
WITHOUT_PKG_RESOURCES = """
import sys

class Blocker:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in {"pkg_resources", "setuptools"}:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)

sys.modules.pop("pkg_resources", None)
sys.meta_path.insert(0, Blocker())
from pipeline.language.backends import slovnet_models
print([span.type for span in slovnet_models().ner("Вчера в Минске шёл дождь.").spans])
"""


def run(code: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code], capture_output=True, encoding="utf-8", cwd=CHECKOUT, timeout=120, check=False,
        env={"PYTHONIOENCODING": "utf-8", "PYTHONPATH": str(CHECKOUT), "OMP_NUM_THREADS": "1"},
    )  # fmt: skip


@pytest.mark.model
def test_natasha_reads_without_pkg_resources():
    done = run(WITHOUT_PKG_RESOURCES)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "['LOC']"


def test_the_blocker_blocks():
    done = run(WITHOUT_PKG_RESOURCES.split("from pipeline", maxsplit=1)[0] + "import pkg_resources")
    assert "No module named 'pkg_resources'" in done.stderr


def test_pymorphy2_is_never_imported_for_real():
    done = run("from pipeline.language.backends import slovnet_models; slovnet_models()\nimport sys, pymorphy2\n"
               "print(pymorphy2.__name__)")  # fmt: skip
    assert done.stdout.strip() == "pymorphy3", done.stderr


def test_one_analyzer_for_all():
    assert morph_analyzer() is morph_analyzer()
    assert morph_analyzer().parse("стали")[0].normal_form in {"стать", "сталь"}

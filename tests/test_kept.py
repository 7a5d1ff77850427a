"""What takes long to compile is compiled once, and again wherever the kept bytes cannot be trusted."""

import sys

import pytest

from pipeline.kept import cache_folder, kept


class Compiler:
    """Counts how often it was asked."""

    def __init__(self) -> None:
        self.runs = 0

    def __call__(self) -> list[str]:
        self.runs += 1
        return ["Минск", "Минска"]


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv("SVODKA_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


def test_the_second_start_reads_what_the_first_compiled(folder):
    compile_it = Compiler()
    assert kept("names", b"list", compile_it) == kept("names", b"list", compile_it) == ["Минск", "Минска"]
    assert compile_it.runs == 1
    assert [path.suffix for path in folder.iterdir()] == [".bin"]


def test_another_source_is_compiled_anew(folder):
    compile_it = Compiler()
    kept("names", b"list", compile_it)
    kept("names", b"longer list", compile_it)
    assert compile_it.runs == 2


@pytest.mark.parametrize(
    "damage", [b"", b"\x80\x05nonsense", b"cpipeline.nowhere\nThing\n.", b"\x80\x05\x95" + b"\xff" * 8]
)
def test_damaged_bytes_are_compiled_anew(folder, damage):
    compile_it = Compiler()
    kept("names", b"list", compile_it)
    (path,) = folder.iterdir()
    path.write_bytes(damage)
    assert kept("names", b"list", compile_it) == ["Минск", "Минска"]
    assert kept("names", b"list", compile_it) and compile_it.runs == 2


def test_a_failed_compilation_is_told_and_not_kept(folder):
    def fail() -> None:
        raise ValueError("line 3: no such type")

    with pytest.raises(ValueError, match="line 3"):
        kept("ontology", b"bad", fail)
    assert not folder.exists()


@pytest.mark.skipif(sys.platform == "win32", reason="folders of Windows have no such rights")
def test_a_folder_that_others_may_write_to_is_not_read(folder):
    compile_it = Compiler()
    kept("names", b"list", compile_it)
    folder.chmod(0o777)
    kept("names", b"list", compile_it)
    kept("names", b"another list", compile_it)
    assert compile_it.runs == 3
    assert len(list(folder.iterdir())) == 1  # nothing is put there either


def test_a_folder_that_cannot_be_made_keeps_nothing(tmp_path, monkeypatch):
    (tmp_path / "file").write_text("no folder")
    monkeypatch.setenv("SVODKA_CACHE", str(tmp_path / "file" / "cache"))
    assert kept("names", b"list", Compiler()) == ["Минск", "Минска"]


def test_an_empty_name_keeps_nothing(monkeypatch):
    monkeypatch.setenv("SVODKA_CACHE", "")
    assert cache_folder() is None
    compile_it = Compiler()
    kept("names", b"list", compile_it)
    kept("names", b"list", compile_it)
    assert compile_it.runs == 2


def test_of_each_name_the_newest_stay(folder):
    for number in range(7):
        kept("names", bytes([number]), Compiler())
    kept("surnames", b"list", Compiler())
    assert len(list(folder.glob("names-*"))) == 4
    assert len(list(folder.glob("surnames-*"))) == 1


def test_it_lies_in_the_cache_of_the_user_by_itself(monkeypatch):
    monkeypatch.delenv("SVODKA_CACHE", raising=False)
    found = cache_folder()
    assert found is not None
    assert "svodka" in found.parts

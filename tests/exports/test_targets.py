"""What all exports share: their names, their errors, and that they come whole or not at all."""

import pytest

from pipeline.errors import InputError
from pipeline.exports.targets import TARGETS, check_targets, export_run
from pipeline.extras import need_extra
from pipeline.loading.finished_run import open_run
from tests.command_line import svodka

from .hand_made import ENTITIES, IVAN, ROWS, write_run


def test_the_help_names_every_target():
    shown = " ".join(svodka("export", "--help").output.split())
    assert f"Of {', '.join(TARGETS)};" in shown


@pytest.mark.parametrize(
    ("names", "message"),
    [
        (["xml"], "There is no export to 'xml'. Choose from csv, spreadsheet"),
        ([], "Say what to export to. Choose from csv"),
    ],
)
def test_an_unknown_target_names_the_known_ones(names, message):
    with pytest.raises(InputError, match=message):
        check_targets(names)


def test_a_missing_package_names_its_extra():
    with pytest.raises(InputError, match=r"needs no_such_package. Install the extra: pip install 'svodka\[rdf\]'"):
        need_extra("The export to rdf", "rdf", "json", "no_such_package")


def test_a_run_is_not_copied_onto_itself(tmp_path):
    write_run(tmp_path, ["csv"])
    with pytest.raises(InputError, match=r"is there as csv already. Name another folder with --into"):
        export_run(tmp_path, ["csv"])


def test_the_command_tells_what_it_wrote(tmp_path):
    write_run(tmp_path, ["csv"])
    done = svodka("export", tmp_path, "--to", "jsonl, parquet")
    assert done.exit_code == 0, done.output
    assert f"jsonl: {len(ROWS['events'])} events" in done.output
    assert f"{tmp_path}/*.parquet (9 files)" in done.output


def test_the_command_explains_a_folder_without_a_run(tmp_path):
    failed = svodka("export", tmp_path, "--to", "jsonl")
    assert failed.exit_code == 2
    assert "Name the folder that svodka run --out wrote" in failed.output


def test_an_export_that_fails_leaves_nothing(tmp_path):
    rows = {**ROWS, "events": [*ROWS["events"][3:], *ROWS["events"][:3]]}
    write_run(tmp_path, ["csv"], rows)
    before = sorted(tmp_path.iterdir())
    with pytest.raises(InputError, match=r"events in .* are not in the order of documents"):
        export_run(tmp_path, ["jsonl"])
    assert sorted(tmp_path.iterdir()) == before


def test_entities_are_found_by_id(out):
    from pipeline.exports.entity_index import indexed  # noqa: PLC0415

    with indexed(open_run(out).rows("entities")) as entities:
        assert entities.find(IVAN) == ENTITIES[0]
        assert entities.find("nobody") is None

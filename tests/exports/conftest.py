import pytest

from .hand_made import write_run


@pytest.fixture(scope="session")
def out(tmp_path_factory):
    """The folder of the run built by hand, in all its formats."""
    return write_run(tmp_path_factory.mktemp("out"))

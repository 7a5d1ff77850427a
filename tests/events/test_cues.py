from pathlib import Path

import pytest

from pipeline.errors import ResourceError
from pipeline.events.cues import default_cues, load_cues


def test_lists_hold_the_lemmas_of_plurals_and_no_letter_yo():
    cues = default_cues()
    assert {"сведение", "данные", "слух"} <= cues.rumour
    assert not any("ё" in lemma for lemma in cues.carriers)


@pytest.mark.parametrize(
    ("text", "problem"),
    [("cancel: [отменить]\n", "missing postpone"), ("cancel: [отменить]\nnever: [никогда]\n", "unknown key 'never'")],
)
def test_a_wrong_file_is_refused_with_its_line(tmp_path: Path, text: str, problem: str):
    path = tmp_path / "status.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ResourceError) as raised:
        load_cues(path)
    assert f"status.yaml:{len(text.splitlines())}: " in str(raised.value)
    assert problem in str(raised.value)

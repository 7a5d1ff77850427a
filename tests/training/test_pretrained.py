"""A training that starts from a pretrained encoder."""

from dataclasses import replace

import pytest

from pipeline.resources import models_dir
from pipeline.training.settings import TrainingPaths, TrainingSettings
from tests.command_line import svodka


@pytest.fixture
def encoder(pretrain, pretraining_settings, news, tmp_path):
    return pretrain(news, tmp_path / "encoder", replace(pretraining_settings, epochs=1))


@pytest.fixture
def trainer(encoder, brat, tmp_path, monkeypatch):
    """A training that was stopped before its first update."""
    from pipeline.training.reader_training import train_reader  # noqa: PLC0415  (torch is an extra)
    from pipeline.training.trainer import Trainer  # noqa: PLC0415

    started = []

    def stops(trainer):
        started.append(trainer)
        raise KeyboardInterrupt

    monkeypatch.setattr(Trainer, "epoch", stops)
    paths = TrainingPaths(corpus=brat, dev=brat, out=tmp_path / "reader", encoder=encoder)
    with pytest.raises(KeyboardInterrupt):
        train_reader(paths, TrainingSettings(), resume=False, report=lambda _: None)
    return started[0]


@pytest.mark.model
def test_model_and_averaged_model_start_from_the_weights_of_the_encoder(trainer, encoder):
    torch = pytest.importorskip("torch", reason="training needs the extra `train`")
    state = torch.load(encoder / "encoder.pt", weights_only=True)
    for model in (trainer.model, trainer.averaged):
        for part in ("inputs", "encoder"):
            weights = getattr(model, part).state_dict()
            assert weights.keys() == state[part].keys()
            assert all(torch.equal(weights[name], state[part][name]) for name in weights)


@pytest.mark.model
def test_the_encoder_learns_at_its_own_rate_and_all_else_at_the_full_one(trainer):
    rate_of = {id(p): g["initial_lr"] for g in trainer._optimizer.param_groups for p in g["params"]}
    rates = {name: rate_of[id(parameter)] for name, parameter in trainer.model.named_parameters()}
    assert {rate for name, rate in rates.items() if name.startswith(("inputs.", "encoder."))} == {1e-3}
    assert {rate for name, rate in rates.items() if not name.startswith(("inputs.", "encoder."))} == {2e-3}


@pytest.mark.model
def test_a_reader_keeps_the_vocabulary_of_its_encoder_and_knows_its_bytes(encoder, brat, tmp_path):
    torch = pytest.importorskip("torch", reason="training needs the extra `train`")
    pytest.importorskip("onnx", reason="export needs the extra `train`")
    options = ("train", brat, "--dev", brat, "--epochs", 2, "--encoder", encoder, "--out", tmp_path / "reader")
    shown = svodka(*options)
    assert shown.exit_code == 0, shown.output
    assert (tmp_path / "reader" / "vocabulary.json").read_bytes() == (encoder / "vocabulary.json").read_bytes()
    state = torch.load(encoder / "encoder.pt", weights_only=True)
    state["encoder"]["enter.bias"] += 1
    torch.save(state, encoder / "encoder.pt")
    again = svodka(*options, "--resume")
    assert again.exit_code == 2
    assert "other settings" in again.output


@pytest.mark.model
def test_an_encoder_of_another_shape_is_refused(encoder, brat, tmp_path):
    torch = pytest.importorskip("torch", reason="training needs the extra `train`")
    pytest.importorskip("onnx", reason="export needs the extra `train`")
    state = torch.load(encoder / "encoder.pt", weights_only=True)
    del state["encoder"]["enter.bias"]
    torch.save(state, encoder / "encoder.pt")
    shown = svodka("train", brat, "--dev", brat, "--encoder", encoder, "--out", tmp_path / "reader")
    assert shown.exit_code == 2
    assert "another size" in shown.output


def test_a_folder_without_an_encoder_says_what_to_do(brat, tmp_path):
    pytest.importorskip("torch", reason="training needs the extra `train`")
    pytest.importorskip("onnx", reason="export needs the extra `train`")
    folder = tmp_path / "nowhere"
    options = ("train", brat, "--dev", brat, "--out", tmp_path / "reader", "--encoder", folder)
    shown = svodka(*options)
    assert shown.exit_code == 2
    assert "encoder.pt. Name a folder that `svodka pretrain` has finished." in " ".join(shown.output.split())
    folder.mkdir()
    (folder / "encoder.pt").write_bytes(b"no weights")
    (folder / "vocabulary.json").write_text("{}", encoding="utf-8")
    shown = svodka(*options)
    assert shown.exit_code == 2
    assert "Run `svodka pretrain` again" in " ".join(shown.output.split())
    assert not (tmp_path / "reader").exists()


@pytest.mark.model
def test_the_shipped_encoder_is_called_news(brat, tmp_path):
    pytest.importorskip("torch", reason="training needs the extra `train`")
    pytest.importorskip("onnx", reason="export needs the extra `train`")
    shown = svodka("train", brat, "--dev", brat, "--out", tmp_path / "reader", "--encoder", "news", "--epochs", "2")
    assert shown.exit_code == 0, shown.output
    shipped = models_dir() / "encoder" / "vocabulary.json"
    assert (tmp_path / "reader" / "vocabulary.json").read_bytes() == shipped.read_bytes()

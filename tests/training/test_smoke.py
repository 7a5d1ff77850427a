"""A training of seconds on a tiny corpus, from folders to a reader that reads."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.errors import InputError
from pipeline.evaluation.reader_scores import reader_table, score_reader
from pipeline.mentions.reader.model import ReaderModel
from pipeline.training.settings import Size, TrainingPaths, TrainingSettings
from tests.command_line import svodka

NEWS = Path(__file__).parents[2] / "data" / "raw"
FILES = {"config.json", "vocabulary.json", "spans.onnx", "relations.onnx", "checkpoint.pt", "log.jsonl"}


def losses(folder):
    lines = [json.loads(line) for line in (folder / "log.jsonl").read_text(encoding="utf-8").splitlines()]
    return {line["epoch"]: (line["span_loss"], line["relation_loss"]) for line in lines if "epoch" in line}


def train(paths, settings, *, resume=False):
    pytest.importorskip("torch", reason="training needs the extra `train`")
    pytest.importorskip("onnx", reason="export needs the extra `train`")
    from pipeline.training.reader_training import train_reader  # noqa: PLC0415  (torch is an extra)

    return train_reader(paths, settings, resume=resume, report=lambda _: None)


@pytest.fixture
def paths(brat, tmp_path):
    pytest.importorskip("torch", reason="training needs the extra `train`")
    return lambda name: TrainingPaths(corpus=brat, dev=brat, out=tmp_path / name)


@pytest.fixture
def settings():
    return TrainingSettings(epochs=30, dropout=0.0, warmup=3, average=0.8, evaluate_every=15, batch=2)


@pytest.mark.model
def test_a_training_learns_its_corpus_and_the_exported_reader_scores_the_same(paths, settings, brat):
    place = paths("reader")
    figures = train(place, settings)
    assert {path.name for path in place.out.iterdir()} == FILES
    assert figures["mentions"] > 0.8
    assert figures["relations"] > 0.5
    assert losses(place.out)[30] < losses(place.out)[1]
    pytest.importorskip("onnxruntime", reason="a reader needs the extra `train`")
    scores = score_reader(brat, place.out)
    assert scores.figures() == figures == ReaderModel(place.out).config.scores
    assert reader_table(scores).row_count >= 4 + 6
    shown = svodka("evaluate", "--corpus", brat, "--reader", place.out, "--json")
    assert json.loads(shown.output) == {**figures, **scores.calibration_errors()}
    assert scores.calibration_errors()["calibration error of spans"] < 0.2


@pytest.mark.model
def test_a_resumed_training_repeats_an_unbroken_one(paths, settings, monkeypatch):
    short = replace(settings, epochs=4)
    train(paths("unbroken"), short)
    from pipeline.training.trainer import Trainer  # noqa: PLC0415  (torch is an extra)

    epoch = Trainer.epoch

    def breaks(trainer):
        if trainer.epochs == 2:
            raise KeyboardInterrupt
        return epoch(trainer)

    monkeypatch.setattr(Trainer, "epoch", breaks)
    with pytest.raises(KeyboardInterrupt):
        train(paths("broken"), short)
    monkeypatch.undo()
    with pytest.raises(InputError, match="--resume"):
        train(paths("broken"), short)
    with pytest.raises(InputError, match="other settings"):
        train(paths("broken"), replace(short, seed=1), resume=True)
    train(paths("broken"), short, resume=True)
    assert losses(paths("broken").out) == losses(paths("unbroken").out)
    assert (paths("broken").out / "spans.onnx").read_bytes() == (paths("unbroken").out / "spans.onnx").read_bytes()


def test_without_torch_the_message_names_the_extra(monkeypatch, brat, tmp_path):
    monkeypatch.setattr("pipeline.extras.find_spec", lambda name: None)
    shown = svodka("train", brat, "--dev", brat, "--out", tmp_path / "reader")
    assert shown.exit_code == 2
    assert "uv sync --extra train" in shown.output


@pytest.mark.model
def test_a_student_learns_what_its_teachers_think_of_the_news(paths, settings, brat):
    news = (str(NEWS),)
    for seed in (0, 1):
        train(paths(f"teacher-{seed}"), replace(settings, epochs=6, seed=seed))
    teachers = (paths("teacher-0").out, paths("teacher-1").out)
    place = replace(paths("student"), teachers=teachers, news=news)
    figures = train(place, replace(settings, epochs=6, articles=3))
    assert figures["mentions"] > 0.5
    first = json.loads((place.out / "log.jsonl").read_text(encoding="utf-8").splitlines()[0])
    assert first["windows"] > 6
    with pytest.raises(InputError, match="Train all of them alike"):
        train(replace(place, corpus=write_other(brat), out=place.out / "other"), settings)


@pytest.mark.model
def test_readers_are_averaged_in_one_graph_and_made_smaller(paths, settings, brat):
    for seed in (0, 1):
        train(paths(f"member-{seed}"), replace(settings, epochs=12, seed=seed))
    members = [paths(f"member-{seed}").out for seed in (0, 1)]
    both, small = paths("both").out, paths("small").out
    shown = svodka("combine", *members, "--dev", brat, "--out", both)
    assert shown.exit_code == 0, shown.output
    assert score_reader(brat, both).figures() == ReaderModel(both).config.scores
    assert svodka("combine", *members, "--dev", brat, "--out", small, "--int8").exit_code == 0
    assert (small / "spans.onnx").stat().st_size < 0.4 * (both / "spans.onnx").stat().st_size
    assert score_reader(brat, small).figures()["mentions"] > 0.9 * score_reader(brat, both).figures()["mentions"]


@pytest.mark.model
def test_a_large_reader_teaches_a_small_one(paths, settings, brat):
    train(paths("large"), replace(settings, epochs=4, size=Size.LARGE, rate=1e-3))
    train(paths("small"), replace(settings, epochs=8))
    members = [paths("large").out, paths("small").out]
    assert svodka("combine", *members, "--dev", brat, "--out", paths("both").out).exit_code == 0
    assert score_reader(brat, paths("both").out).figures() == ReaderModel(paths("both").out).config.scores
    place = replace(paths("student"), teachers=tuple(members), news=(str(NEWS),))
    assert train(place, replace(settings, epochs=6, articles=3))["mentions"] > 0.5


def test_a_device_that_is_not_there_is_named(brat, tmp_path):
    pytest.importorskip("torch", reason="training needs the extra `train`")
    shown = svodka("train", brat, "--dev", brat, "--out", tmp_path / "reader", "--device", "nowhere")
    assert shown.exit_code == 2
    assert "--device nowhere" in shown.output


def write_other(brat):
    """The corpus with one label renamed."""
    other = brat.with_name("other")
    other.mkdir()
    for path in sorted(brat.iterdir()):
        text = path.read_text(encoding="utf-8").replace("\tPERSON", "\tHERO").replace("\tperson", "\thero")
        (other / path.name).write_text(text, encoding="utf-8")
    return other


@pytest.mark.model
def test_a_fold_is_held_back_and_scored_apart(paths, settings):
    train(paths("fold"), replace(settings, epochs=15, fold=1, folds=3))
    lines = [json.loads(line) for line in (paths("fold").out / "log.jsonl").read_text(encoding="utf-8").splitlines()]
    assert lines[0]["windows"] == 4
    assert set(lines[-1]["held"]) == {"mentions", "events", "relations", "arguments"}


@pytest.mark.parametrize("fold", ["6/6", "a/3", "2"])
def test_a_fold_is_a_number_of_a_number(fold, brat, tmp_path):
    pytest.importorskip("torch", reason="training needs the extra `train`")
    shown = svodka("train", brat, "--dev", brat, "--out", tmp_path / "reader", "--fold", fold)
    assert shown.exit_code == 2
    assert "2/6" in shown.output


def test_a_reader_is_scored_on_a_corpus(brat, tmp_path):
    alone = svodka("evaluate", "--reader", tmp_path)
    assert alone.exit_code == 2
    assert "--corpus CORPUS" in alone.output
    nowhere = svodka("evaluate", "--corpus", brat, "--reader", tmp_path / "none")
    assert nowhere.exit_code == 2
    assert "config.json" in nowhere.output

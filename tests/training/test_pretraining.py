"""A pretraining of seconds on invented news."""

import json
from dataclasses import replace

import pytest

from pipeline.errors import InputError
from tests.command_line import svodka

FILES = ("encoder.pt", "vocabulary.json", "settings.json", "silver/part-00000.npz")
TASKS = ("tag", "name", "relation", "head", "lemma")


def steps(folder):
    lines = [json.loads(line) for line in (folder / "log.jsonl").read_text(encoding="utf-8").splitlines()]
    return [{k: v for k, v in line.items() if k != "seconds"} for line in lines if "step" in line]


def contents(folder):
    return [(folder / name).read_bytes() for name in FILES]


@pytest.fixture
def broken_at(monkeypatch):
    """Let a pretraining be interrupted before an update."""
    pytest.importorskip("torch", reason="pretraining needs the extra `train`")
    from pipeline.training.pretraining.pretrainer import Pretrainer  # noqa: PLC0415  (torch is an extra)

    update = Pretrainer.update

    def break_at(step):
        def breaks(pretrainer):
            if pretrainer.step == step:
                raise KeyboardInterrupt
            return update(pretrainer)

        monkeypatch.setattr(Pretrainer, "update", breaks)

    return break_at


@pytest.mark.model
def test_the_loss_falls_and_a_second_run_gives_the_same_bytes(pretrain, news, tmp_path):
    first, second = pretrain(news, tmp_path / "first"), pretrain(news, tmp_path / "second")
    log = steps(first)
    assert [line["step"] for line in log] == [5, 10, 15, 20, 25, 30]
    assert all(log[-1]["loss"][task] < log[0]["loss"][task] for task in TASKS)
    assert log[-1]["accuracy"]["tag"] > 0.6 > log[0]["accuracy"]["tag"]
    assert json.loads((first / "settings.json").read_text(encoding="utf-8"))["articles"] == 12
    assert contents(second) == contents(first)
    assert steps(second) == log


@pytest.mark.model
def test_an_interrupted_pretraining_goes_on_as_an_unbroken_one(pretrain, news, tmp_path, broken_at, monkeypatch):
    unbroken, broken = pretrain(news, tmp_path / "unbroken"), tmp_path / "broken"
    broken_at(17)  # after the line of step 15, after the state of step 10
    with pytest.raises(KeyboardInterrupt):
        pretrain(news, broken)
    monkeypatch.undo()
    assert steps(broken)[-1]["step"] == 15
    pretrain(news, broken, resume=True)
    assert contents(broken) == contents(unbroken)
    assert steps(broken) == steps(unbroken)


@pytest.mark.model
def test_a_folder_takes_up_only_its_own_pretraining(pretrain, pretraining_settings, news, tmp_path):
    short = replace(pretraining_settings, epochs=0.5)
    folder = pretrain(news, tmp_path / "encoder", short)
    with pytest.raises(InputError, match="--resume"):
        pretrain(news, folder, short)
    with pytest.raises(InputError, match="other settings"):
        pretrain(news, folder, replace(short, seed=1), resume=True)
    before = contents(folder)
    pretrain(news, folder, short, resume=True)
    assert contents(folder) == before


@pytest.mark.model
def test_interrupted_labelling_goes_on_and_refuses_other_articles(articles, write_news, tmp_path, monkeypatch):
    from pipeline.training.pretraining import silver  # noqa: PLC0415

    monkeypatch.setattr(silver, "PART_ARTICLES", 2)
    news, lines = write_news(tmp_path / "news", articles[:4]), []
    (first, second) = silver.label_inputs([str(news)], tmp_path / "silver", lines.append)
    second.unlink()
    silver.label_inputs([str(news)], tmp_path / "silver", lines.append)
    assert [line.get("labelled") for line in lines] == [first.name, second.name, None, second.name, None]
    assert lines[-1] == {"read": {"ok": 4}}
    fewer, others = articles[:2], [articles[0], articles[5]]
    for name, chosen in (("fewer", fewer), ("others", others)):
        with pytest.raises(InputError, match="labels of other articles"):
            silver.label_inputs([str(write_news(tmp_path / name, chosen))], tmp_path / "silver", lines.append)


@pytest.mark.model
def test_the_command_says_how_to_go_on(write_news, articles, tmp_path, broken_at, monkeypatch):
    news, folder = write_news(tmp_path / "news", articles[:2]), tmp_path / "encoder"
    broken_at(0)
    shown = svodka("pretrain", news, "--out", folder)
    assert (shown.exit_code, "--resume to go on" in shown.output) == (130, True)
    monkeypatch.undo()
    shown = svodka("pretrain", news, "--out", folder, "--resume")
    assert shown.exit_code == 0, shown.output
    assert f"--encoder {folder}" in shown.output


def test_inputs_that_hold_no_news_are_refused(tmp_path):
    pytest.importorskip("torch", reason="pretraining needs the extra `train`")
    shown = svodka("pretrain", tmp_path / "nowhere", "--out", tmp_path / "encoder")
    assert shown.exit_code == 2
    assert "No such input" in shown.output
    (tmp_path / "english").mkdir()
    (tmp_path / "english" / "a.txt").write_text("The museum is closed until the end of March.", encoding="utf-8")
    shown = svodka("pretrain", tmp_path / "english", "--out", tmp_path / "other")
    assert shown.exit_code == 2
    assert "No Russian article" in shown.output


def test_without_torch_the_message_names_the_extra(monkeypatch, tmp_path):
    monkeypatch.setattr("pipeline.extras.find_spec", lambda name: None)
    shown = svodka("pretrain", tmp_path, "--out", tmp_path / "encoder")
    assert shown.exit_code == 2
    assert "uv sync --extra train" in shown.output

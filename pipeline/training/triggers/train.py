"""Networks of one hidden layer over the words of annotated articles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from pipeline.events.triggers.features import Inputs
from pipeline.events.triggers.model import CONFIG_FILE, NO_EVENT, WEIGHTS_FILE, TriggerConfig
from pipeline.training.triggers.examples import UNDECIDED, TriggerExamples, TriggerText, make_examples

_SPREAD = 0.05  # added to every deviation, so that what hardly varies is not blown up
_BATCH, _RATE, _DECAY = 256, 3e-3, 0.3


@dataclass(frozen=True, slots=True, kw_only=True)
class TriggerTraining:
    """How the networks learn; `seeds` of them are averaged."""

    hidden: int = 192
    dropout: float = 0.5
    epochs: int = 14
    seeds: int = 3
    folds: int = 5


def train_triggers(texts: Sequence[TriggerText], out: Path, settings: TriggerTraining) -> dict[str, float]:
    """Train the networks and write them to a folder; returns the cross-validated figures.

    Args:
        texts: annotated articles.
        out: the folder.
        settings: of the training.
    """
    torch.set_num_threads(1)  # the same sums in the same order on every machine with as many cores or more
    examples = make_examples(texts)
    scores = _cross_validated(examples, settings)
    everything = range(len(examples.inputs))
    layers = [_layers(*_learned(examples, everything, settings, seed)) for seed in range(settings.seeds)]
    out.mkdir(parents=True, exist_ok=True)
    first, first_bias, second, second_bias = (np.stack(a).astype(np.float16) for a in zip(*layers, strict=True))
    np.savez(out / WEIGHTS_FILE, first=first, first_bias=first_bias, second=second, second_bias=second_bias)
    config = TriggerConfig(types=examples.types, categories=examples.categories, scores=scores)
    (out / CONFIG_FILE).write_text(config.model_dump_json(indent=1) + "\n", encoding="utf-8")
    return scores


def _learned(
    examples: TriggerExamples, chosen: Sequence[int], settings: TriggerTraining, seed: int
) -> tuple[nn.Sequential, Tensor, Tensor]:
    """A network that has learned from the chosen articles, with mean and deviation of its inputs."""
    inputs = torch.from_numpy(np.concatenate([examples.inputs[i] for i in chosen]))
    answers = torch.from_numpy(np.concatenate([examples.answers[i] for i in chosen]))
    inputs, answers = inputs[answers != UNDECIDED], answers[answers != UNDECIDED]
    mean, deviation = inputs.mean(0), inputs.std(0) + _SPREAD
    torch.manual_seed(seed)
    network = nn.Sequential(
        nn.Dropout(settings.dropout), nn.Linear(inputs.shape[1], settings.hidden), nn.ReLU(),
        nn.Dropout(settings.dropout), nn.Linear(settings.hidden, len(examples.types) + 1),
    )  # fmt: skip
    _fit(network, (inputs - mean) / deviation, answers, settings.epochs)
    return network.eval(), mean, deviation


def _fit(network: nn.Sequential, inputs: Tensor, answers: Tensor, epochs: int) -> None:
    optimiser = torch.optim.AdamW(network.parameters(), lr=_RATE, weight_decay=_DECAY)
    steps = epochs * -(-len(inputs) // _BATCH)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, _RATE, total_steps=steps)
    for _ in range(epochs):
        for batch in torch.randperm(len(inputs)).split(_BATCH):
            optimiser.zero_grad()
            nn.functional.cross_entropy(network(inputs[batch]), answers[batch]).backward()
            optimiser.step()
            schedule.step()


def _layers(network: nn.Sequential, mean: Tensor, deviation: Tensor) -> tuple[NDArray[np.float32], ...]:
    """Weights and biases of both layers, the first of which takes inputs as they come."""
    _, first, _, _, second = network
    weights = (first.weight / deviation).detach()
    bias = (first.bias - weights @ mean).detach()
    arrays = (weights.T, bias, second.weight.detach().T, second.bias.detach())
    return tuple(np.asarray(array.numpy(), dtype=np.float32) for array in arrays)


def _cross_validated(examples: TriggerExamples, settings: TriggerTraining) -> dict[str, float]:
    """Precision, recall and F1 of words with their types, each article read by a network that has not seen it."""
    right = said = true = 0
    for fold in range(settings.folds):
        held = range(fold, len(examples.inputs), settings.folds)
        others = [i for i in range(len(examples.inputs)) if i not in held]
        network, mean, deviation = _learned(examples, others, settings, seed=0)
        for i in held:
            given, wanted = _said(network, (examples.inputs[i] - mean.numpy()) / deviation.numpy()), examples.answers[i]
            counted = wanted != UNDECIDED
            right += int(((given == wanted) & (wanted > NO_EVENT)).sum())
            said += int(((given > NO_EVENT) & counted).sum())
            true += int((wanted > NO_EVENT).sum())
    precision, recall = right / max(said, 1), right / max(true, 1)
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    return {"precision": round(precision, 4), "recall": round(recall, 4), "f1": round(f1, 4)}


def _said(network: nn.Sequential, inputs: Inputs) -> NDArray[np.int64]:
    with torch.no_grad():
        return np.asarray(network(torch.from_numpy(inputs)).argmax(dim=1).numpy())

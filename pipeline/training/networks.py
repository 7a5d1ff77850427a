"""Training of small networks of one hidden layer, several of which are averaged; see `pipeline.language.networks`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from pipeline.language.networks import NO, Inputs, NetworkConfig, save_networks
from pipeline.training.rows import UNDECIDED, Examples

_SPREAD = 0.05  # added to every deviation, so that what hardly varies is not blown up


@dataclass(frozen=True, slots=True, kw_only=True)
class Training:
    """How the networks learn; `seeds` of them are averaged.

    Attributes:
        dropout: share of the numbers, and of the hidden units, that a step does without.
        unsaid: share of the categories that a step does without.
    """

    hidden: int = 192
    dropout: float = 0.4
    unsaid: float = 0.2
    epochs: int = 8
    batch: int = 256
    rate: float = 2e-3
    decay: float = 0.1
    seeds: int = 3
    folds: int = 2


TRIGGERS = Training()
LINKING = Training(dropout=0.25, batch=128)
FACTUALITY = Training(batch=64)


def train_networks(examples: Examples, out: Path, settings: Training) -> dict[str, float]:
    """Train the networks and write them to a folder; returns the cross-validated figures."""
    torch.set_num_threads(1)  # the same sums in the same order on every machine with as many cores or more
    scores = _cross_validated(examples, settings)
    everything = range(len(examples.inputs))
    layers = [_layers(*_learned(examples, everything, settings, seed)) for seed in range(settings.seeds)]
    save_networks(out, NetworkConfig(answers=examples.answers, categories=examples.categories, scores=scores), layers)
    return scores


def _learned(
    examples: Examples, chosen: Sequence[int], settings: Training, seed: int
) -> tuple[nn.Sequential, Tensor, Tensor]:
    """A network that has learned from the chosen articles, with mean and deviation of its numbers."""
    decided = {i: examples.wanted[i] != UNDECIDED for i in chosen}
    inputs = torch.from_numpy(np.concatenate([examples.inputs[i][rows] for i, rows in decided.items()]))
    wanted = torch.from_numpy(np.concatenate([examples.wanted[i][rows] for i, rows in decided.items()]))
    weights = torch.tensor([examples.weights[i] for i, rows in decided.items() for _ in range(int(rows.sum()))])
    numbers = inputs.shape[1] - len(examples.categories)
    mean, deviation = inputs.mean(0), inputs.std(0) + _SPREAD
    mean[numbers:], deviation[numbers:] = 0, 1  # a category is said or not: a rare one would be blown up
    torch.manual_seed(seed)
    network = nn.Sequential(
        _Forgetful(numbers, settings), nn.Linear(inputs.shape[1], settings.hidden), nn.ReLU(),
        nn.Dropout(settings.dropout), nn.Linear(settings.hidden, len(examples.answers) + 1),
    )  # fmt: skip
    _fit(network, inputs.sub_(mean).div_(deviation), wanted, weights, settings)  # gigabytes: no second copy
    return network.eval(), mean, deviation


class _Forgetful(nn.Module):
    """Drops numbers, and leaves categories unsaid, while a network learns."""

    def __init__(self, numbers: int, settings: Training) -> None:
        super().__init__()
        self.numbers = numbers
        self.dropout, self.unsaid = nn.Dropout(settings.dropout), settings.unsaid

    def forward(self, inputs: Tensor) -> Tensor:
        """Rows x (numbers, categories) -> the same shape."""
        if not self.training:
            return inputs
        numbers, said = inputs[:, : self.numbers], inputs[:, self.numbers :]
        return torch.cat([self.dropout(numbers), said * (torch.rand_like(said) >= self.unsaid)], dim=1)


def _fit(network: nn.Sequential, inputs: Tensor, wanted: Tensor, weights: Tensor, settings: Training) -> None:
    optimiser = torch.optim.AdamW(network.parameters(), lr=settings.rate, weight_decay=settings.decay)
    steps = settings.epochs * -(-len(inputs) // settings.batch)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, settings.rate, total_steps=steps)
    for _ in range(settings.epochs):
        for batch in torch.randperm(len(inputs)).split(settings.batch):
            optimiser.zero_grad()
            losses = nn.functional.cross_entropy(network(inputs[batch]), wanted[batch], reduction="none")
            ((losses * weights[batch]).sum() / weights[batch].sum()).backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimiser.step()
            schedule.step()


def _layers(network: nn.Sequential, mean: Tensor, deviation: Tensor) -> tuple[NDArray[np.float32], ...]:
    """Weights and biases of both layers, the first of which takes inputs as they come."""
    _, first, _, _, second = network
    weights = (first.weight / deviation).detach()
    bias = (first.bias - weights @ mean).detach()
    arrays = (weights.T, bias, second.weight.detach().T, second.bias.detach())
    return tuple(np.asarray(array.numpy(), dtype=np.float32) for array in arrays)


def _cross_validated(examples: Examples, settings: Training) -> dict[str, float]:
    """Precision, recall and F1 of the answers but «none»; each article is read by a network that has not seen it."""
    right = said = true = 0
    for fold in range(settings.folds):
        held = range(fold, len(examples.inputs), settings.folds)
        others = [i for i in range(len(examples.inputs)) if i not in held]
        network, mean, deviation = _learned(examples, others, settings, seed=0)
        for i in held:
            given, wanted = _said(network, (examples.inputs[i] - mean.numpy()) / deviation.numpy()), examples.wanted[i]
            counted = wanted != UNDECIDED
            right += int(((given == wanted) & (wanted > NO)).sum())
            said += int(((given > NO) & counted).sum())
            true += int((wanted > NO).sum())
    precision, recall = right / max(said, 1), right / max(true, 1)
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    return {"precision": round(precision, 4), "recall": round(recall, 4), "f1": round(f1, 4)}


def _said(network: nn.Sequential, inputs: Inputs) -> NDArray[np.int64]:
    with torch.no_grad():
        return np.asarray(network(torch.from_numpy(inputs)).argmax(dim=1).numpy())

"""How the rate of learning goes over a training."""

from __future__ import annotations

import math
from collections.abc import Callable


def warm_cosine(step: int, steps: int, warmup: int) -> float:
    """Share of the full rate at an update: it grows over `warmup` updates, and falls along a cosine to 0 at `steps`."""
    warm = min(1.0, (step + 1) / warmup)
    return warm * 0.5 * (1 + math.cos(math.pi * min(1.0, step / max(steps, 1))))


def rate_factors(steps: int, epoch: int, warmup: int) -> list[Callable[[int], float]]:
    """Shares of the full rates of a pretrained encoder and of what stands on it.

    Args:
        steps: updates of the training.
        epoch: updates of its first epoch, over which the encoder's share grows with the square.
        warmup: updates over which every rate grows.
    """

    def heads(step: int) -> float:
        return warm_cosine(step, steps, warmup)

    def encoder(step: int) -> float:
        return heads(step) * min(1.0, (step / max(epoch, 1)) ** 2)

    return [encoder, heads]
